/**
 * Words that stand in fields of the case but name no place and no person: what is entered when nothing is known, kinds of
 * places and organs, words of the instruments themselves. The field is withheld as ever; but searching every text for 学校
 * would only spoil sentences, and stop each copy whose own wording says it.
 */
const WORDS = [
  '无 没有 不详 不明 不清楚 不知道 未知 暂无 暂缺 待定 待查 待补 待补充 保密 不公开 未提供 未填 略 空 同上 同前 其他 无业 待业 失业 退休 务农 个体 自由职业',
  'none null nil na nan nat true false unknown undefined xx xxx test tbd todo ab abc qq wx',
  '家 家中 家里 自家 家庭 住所 住址 地址 住处 居所 居住地 现住所 现住址 经常居住地 户籍地 户籍所在地 原住所 共同住所 出租屋 租房 宿舍 单位宿舍 某地 某处 某小区 小区 本市 本地 外地 外省',
  '娘家 婆家 父母家 父母处 亲戚家 亲属家 亲友家 朋友家 同学家 同事家 邻居家 子女家 兄弟家 姐妹家 酒店 宾馆 旅馆 旅店 招待所 网吧',
  '单位 工作单位 公司 工厂 企业 机关 学校 小学 中学 初中 高中 大学 幼儿园 托儿所 医院 诊所 卫生院 社区医院 银行 超市 商场 市场 饭店 餐馆',
  '法院 人民法院 本院 检察院 人民检察院 公安 公安局 公安机关 派出所 司法所 民政局 民政部门 妇联 妇女联合会 居委会 居民委员会 村委会 村民委员会 社区 街道 街道办 乡政府 镇政府 残联 工会 律师 律师事务所 法律援助 法律援助中心 诉讼服务中心',
  '救助站 救助管理站 救助管理机构 庇护所 庇护站 庇护中心 临时庇护所 临时庇护场所 避难所',
  '申请人 被申请人 受害人 加害人 被告诫人 当事人 原告 被告 本人 双方 父亲 母亲 爸爸 妈妈 爷爷 奶奶 外公 外婆 儿子 女儿 丈夫 妻子 孩子 子女 家属 亲属 近亲属 法定代理人 代理人 监护人 证人 知情人 报案人 群众 邻居 人民 中国 手机 电话 微信 短信 邮箱 电子邮箱 电子邮件',
  '北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾',
];

const COMMON = new Set(WORDS.flatMap((words) => words.split(' ')));

/** Whether a value says nothing of anybody: a common word, or signs alone. */
export function saysNothing(value: string): boolean {
  const plain = value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
  return plain === '' || COMMON.has(plain);
}
