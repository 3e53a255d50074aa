/** Words that name a kind of place and no place. */
const NO_NAME =
  /^(?:小区|社区|村|村委会|居委会|花园|公寓|宿舍|学生|[员职]工|教师|集体|家属|家属院|家属区|大院|大厦|楼|住宅|住宅楼|居民楼|自建房|出租[屋房]|安置房|民房|平房|临街|门面|商铺|铺面|街道|街坊|办事处|居民|村民|小组|自然村|行政村|农村|村里|大队|生产队|连队|总场|[农林牧]场|工地|板房|生活区|安置[点区]|工业园|工业区|开发区|市场|农贸|广场|新村|家园|城区|县城|镇上|老家|号|内|旁|附近|一带|东侧|西侧|南侧|北侧|对面|隔壁|楼上|楼下|后院|路|街|巷|不详|保密|无)+$/u;

/** Whether a text is made of words for kinds of places, so that looking for it would find ordinary language. */
export const isNoName = (text: string) => NO_NAME.test(text);

/** Ends of a place name that are dropped in speech. What is left may be an ordinary word. */
const PLACE_END =
  /(?:居民委员会|村民委员会|居委会|村委会|(?:村民|村)?小?组|自然村|行政村|嘎查|小区|社区|花园|家园|新村|大厦|广场|中心|家属院|家属区|里分|(?:学生|[员职]工|教师)?(?:公寓|宿舍)|村|苑|屯|寨)$/u;
/** Ends of places whose people are counted in groups. */
const GROUPED_END = /(?:村|屯|寨|嘎查|组|社区)$/u;
const VILLAGE_END = /(?:村|屯|寨|嘎查|组)$/u;
/** What a village may be called after, and what everybody speaks of (火车站村): alone, such a word is no village. */
const LANDMARK_END = /[站场院校城路街道巷桥湖江河山园里口区家]$/u;

/** A place without the word that says what kind of place it is, and whether that tells the place by itself. */
export function coreOf(name: string): { core: string; isTelling: boolean; isVillage: boolean } | undefined {
  const core = name.replace(PLACE_END, '').replace(/第?[一二三四五六七八九十\d]$/u, '');
  const { length } = [...core];
  if (core === name || length < 2 || isNoName(core)) return undefined;
  // 阳光 for 阳光花园 is an ordinary word; four characters are hardly one, and three of a village (杨家窑) no more.
  const isTelling = length >= 4 || (length === 3 && VILLAGE_END.test(name) && !LANDMARK_END.test(core));
  return { core, isTelling, isVillage: GROUPED_END.test(name) };
}
