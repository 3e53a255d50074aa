import type { Case } from '../../templates/case';
import { sampleCase } from '../support/cases';
import { see } from '../support/views';

/** What the respondent reads of words in the findings, where the changed case holds a secret institution. */
function told(change: (root: Case) => Case, words: string): string | undefined {
  const root = change(sampleCase('chongqing'));
  if (root.order === undefined) throw new Error('the sample has an order');
  return see({ ...root, order: { ...root.order, findings: words } }, 'respondent').view.order?.findings;
}

type Victim = Partial<Case['victims'][number]>;

const ofVictim = (field: Victim) => (root: Case) => ({
  ...root,
  victims: root.victims.map((victim, index) =>
    index === 0 ? { ...victim, ...field, knownToRespondent: undefined } : victim,
  ),
});
const ofEvidence = (source: string) => (root: Case) => ({
  ...root,
  evidence: [...(root.evidence ?? []), { type: 'medical-record' as const, source }],
});
const ofAddressee = (name: string) => (root: Case) => ({
  ...root,
  assistance: [{ recipient: { kind: 'police' as const, name } }],
});

describe('an institution that is named down to its department or seat is not read without it', () => {
  test.each([
    ['a ward', ofEvidence('重庆市南岸区人民医院急诊科'), ['南岸区人民医院', '南岸医院', '南岸区医院']],
    ['a seat in brackets', ofEvidence('重庆市第五人民医院（仁济院区）骨科'), ['仁济院区', '重庆五院', '市五院']],
    ['a class', ofVictim({ school: '重庆市南岸区江南小学校（弹子石校区）三年级二班' }), ['江南小学', '弹子石校区']],
    ['an experimental school', ofVictim({ school: '重庆市南岸区珊瑚实验小学' }), ['珊瑚小学', '珊瑚实小']],
    ['a faculty', ofVictim({ school: '云南民族大学（雨花校区）文学院' }), ['云南民族大学', '雨花校区']],
    [
      'a school with a campus and a class',
      ofVictim({ school: '昆明市盘龙区盘龙小学金辰校区三（2）班' }),
      ['盘龙小学', '金辰校区'],
    ],
    ['the school of a town', ofVictim({ school: '疏附县托克扎克镇中心小学' }), ['托克扎克小学', '托克扎克镇中心小学']],
    ['a branch of a company', ofVictim({ workplace: '海底捞火锅有限公司重庆南坪店' }), ['海底捞火锅南坪店', '南坪店']],
    ['a section of an office', ofVictim({ workplace: '重庆市南岸区人民检察院第二检察部' }), ['南岸区检察院']],
    ['an office of a town', ofVictim({ workplace: '南岸区弹子石街道办事处社保所' }), ['弹子石街道办']],
    ['a police station', ofAddressee('重庆市公安局南岸区分局听涛派出所'), ['南岸分局', '南岸区公安局', '听涛所']],
    [
      'who receives her papers',
      ofVictim({ serviceAddress: { kind: 'womens-federation', name: '重庆市南岸区妇女联合会权益部' } }),
      ['南岸区妇联', '南岸妇联'],
    ],
  ])('%s', (_, change, names) => {
    for (const name of names) expect(told(change, `材料在${name}。`)).toBe('材料在（依法不载明）。');
  });

  test.each([
    ['the hospital of another district', ofEvidence('重庆市南岸区人民医院急诊科'), '渝中区人民医院的急诊科'],
    ['a seat that every place has', ofVictim({ workplace: '重庆市南岸区红星商场（总店）' }), '开了总店'],
    ['a company in another place', ofVictim({ workplace: '海底捞火锅有限公司重庆南坪店' }), '观音桥店'],
    ['a hospital of the same university', ofEvidence('重庆医科大学附属第二医院江南院区'), '重庆医科大学'],
    ['the police of the city', ofAddressee('重庆市公安局南岸区分局听涛派出所'), '重庆市公安局'],
    [
      'an office of the shared district',
      ofVictim({ serviceAddress: { kind: 'womens-federation', name: '重庆市渝中区残疾人联合会维权部' } }),
      '渝中区残联',
    ],
  ])('%s stays', (_, change, words) => {
    expect(told(change, `材料在${words}。`)).toBe(`材料在${words}。`);
  });
});

describe('a shelter is not read by what people call it', () => {
  test.each([
    ['重庆市妇女儿童临时庇护中心（南山点）', ['南山点', '南山庇护点', '妇女儿童庇护中心（南山点）', '重庆庇护中心']],
    ['昆明市救助管理站反家暴庇护所', ['昆明救助站', '昆明市庇护所', '昆明市救助管理站']],
    ['郑州市金水区向日葵家庭暴力受害者庇护站', ['向日葵庇护站', '向日葵站', '金水区庇护站', '向日葵']],
    ['喀什市温馨家园妇女庇护所', ['温馨家园', '温馨家园庇护中心', '喀什庇护所']],
  ])('%s', (shelter, names) => {
    for (const name of names) {
      const read = told(ofVictim({ shelter }), `她被送到${name}。`);
      expect(read).toMatch(/^她被送到.*（依法不载明）/);
      expect(read).not.toMatch(/南山|向日葵|温馨|昆明|金水|喀什|重庆/);
    }
  });

  test.each([
    ['重庆市妇女儿童临时庇护中心（南山点）', '在轻轨南山站下车'],
    ['重庆市社会福利院', '到福利院做义工'],
    ['喀什市温馨家园妇女庇护所', '家园、庇护所、救助站'],
  ])('of %s the kind alone, and what is called otherwise, stays', (shelter, words) => {
    expect(told(ofVictim({ shelter }), `${words}。`)).toBe(`${words}。`);
  });
});
