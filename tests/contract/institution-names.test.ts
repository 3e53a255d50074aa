import { findFacts } from '../../src/match';
import { shorterPlaceNames } from '../../templates/case/privacy/place-names';
import { fact } from '../matcher-corpus/labelled';

const found = (name: string, text: string) => {
  const institution = { ...fact('text', name), spellings: [name, ...shorterPlaceNames(name)] };
  return findFacts(text, [institution]).map(({ start, end }) => text.slice(start, end));
};

describe('the short name of an institution is found in running text', () => {
  it.each([
    ['昆明市第三中学', '昆明三中', '昆明市三中', '市三中', '第三中学', '昆明第三中学'],
    ['石家庄市第二十八中学', '石家庄28中', '石家庄二十八中'],
    ['新县第一高级中学', '新县一高', '县一高', '新县第一高中'],
    ['禹州市第二高级中学', '禹州二高', '禹州市二高'],
    ['南阳市第五小学校', '南阳五小', '南阳市五小', '第五小学'],
    ['北京市第八十中学望京校区', '北京八十中', '北京80中望京校区'],
    ['涧西区第三实验小学', '涧西三实小', '第三实验小学'],
    ['巴南区人民医院', '巴南人民医院', '巴南区医院'],
    ['大理白族自治州人民医院', '大理州人民医院', '大理州医院'],
    ['成都市第七人民医院', '成都市七医院', '市七医院', '第七人民医院', '成都七院'],
    ['昆明医科大学第一附属医院', '昆医附一院', '昆医大附一院', '昆明医科大学附一院'],
    ['重庆医科大学附属儿童医院', '重医附属儿童医院', '重医儿童医院'],
    ['湖南师范大学附属中学', '湖南师大附中', '湖师大附中'],
    ['西南大学附属小学', '西南大学附小', '西大附小'],
    ['凉山彝族自治州妇幼保健院', '凉山州妇幼保健院', '凉山州妇幼'],
    ['长沙市雨花区砂子塘小学天华校区', '砂子塘小学', '雨花砂子塘小学'],
    ['江川省云岭制药集团股份有限公司临江分公司', '云岭制药', '云岭制药集团', '云岭制药集团临江分公司'],
    ['临江市远士达科技集团白马园区', '远士达', '远士达科技'],
    ['重庆川渝通达物流有限公司', '川渝通达物流', '重庆川渝通达物流'],
  ])('%s', (name, ...texts) => {
    for (const text of texts) expect(found(name, `孩子在${text}。`)).toEqual([text]);
  });
});

describe('what is no name of the institution stays', () => {
  it.each([
    ['北京市第一中学', '北京一中院受理', '市一中级人民法院', '三中全会'],
    ['重庆市第五中学', '重庆五中院二审', '重庆市第五中级人民法院'],
    ['昆明市第三中学', '十八届三中全会', '其三，中午到场', '昆明市第一中学', '在三中读书'],
    ['南阳市第五小学', '等了五小时', '南阳五小时车程', '第五小组'],
    ['新县第一高级中学', '新县一高速路口', '一高一低'],
    ['巴南区人民医院', '巴南区人民法院', '巴南区人民政府', '在人民医院就诊', '区医院', '县人民医院'],
    ['大理白族自治州人民医院', '大理州中级人民法院', '州人民医院'],
    ['云岭制药有限公司', '云岭乡', '制药厂'],
    ['成都市第七人民医院', '成都市第七中学', '七院'],
  ])('%s', (name, ...texts) => {
    for (const text of texts) expect(found(name, text)).toEqual([]);
  });

  it('stands with what follows it where it is the school after all', () => {
    expect(found('重庆市第五中学', '在重庆五中院子里')).toEqual(['重庆五中']);
  });
});
