import { SERVICE_METHODS } from '../../case/service';

/** Ways of service as printed: who received for the addressee, and as what, stands in the rows below. */
export const PRINTED_METHODS: Record<keyof typeof SERVICE_METHODS, string> = { ...SERVICE_METHODS, substitute: '代收' };

/** 人民法院在线诉讼规则第二十九条第二款. */
export const CONSENTS = {
  explicit: '受送达人明确表示同意',
  'prior-agreement': '受送达人在诉讼前已作出约定或者承诺',
  'address-provided': '受送达人主动提供用于接收送达的电子地址',
  conduct: '受送达人以回复收悉等方式接受',
} as const;

/** 民事诉讼法第九十二条、第九十三条. */
export const FORWARDING_GROUNDS = {
  military: '受送达人是军人，通过其所在部队团以上单位的政治机关转交',
  imprisoned: '受送达人被监禁，通过其所在监所转交',
  'compulsory-education': '受送达人被采取强制性教育措施，通过其所在强制性教育机构转交',
} as const;
