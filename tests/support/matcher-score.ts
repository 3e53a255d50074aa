import { createMatcher, type FactHit } from '../../src/match';
import type { Labelled } from '../matcher-corpus/labelled';

export type Row = {
  class: string;
  isNegative: boolean;
  count: number;
  found: number;
  wrong: number;
  exactSpans: number;
};
export type Score = {
  rows: Row[];
  missed: { goal: Labelled['goal']; told: string }[];
  false: string[];
  loose: string[];
};

/** Whether hits together cover what must be found and touch nothing outside it. */
function judge(item: Labelled, hits: FactHit[]): 'found' | 'missed' | 'loose' {
  const { span } = item;
  if (span === undefined || hits.length === 0) return 'missed';
  const start = Math.min(...hits.map((hit) => hit.start));
  const end = Math.max(...hits.map((hit) => hit.end));
  if (end <= span.start || start >= span.end) return 'missed';
  return start === span.start && end === span.end ? 'found' : 'loose';
}

/** Recall and precision by class. */
export function scoreCorpus(items: readonly Labelled[]): Score {
  const rows = new Map<string, Row>();
  const score: Score = { rows: [], missed: [], false: [], loose: [] };
  for (const item of items) {
    const hits = createMatcher(item.facts, item.allowed).find(item.text);
    const row = rows.get(item.class) ?? {
      class: item.class,
      isNegative: item.goal === 'negative',
      count: 0,
      found: 0,
      wrong: 0,
      exactSpans: 0,
    };
    rows.set(item.class, row);
    row.count += 1;
    const told = `[${item.class}] ${JSON.stringify(item.text)} ${JSON.stringify(item.facts[0]?.address ?? item.facts[0]?.spellings)}`;
    const shown = hits.map(
      ({ start, end, confidence }) => `${JSON.stringify(item.text.slice(start, end))} ${confidence.toFixed(2)}`,
    );
    if (item.goal === 'negative') {
      if (hits.length > 0) {
        row.wrong += 1;
        score.false.push(`${told} -> ${shown.join('; ')} allowed ${JSON.stringify(item.allowed)}`);
      }
      continue;
    }
    const verdict = judge(item, hits);
    if (verdict === 'missed') score.missed.push({ goal: item.goal, told: `${told} -> ${shown.join('; ')}` });
    else row.found += 1;
    if (verdict === 'found') row.exactSpans += 1;
    if (verdict === 'loose') score.loose.push(`${told} -> ${shown.join('; ')}`);
  }
  score.rows = [...rows.values()];
  return score;
}

/** A table: class, count, recall, precision, exact spans. */
export function formatRows(rows: readonly Row[]): string {
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  return rows
    .map(({ class: name, count, found, wrong, exactSpans, isNegative }) =>
      isNegative
        ? `| ${name} | ${count} | – | ${wrong} | – |`
        : `| ${name} | ${count} | ${percent(found, count)} | – | ${percent(exactSpans, found)} |`,
    )
    .join('\n');
}
