/** What of a case could lead to a home that the respondent does not know; `*` stands for every entry of a list. */
export type InferenceRow = {
  at: readonly string[];
  code: string;
  /** What to do. */
  detail: string;
  /** Also a place of the victim's that the respondent does not know, not only the home. */
  anyPlace?: true;
};

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
    at: [
      '/incidents/*/place',
      '/incidents/*/narrative',
      '/incidents/*/consequence',
      '/application/facts',
      '/application/requests/*',
      '/order/findings',
      '/order/reasoning',
      '/order/hearing/opinion',
      '/violation/narrative',
    ],
    code: 'INFERENCE_TEXT',
    detail: '叙述中写有受害人现居住的地区、街道等名称，只隐去门牌不足以保密：请改写或者删去该地名',
  },
];
