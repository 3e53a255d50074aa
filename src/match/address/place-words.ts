/** Words that name a kind of place and no place. */
const NO_NAME =
  /^(?:小区|社区|村|村委会|居委会|花园|公寓|宿舍|学生|[员职]工|教师|集体|家属|家属院|家属区|大院|大厦|楼|住宅|住宅楼|居民楼|自建房|出租[屋房]|安置房|民房|平房|临街|门面|商铺|铺面|街道|街坊|街区|小镇|办事处|居民|村民|小组|自然村|行政村|农村|村里|大队|生产队|连队|总场|[农林牧]场|工地|板房|生活区|客房|包[间房]|摊位|铺位|档口|柜台|仓库|车间|阁楼|地下室|夹层|顶层|[东西南北中]户|[东西]?厢房|安置[点区]|工业园|工业区|开发区|市场|农贸|广场|新村|家园|城区|县城|镇上|老家|号|内|旁|附近|一带|东侧|西侧|南侧|北侧|对面|隔壁|楼上|楼下|后院|院[内里]|楼[内里]|路|街|巷|不详|保密|无)+$/u;

/** Whether a text is made of words for kinds of places, so that looking for it would find ordinary language. */
export const isNoName = (text: string) =>
  text.length <= LONGEST_KIND && (NO_NAME.test(text) || NO_LATIN_NAME.test(text));

/** What addresses abroad count and end with: alone, words of any text or file. */
const LATIN_KIND =
  '(?:flat|unit|room|rm|block|blk|floor|building|bldg|tower|house|apartment|apt|suite|lot|box|street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|boulevard|blvd|square|court|estate|garden|gardens|park|place|main|center|centre|city|town|north|south|east|west)';
const NO_LATIN_NAME = new RegExp(`^${LATIN_KIND}\\.?$`, 'i');
const LATIN_END = new RegExp(`^(.* .*) ${LATIN_KIND}\\.?$`, 'i');

/** Nguyen Trai of Nguyen Trai Street; Baker of Baker Street is an ordinary word. */
export const latinStem = (text: string) => LATIN_END.exec(text)?.[1];

/** Some words are made of others (住宅楼): what is longer than anybody writes could be divided in too many ways. */
const LONGEST_KIND = 24;

/** 与母亲同住, 租住三个月: what is said of a home, and no name of it. */
const SAID =
  /同住|[租借暂寄]住|居住(?!区)|[寄暂]居|[合整]租|自购|自有|共有|一起|生活(?!区)|照顾|代收|转交|保密|联系|电话/u;
export const isSaid = (text: string) => SAID.test(text);

/** 房东姓周, 门口有棵大树, 进门左手第二间: words that remarks are made of, and hardly a name. */
const REMARK =
  /[的是有在为其已不勿请被带朝姓某父母姐妹哥弟]|未(?!来)|名下|房东|业主|户主|月租|亲属|朋友|女士|先生|门口|大门|进门|[左右]手|第[一二三四五六七八九十0-9]+[家户间排]|(?:家|[家院楼]中|家里|[对前后旁侧]面?|[旁路河]边|[楼路]上|[院楼]内|[东西南北])$/u;
export const isRemark = (text: string) => isSaid(text) || REMARK.test(text);

/** What stands in the field for a place although every town has one: beside a door it counts, alone it is an ordinary word. */
const COMMON_PLACE = new RegExp(
  `^(?:${[
    '公租房 廉租房 保障房 商品房 回迁房 拆迁房 安置 回迁 拆迁 老旧 封闭 新建 小区 社区 村 楼 房 宿舍 公寓 家属院 家属楼 家属区',
    '厂区 工厂 厂房 单位 公司 工地 板房 城中村 新农村 农村 电梯 单身 人才 青年 蓝领 老年 员工 职工 学生 教师 别墅区 平房区 生活区',
    '学校 小学 中学 大学 幼儿园 医院 卫生院 卫生室 诊所 药店 超市 商场 商店 饭店 酒店 宾馆 旅馆 招待所 菜市场 农贸市场 批发市场 市场',
    '汽车站 火车站 高铁站 地铁站 公交站 车站 镇政府 乡政府 县政府 市政府 政府 派出所 公安局 法院 居委会 村委会 街道办 妇联 银行 邮局',
    '便民服务中心 党群服务中心 社区服务中心 服务中心 文化广场 人民广场 中心广场 广场 公园 养老院 敬老院 福利院 救助站 加油站 服务区 收费站 养护站',
    '后面 前面 对面 斜对面 隔壁 旁边 旁 附近 门口 背后 路口 十字路口 村口 村头 村尾 村东头 村西头 村里 老街 新街 步行街 商业街',
    '临时 住所 房屋 亲属 家中 地铁站 靠近 集体 阁楼 平房 一楼带院 教育局 财政局 民政局 税务局 粮食局 粮站 电力局 供电所 水利局 农业局 信用社 供销社 其 申请人 受害人 本人 房东 业主 \\p{Script=Han}某某?',
    '[父母兄弟姐妹哥舅姑姨叔伯婶嫂婆奶爷]{1,2}家? 暂?租住? 借住 合租 整租',
    '老城区 新城区 城区 新区 开发区 高新区 经开区 工业园区 工业区 园区 顶楼 楼上 楼下 地下室 门卫室 保安室 办公楼 教学楼 住院部 门诊楼',
    '娘家 婆家 父母家 亲戚家 朋友家 同学家 同事家 姐姐家 妹妹家 哥哥家 弟弟家 舅舅家 姑姑家 外婆家 奶奶家 自己家 租房 出租房',
    '[前后东西南北中]楼 [东西南北中]区 沿街[楼房] 教授楼 专家楼 [一二三四五六七八九十]楼 左手边? 右手边? 左边 右边 东头 西头',
  ]
    .join(' ')
    .replaceAll(' ', '|')})+$`,
  'u',
);

/** Names of communities that are words of every ruling, where the case leaves out what kind of place it is. */
const EVERYDAY =
  /^(?:幸福|和平|团结|阳光|光明|胜利|建设|文化|民主|自由|安全|平安|健康|保护|中心|人民|友好|互助|和谐|美好|希望|未来|生活|家庭|前进|发展|创新|文明|富强|民族|解放|朝阳|新华|友谊|青年|劳动|合作|联合|联盟|先锋|曙光|红旗|东风|红星|胜利|长征|太平|吉祥|如意|繁荣|团圆|国际|世纪|时代|春天|和睦|平等|尊重|关爱|互爱|爱心|稳定|安定|安宁|安康|康复|温馨|美满|诚信|公正|正义|公平|法治|教育|卫生|交通|服务|工业|农业|商业|体育|公安|司法|民政|妇女|儿童|少年|成长|进步|振兴|复兴|生产|便民|为民|利民|惠民|同心|自强|奋斗|永久|城乡|大众|群众|社会|国家|共同|公共|集体|学府|东方|南方|北方|中华|长江|黄河)$/u;

/** Words of four characters that stand in every paper of this kind; an estate called after one is told by its whole name. */
const OF_PAPERS =
  /^(?:人身安全|安全保护|人身保护|家庭暴力|反家庭暴力|家庭安全|家庭和谐|社会和谐|人民法院|人民政府|公共安全|共同生活|身心健康|合法权益|未成年人|依法保护|和谐社会|美好生活|幸福生活|幸福家庭|平安家庭)$/u;

/** Whether a text is made of words that name something of which every town has one (医院对面, 回迁小区), or is a word itself. */
export const isCommonPlace = (text: string) =>
  text.length <= LONGEST_KIND && (COMMON_PLACE.test(text) || EVERYDAY.test(text));

/** Ends of a place name that are dropped in speech. What is left may be an ordinary word. */
const PLACE_END =
  /(?:居民委员会|村民委员会|居委会|村委会|(?:村民|村)?小?组|自然村|行政村|嘎查|小区|社区|花[园苑]|家园|新村|大厦|广场|中心|大院|家属院|家属区|生活区|(?:移民|扶贫|搬迁)*安置[区点]|里分|(?:学生|[员职]工|教师)?(?:公寓|宿舍)|酒店|宾馆|民宿|客栈|(?<!合作|供销)社|村|苑|屯|寨)$/u;
/** What is left of these is whoever built them for his people (设计院家属院). */
const OF_EMPLOYER = /(?:家属[院区]|生活区|宿舍)$/u;
/** Ends of places whose people are counted in groups. */
const GROUPED_END = /(?:村|屯|寨|嘎查|组|社区)$/u;
const VILLAGE_END = /(?:村|屯|寨|嘎查|组)$/u;
/** What a village may be called after, and what everybody speaks of (火车站村): alone, such a word is no village. */
const LANDMARK_END = /[站场院校城路街道巷桥湖江河山园里口区家寺庙庵祠塔]$/u;

/** A place without the word that says what kind of place it is, and whether that tells the place by itself. */
export function coreOf(name: string): { core: string; isTelling: boolean; isVillage: boolean } | undefined {
  const core = name.replace(PLACE_END, '').replace(/第?[一二三四五六七八九十\d]$/u, '');
  const { length } = [...core];
  if (core === name || length < 2 || isNoName(core)) return undefined;
  // 阳光 for 阳光花园 is an ordinary word; four characters are hardly one, and three of a village (杨家窑) no more.
  const isTelling =
    (length >= 4 && !OF_PAPERS.test(core) && !OF_EMPLOYER.test(name)) ||
    (length === 3 && VILLAGE_END.test(name) && !LANDMARK_END.test(core));
  return { core, isTelling, isVillage: GROUPED_END.test(name) };
}
