import { choice, date, line, listOf, pattern, remark, section, yesNo } from '../../src/authoring';
import { ETHNIC_GROUPS } from './ethnic-groups';

/** Kinds of identity paper; `none` means that none is at hand, which raises a notice and blocks nothing. */
export const ID_TYPES = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-residence': '港澳居民居住证',
  'taiwan-residence': '台湾居民居住证',
  'hk-macao-travel': '港澳居民来往内地通行证',
  'taiwan-travel': '台湾居民来往大陆通行证',
  'permanent-residence': '外国人永久居留身份证',
  officer: '军官证',
  'household-book': '户口簿（未成年人）',
  none: '证件信息待补',
} as const;

export const SEXES = { male: '男', female: '女' } as const;
export const CAPACITIES = { full: '完全民事行为能力', limited: '限制民事行为能力', none: '无民事行为能力' } as const;

/** An address, part by part or on one line (`line`). All its leaves share one privacy class. */
export function address(label: string, privacy: string) {
  const part = (name: string) => line({ label: `${label}（${name}）`, privacy, max: 60 }).optional();
  return section(
    label,
    {
      province: part('省、自治区、直辖市'),
      city: part('市、州'),
      county: part('区、县'),
      street: part('街道、乡镇'),
      community: part('社区、小区、村'),
      road: part('路、街、巷'),
      number: part('门牌号'),
      building: part('楼栋'),
      unit: part('单元'),
      room: part('室'),
      note: part('补充说明'),
      line: line({ label: `${label}（一行写明）`, privacy, max: 200 }).optional(),
    },
    'address',
  );
}

const PHONE = /^(?:\+?86-?)?1[3-9]\d{9}$|^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?$|^1[12]\d{1,3}$|^12\d{3}$/;

/** A telephone number: mobile, landline with or without area code, or a short public number. */
export function phone(label: string, privacy: string) {
  return pattern({ label, privacy, pattern: PHONE, max: 25, hint: '应为手机号或者带区号的固定电话，如 023-63900000' });
}

/** A person's name: Han (rare characters and 〇, which is one, too), `·` in names of minorities and foreigners, Latin letters. */
export function personName(label: string, privacy: string) {
  return pattern({
    label,
    privacy,
    max: 60,
    pattern: /^[\p{L}〇][\p{L}\p{M}〇·.' -]*$/u,
    hint: '只能用汉字（含“〇”）、字母和间隔号“·”，不得含数字和“○”等代替符号',
    // Keyboards give many dots and apostrophes; the name standard knows U+00B7 only, passports U+0027.
    normalize: (value) => {
      const name = value
        .trim()
        .replace(/[•・‧∙･]/g, '·')
        .replace(/[’ʼ＇]/g, "'");
      return name === value
        ? { value }
        : { value: name, notice: { code: 'NAME_NORMALIZED', detail: '姓名中的间隔号、撇号、首尾空白已改为规范写法' } };
    },
  });
}

function idDocument(privacy: string) {
  return section('身份证件', {
    type: choice('证件种类', 'procedure', ID_TYPES),
    number: pattern({
      label: '证件号码',
      privacy,
      max: 40,
      pattern: /^[0-9A-Za-z\u4e00-\u9fa5（）()\-第号字]+$/,
      hint: '只能用数字、字母和证件上的汉字，不得含空格',
      normalize: (value) => ({ value: value.trim().toUpperCase() }),
    }).optional(),
  });
}

/** The protected person. `residence.current` is printed for nobody. */
export const victim = section('受害人（申请人）', {
  name: personName('受害人姓名', 'victim-name'),
  sex: choice('受害人性别', 'victim-identity', SEXES),
  birthDate: date('受害人出生日期', 'victim-birth'),
  ethnicity: choice('受害人民族', 'victim-identity', ETHNIC_GROUPS),
  nationality: line({ label: '受害人国籍', privacy: 'victim-identity', max: 30 }).optional(),
  idDocument: idDocument('victim-id-number'),
  minor: yesNo('是否未成年人', 'procedure').optional(),
  capacity: choice('受害人民事行为能力', 'victim-identity', CAPACITIES),
  /** Set where it is not the case's relationship, e.g. for the child of a couple. */
  relationToRespondent: line({ label: '与加害人的关系', privacy: 'procedure', max: 20 }).optional(),
  /** The relation to each further respondent, when there are several. */
  relationsToOthers: listOf(
    '与其他加害人的关系',
    section('与其他加害人的关系', {
      respondent: line({ label: '加害人（JSON Pointer）', privacy: 'procedure', max: 40 }),
      relation: line({ label: '与该加害人的关系', privacy: 'procedure', max: 20 }),
    }),
    { max: 5 },
  ).optional(),
  residence: section('受害人居住情况', {
    status: choice('与加害人同住情况', 'residence-status', {
      cohabiting: '仍与加害人共同居住',
      'moved-out': '已搬离共同住所',
      unknown: '不明（按已搬离处理）',
    }),
    shared: address('原（现）共同住所', 'shared-home').optional(),
    current: address('受害人现住所', 'current-residence').optional(),
    intended: address('受害人拟迁往的住所', 'current-residence').optional(),
  }),
  householdRegistration: address('受害人户籍所在地', 'victim-location').optional(),
  workplace: line({ label: '受害人工作单位', privacy: 'victim-location' }).optional(),
  school: line({ label: '受害人就读学校', privacy: 'victim-location' }).optional(),
  phone: phone('受害人电话', 'victim-contact').optional(),
  email: line({ label: '受害人电子邮箱', privacy: 'victim-contact' }).optional(),
  messaging: line({ label: '受害人即时通讯账号', privacy: 'victim-contact' }).optional(),
  shelter: line({ label: '临时庇护场所', privacy: 'shelter' }).optional(),
  serviceAddress: section('受害人送达地址（保密）', {
    kind: choice('送达地址种类', 'victim-contact', {
      'court-service-center': '人民法院诉讼服务中心',
      'womens-federation': '妇女联合会',
      lawyer: '委托诉讼代理人',
      designated: '指定代收人',
    }),
    name: line({ label: '代收单位或者代收人', privacy: 'victim-contact' }),
    address: address('送达地址', 'victim-contact').optional(),
    phone: phone('送达联系电话', 'victim-contact').optional(),
  }).optional(),
  knownToRespondent: listOf(
    '加害人已经知悉的信息',
    section('已知悉信息', {
      pointer: line({ label: '信息位置（JSON Pointer）', privacy: 'internal', max: 120 }),
      reason: remark({ label: '认定加害人已知悉的理由', privacy: 'internal', max: 300 }),
    }),
    { max: 20 },
  ).optional(),
});

/** The person who did it. */
export const respondent = section('加害人（被申请人）', {
  name: personName('加害人姓名', 'respondent-name'),
  sex: choice('加害人性别', 'respondent-identity', SEXES),
  /** Birth date and ethnic group may not be known yet when an order must be made within hours. */
  birthDate: date('加害人出生日期', 'respondent-identity').optional(),
  ethnicity: choice('加害人民族', 'respondent-identity', ETHNIC_GROUPS).optional(),
  nationality: line({ label: '加害人国籍', privacy: 'respondent-identity', max: 30 }).optional(),
  idDocument: idDocument('respondent-id-number'),
  capacity: choice('加害人民事行为能力', 'respondent-identity', CAPACITIES).optional(),
  residence: address('加害人住址', 'respondent-address'),
  householdRegistration: address('加害人户籍所在地', 'respondent-address').optional(),
  workplace: line({ label: '加害人工作单位', privacy: 'respondent-address' }).optional(),
  phone: phone('加害人电话', 'respondent-contact').optional(),
});

/** A near relative whom the measures cover. */
export const relative = section('相关近亲属', {
  name: personName('近亲属姓名', 'relative-name'),
  sex: choice('近亲属性别', 'relative-identity', SEXES).optional(),
  birthDate: date('近亲属出生日期', 'relative-identity').optional(),
  relationToVictim: line({ label: '与受害人的关系', privacy: 'procedure', max: 20 }),
  minor: yesNo('近亲属是否未成年人', 'procedure').optional(),
  school: line({ label: '近亲属就读学校、幼儿园', privacy: 'victim-location' }).optional(),
});

/** Someone who reported, informed or saw; never named to the respondent. */
export const informant = section('报案人、知情人、证人', {
  role: choice('身份', 'procedure', { reporter: '报案人', informant: '知情人', witness: '证人' }),
  name: personName('报案人、知情人、证人姓名', 'informant'),
  note: line({ label: '与当事人的关系', privacy: 'evidence-source' }).optional(),
});
