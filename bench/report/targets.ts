import { STEPS } from '../engines/steps';
import { median, spread } from '../measure/statistics';
import { ratiosByRound } from '../run/compare';
import { TWO_PAGES, type WholeWay } from '../run/whole-way';
import type { EngineResult, Results } from './results';

/** A target of the project, as a ratio inside one run. */
export type Target = {
  what: string;
  wanted: string;
  /** Measured ratio; undefined when a peer is absent. */
  ratio: number | undefined;
  /** 10th to 90th percentile of the rounds, where there are rounds. */
  range?: [number, number];
  isMet: boolean | undefined;
};

/** The ratios that the project promised, measured in this run. */
export function targetsOf({ engines, wholeWay }: Results): Target[] {
  const find = (id: string) => engines.find((engine) => engine.id === id);
  const [ours, typst, pdfmake] = [find('ours-pdf-checked'), find('typst'), find('pdfmake')];
  const [docx, bare] = [find('ours-docx-checked'), find('docx')];
  return [
    time({ what: 'PDF with leak check ÷ Typst, time', one: ours, other: typst, limit: 0.6 }),
    time({ what: 'PDF with leak check ÷ Typst, processor time', one: ours, other: typst, limit: 0.6, of: 'cpu' }),
    time({ what: 'PDF with leak check ÷ Typst PDF/A-2b, time', one: ours, other: find('typst-a2b'), limit: 0.6 }),
    time({ what: 'PDF with leak check ÷ pdfmake as it comes, time', one: ours, other: pdfmake, limit: 0.12 }),
    plain({
      what: 'PDF with leak check ÷ Typst, documents per second',
      ...{ one: ours?.throughput?.documentsPerSecond, other: typst?.throughput?.documentsPerSecond, least: 1.5 },
    }),
    plain({ what: 'PDF with leak check ÷ Typst, peak memory', one: ours?.peakMb, other: typst?.peakMb, most: 1 }),
    plain({ what: 'byte check of the PDF ÷ writing it', ...byteCheck(ours), most: 0.3 }),
    plain({
      what: 'byte check of a two-page PDF ÷ all else between its case and its file',
      ...shareOfWay(wholeWay),
      most: 0.3,
    }),
    time({ what: 'DOCX with leak check ÷ `docx` alone, time', one: docx, other: bare, limit: 1.3 }),
    time({ what: 'DOCX without leak check ÷ `docx` alone, time', one: find('ours-docx'), other: bare, limit: 1.3 }),
  ];
}

/** Reading the finished file back and searching it, against making it. */
function byteCheck(ours: EngineResult | undefined): { one: number | undefined; other: number | undefined } {
  const sum = (...names: string[]) => {
    const times = names.map((name) => ours?.steps?.[name]);
    return times.reduce((total, ms) => (total === undefined || ms === undefined ? undefined : total + ms), 0);
  };
  return { one: sum(STEPS.read, STEPS.searchFile), other: sum(STEPS.glyphs, STEPS.write) };
}

/** The same against everything else that happens between a case and its file. */
function shareOfWay(ways: readonly WholeWay[]): { one: number | undefined; other: number | undefined } {
  const way = ways.find(({ paper }) => paper === TWO_PAGES);
  return { one: way?.byteCheck, other: way === undefined ? undefined : way.fromCase - way.byteCheck };
}

type Pair<T> = { what: string; one: T | undefined; other: T | undefined };

function time({
  what,
  one,
  other,
  limit,
  of = 'wall',
}: Pair<EngineResult> & { limit: number; of?: 'wall' | 'cpu' }): Target {
  const wanted = `≤ ${limit}`;
  if (one === undefined || other === undefined) return { what, wanted, ratio: undefined, isMet: undefined };
  const ratios = ratiosByRound(one.compared, other.compared, of);
  const { p10, p90 } = spread(ratios);
  const ratio = median(ratios);
  return { what, wanted, ratio, range: [p10, p90], isMet: ratio <= limit };
}

function plain({ what, one, other, least, most }: Pair<number> & { least?: number; most?: number }): Target {
  const wanted = least === undefined ? `≤ ${most}` : `≥ ${least}`;
  if (one === undefined || other === undefined) return { what, wanted, ratio: undefined, isMet: undefined };
  const ratio = one / other;
  return { what, wanted, ratio, isMet: least === undefined ? ratio <= (most ?? 0) : ratio >= least };
}
