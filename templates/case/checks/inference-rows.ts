/** What of a case could lead to a home that the respondent does not know; `*` stands for every entry of a list. */
export type InferenceRow = {
  at: readonly string[];
  code: string;
  /** What to do. */
  detail: string;
  /** Also a place of the victim's that the respondent does not know, not only the home. */
  anyPlace?: true;
  /** Of the entries of a list only those whose paper the respondent gets. */
  ofRespondent?: true;
};

const TEXT = {
  code: 'INFERENCE_TEXT',
  detail: '叙述中写有受害人现居住的地区、街道等名称，只隐去门牌不足以保密：请改写或者删去该地名',
} as const;

/** What the respondent himself guessed or found out: a gap in his own words tells him that he is right. */
const SAID = {
  code: 'INFERENCE_STATEMENT',
  detail:
    '加害人所说的地方就是受害人现住所一带，或者是其尚不知悉的场所：照写即泄露，隐去又等于证实，请删去该地名，只概括记载其意见',
  anyPlace: true,
} as const;

export const INFERENCE_ROWS: readonly InferenceRow[] = [
  {
    at: [
      '/assistance/*/recipient/name',
      '/service/*/recipient/name',
      '/service/*/entrusted/court',
      '/service/*/forwarded/unit',
      '/warning/recipients/*/name',
    ],
    code: 'INFERENCE_RECIPIENT',
    detail:
      '受文单位的名称能推知受害人现住所：对该单位单独送达，一件一证；不在交给加害人的文书、回执、笔录和口头告知中提及该单位',
  },
  {
    at: ['/court/name', '/court/unit', '/police/name', '/police/unit', '/police/address', '/court/address'],
    code: 'INFERENCE_ORGAN',
    detail: '办案机关所在地就是受害人现居住地，文书不能不写机关名称：请考虑由共同住所地、暴力行为发生地的机关办理',
  },
  {
    at: ['/order/measures/*/text'],
    code: 'INFERENCE_EXCLUSION_ZONE',
    detail:
      '保护措施写有加害人不知道的场所，交给加害人的文书改印“申请人及其相关近亲属的住所、学校、工作单位等经常出入场所”：请改用概括写法，具体场所另行告知公安机关',
    anyPlace: true,
  },
  {
    at: ['/evidence/*/source', '/evidence/*/description'],
    code: 'INFERENCE_EVIDENCE',
    detail:
      '出具证据的医院、单位能推知受害人现住所，交给加害人的文书不写：请在证据说明中只写证据种类，质证时遮盖单位名称和印章',
  },
  {
    at: ['/visits/*/place', '/visits/*/visitors/*/unit', '/visits/*/visitors/*/position'],
    code: 'INFERENCE_VISIT',
    detail: '回访地点、回访人的单位能推知受害人现住所：受害人、加害人由不同单位分别回访，回访单不交对方阅看',
  },
  {
    at: ['/warning/witnesses/*/unit', '/service/*/refusal/witnesses/*/unit'],
    code: 'INFERENCE_WITNESS_UNIT',
    detail: '到场人员、见证人的单位能推知受害人现住所：请改由共同住所地的单位派员到场',
  },
  {
    at: ['/representative/name', '/representative/lawFirm'],
    code: 'INFERENCE_REPRESENTATIVE',
    detail: '代为申请人、代理人的单位能推知受害人现住所：请考虑由其他单位代为申请或者另行委托代理人',
  },
  {
    ...TEXT,
    at: [
      '/incidents/*/place',
      '/incidents/*/narrative',
      '/incidents/*/consequence',
      '/application/facts',
      '/application/requests/*',
      '/order/findings',
      '/order/reasoning',
      '/violation/narrative',
      '/violation/actionsTaken/*',
      '/warning/readAloudPlace',
      '/warning/letters/*/readAloudPlace',
    ],
  },
  {
    ...TEXT,
    at: [
      '/service/*/place',
      '/service/*/remark',
      '/service/*/electronic/system',
      '/service/*/publicNotice/medium',
      '/service/*/publicNotice/reason',
      '/visits/*/compliance/*/note',
      '/visits/*/education',
      '/visits/*/expirySummary/summary',
    ],
    ofRespondent: true,
  },
  {
    at: ['/order/hearing/opinion', '/warning/refusal/reason', '/warning/letters/*/refusal/reason'],
    ...SAID,
  },
  { at: ['/service/*/refusal/reason'], ...SAID, ofRespondent: true },
];
