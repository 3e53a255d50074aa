/** Provisions on which the policy rests. */
export const OPINION = '法发〔2022〕10号《关于加强人身安全保护令制度贯彻实施的意见》第四条';
export const PRIVACY = '《中华人民共和国反家庭暴力法》第五条第二款';
export const MINORS = '《中华人民共和国未成年人保护法》第一百零三条';
export const MINIMUM = '《中华人民共和国个人信息保护法》第六条、第三十四条';
export const REPORTERS = '《中华人民共和国反家庭暴力法》第十四条；公通字〔2024〕34号第二十三条';
export const SERVICE = '《中华人民共和国反家庭暴力法》第三十二条';
export const DUTY = '《中华人民共和国民法典》第一千零三十九条';
