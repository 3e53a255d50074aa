import { chineseNumber, type View } from '../../src/authoring';
import type { Case } from '../case/schema';
import type { CaseLaw } from '../law';
import { addressText } from './address';
import { nameList } from './names';
import { asPhrase } from './sentence';
import { withoutUnnamedPlace } from './usual-places';

type OrderView = View<NonNullable<Case['order']>>;
type MeasureView = NonNullable<OrderView['measures']>[number];
type LawMeasure = CaseLaw['lists']['measures'][number];

/** What the partial `measure` prints: the words of the law with the names, hours and metres of the case put in. */
export type Measure = {
  /** 一、 or nothing when there is only one. */
  ordinal: string;
  before: string;
  after: string;
  vacateHours?: number | undefined;
  rangeMetres?: number | undefined;
  keepMetres?: number | undefined;
  awayMetres?: number | undefined;
  awayFrom?: string | undefined;
  stop: string;
};

/** Computed names of the partial `measure`, for the `names` of an instrument. */
export const MEASURE_NAMES = {
  measures: '保护措施，按本地法律的顺序',
  ordinal: '主文序号，如“一、”；只有一项时为空',
  before: '措施文字中插入时间、距离之前的部分',
  after: '措施文字中插入时间、距离之后的部分',
  vacateHours: '迁出期限（小时）',
  rangeMetres: '“一定范围”的米数',
  keepMetres: '“一定距离”的米数',
  awayMetres: '另行写明的距离米数',
  awayFrom: '与谁、与何处保持距离',
  stop: '项末标点，“；”或者“。”',
} as const;

const RANGE = '一定范围内';
const DISTANCE = '一定距离';
const VACATE = /(?=迁出|搬离)/;

type Options = {
  measures: OrderView['measures'];
  law: CaseLaw;
  view: View<Case>;
  /** Whether an item of another kind follows the last measure. */
  isFollowed?: boolean;
};

/** The measures of an order in the order and wording of the law of its place, ready for the partial `measure`. */
export function orderMeasures({ measures = [], law, view, isFollowed = false }: Options): Measure[] {
  const chosen = law.lists.measures.flatMap((rule) =>
    measures.filter(({ id }) => id === rule.id).map((measure) => ({ rule, measure })),
  );
  return chosen.map(({ rule, measure }, index) => ({
    ordinal: chosen.length === 1 && !isFollowed ? '' : `${chineseNumber(index + 1)}、`,
    ...measureText(rule, measure, view),
    stop: index === chosen.length - 1 && !isFollowed ? '。' : '；',
  }));
}

function measureText(rule: LawMeasure, measure: MeasureView, view: View<Case>) {
  const { text, distance, vacateWithinHours } = measure;
  const own = rule.other && text !== undefined ? withoutUnnamedPlace(text) : undefined;
  const named = nameParties(asPhrase(own ?? rule.text), { view, measure, isOwn: own !== undefined });
  const wording = rule.vacate ? withHome(named, view) : named;
  if (rule.vacate && vacateWithinHours !== undefined && VACATE.test(wording)) {
    const [before = '', ...rest] = wording.split(VACATE);
    return { before, after: rest.join(''), vacateHours: vacateWithinHours };
  }
  if (distance === undefined) return { before: wording, after: '' };
  if (wording.includes(RANGE)) return { ...around(wording, RANGE), rangeMetres: distance };
  if (wording.includes(DISTANCE)) return { ...around(wording, DISTANCE), keepMetres: distance };
  return {
    before: wording,
    after: '',
    awayMetres: distance,
    awayFrom: rule.place ? '上述场所' : '申请人及其相关近亲属',
  };
}

/**
 * The home that is to be left must be known from the ruling: where no party is said to live in it (both have left, the
 * respondent is registered elsewhere), it is named here.
 */
function withHome(wording: string, { victims = [], respondents = [] }: View<Case>): string {
  const printed = [
    ...respondents.map(({ residence }) => addressText(residence)),
    ...victims.map(({ residence }) => (residence?.status === 'cohabiting' ? addressText(residence.shared) : undefined)),
  ];
  const homes = victims.flatMap(({ residence }) => addressText(residence?.shared) ?? []);
  const unnamed = [...new Set(homes)].filter((home) => !printed.includes(home));
  return unnamed.length === 0 ? wording : wording.replace(/住所$/u, `住所（${unnamed.join('、')}）`);
}

function around(wording: string, words: string): { before: string; after: string } {
  const at = wording.indexOf(words);
  return { before: wording.slice(0, at), after: wording.slice(at + words.length) };
}

type Naming = { view: View<Case>; measure: MeasureView; isOwn: boolean };

/** The respondents whom a measure binds: all of them, unless it says which. */
function boundBy({ respondents: chosen }: MeasureView, { respondents = [] }: View<Case>) {
  return respondents.filter((_, index) => chosen?.includes(`/respondents/${index}`) ?? true);
}

/** A command that says what is forbidden or ordered and not to whom, as one item of the Henan regulation does. */
const BOUND_TO_NOBODY = /^(禁止|责令)(?=.)(?!.*被申请人)(?![其该各二他她])/;

/**
 * An order must say whom it binds and whom it protects: the first 被申请人 and the first 申请人 of a measure are named.
 * A text of the court's own that names somebody itself stays as it is.
 */
function nameParties(wording: string, { view, measure, isOwn }: Naming): string {
  const { victims, respondents } = view;
  const bound = nameList(boundBy(measure, view));
  const protectedNames = nameList(victims);
  const everyone = [...(victims ?? []), ...(respondents ?? [])].flatMap(({ name }) => name ?? []);
  if (isOwn && everyone.some((name) => wording.includes(name))) return wording;
  return wording
    .replace(BOUND_TO_NOBODY, '$1被申请人')
    .replace('被申请人', `被申请人${bound}`)
    .replace(/(?<!被)申请人(?=住所)/, '申请人的')
    .replace(/(?<!被)申请人/, `申请人${protectedNames}`);
}
