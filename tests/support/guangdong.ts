import { LAW_TEXTS } from './law-texts';

const TITLE = '广东省实施《中华人民共和国反家庭暴力法》办法';

function provision(id: string, article: string) {
  return {
    id,
    title: TITLE,
    article,
    kind: 'local-regulation',
    source: '广东省人民代表大会常务委员会2020年7月29日通过，2020年10月1日起施行；条文见公开资料库',
    checkedOn: '2026-11-21',
    validFrom: '2020-10-01',
  };
}

const MEASURES = [
  ['no-violence', '禁止被申请人实施家庭暴力', {}],
  ['no-harassment', '禁止被申请人骚扰、跟踪、接触申请人及其相关近亲属', {}],
  ['stay-away', '责令被申请人远离申请人的住所、学校、工作单位或者申请人经常出入的其他场所', { place: true }],
  ['move-out', '责令被申请人迁出申请人住所', { vacate: true }],
  ['other', '保护申请人人身安全的其他措施', { other: true }],
] as const;

const GROUNDS = [
  ['unforgiven', '未能取得受害人谅解的'],
  ['vulnerable-victim', '对未成年人、老年人、残疾人、孕期和哺乳期的妇女、重病患者实施家庭暴力的'],
  ['previously-criticized', '因实施家庭暴力曾被公安机关给予批评教育或者出具告诫书的'],
  ['other', '其他依法应当出具告诫书的情形'],
] as const;

/** A province that the product does not have: articles 25–33, written as its folder would hold them. */
export const GUANGDONG = {
  id: 'guangdong',
  label: '广东省',
  extends: 'national',
  bases: [
    provision('guangdong-25', '第二十五条'),
    provision('guangdong-26', '第二十六条'),
    provision('guangdong-27', '第二十七条'),
    provision('guangdong-32', '第三十二条'),
    provision('guangdong-33', '第三十三条'),
  ],
  parameters: {
    warningDecisionHours: { value: 24, basis: ['guangdong-26'] },
    policeVerificationHours: { value: 24, basis: ['guangdong-33'] },
  },
  lists: {
    measures: MEASURES.map(([id, text, flags]) => ({ id, text, ...flags, basis: ['guangdong-32'] })),
    warningGrounds: GROUNDS.map(([id, text]) => ({ id, text, basis: ['guangdong-25'] })),
    warningRecipients: [
      { id: 'committee', kind: 'committee', text: '居民委员会、村民委员会', mandatory: true, basis: ['guangdong-27'] },
      {
        id: 'womens-federation',
        kind: 'womens-federation',
        text: '妇女联合会',
        mandatory: true,
        basis: ['guangdong-27'],
      },
    ],
  },
};

export const GUANGDONG_TEXTS = LAW_TEXTS.guangdong;
