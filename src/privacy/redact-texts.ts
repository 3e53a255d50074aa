import { AppError } from '../errors';
import { type FactHit, findFacts, redact } from '../match';
import type { Disclosure, Policy, TextSpan } from './policy';
import type { Found, GuardedFact } from './protected-facts';

type Rules = Pick<Found, 'forbidden' | 'allowed'> & { policy: Policy; disclosures: Disclosure[] };
type Hit = FactHit & { fact: GuardedFact };
type Hits = ReadonlyMap<string, readonly Hit[]>;

/** A letter that no document uses: a find cannot reach across it, although it ignores spaces and punctuation. */
const BARRIER = '\nꙮ\n';

export type Holder = Record<string | number, unknown>;
/** A text of a view, what holds it under which key, and where it stands in the case. */
export type TextPlace = { text: string; holder: Holder; key: string | number; pointer: string; label: string };

/** Takes protected facts out of texts, in the view that holds them, and reports each. */
export function redactTexts(texts: readonly TextPlace[], rules: Rules): void {
  const found = searchTexts([...new Set(texts.map(({ text }) => text))], rules);
  for (const { text, holder, key, pointer, label } of texts) {
    const hits = found.get(text);
    if (hits === undefined) continue;
    for (const [fact, spans] of spansByFact(hits)) rules.disclosures.push(report({ fact, spans, pointer, label }));
    holder[key] = redact(text, hits, rules.policy.redaction);
  }
}

/** One search over all texts is much cheaper than one for each. */
function searchTexts(texts: readonly string[], { forbidden, allowed }: Rules): Hits {
  const found = new Map<string, Hit[]>();
  const hits = findFacts(texts.join(BARRIER), forbidden, allowed) as Hit[];
  let [start, next] = [0, 0];
  for (const text of texts) {
    const own: Hit[] = [];
    for (let hit = hits[next]; hit !== undefined && hit.start < start + text.length; hit = hits[next]) {
      own.push({ ...hit, start: hit.start - start, end: Math.min(hit.end - start, text.length) });
      next += 1;
    }
    if (own.length > 0) found.set(text, own);
    start += text.length + BARRIER.length;
  }
  return found;
}

function spansByFact(hits: readonly Hit[]): Map<GuardedFact, TextSpan[]> {
  const spans = new Map<GuardedFact, TextSpan[]>();
  for (const { fact, start, end } of hits) {
    const known = spans.get(fact);
    if (known === undefined) spans.set(fact, [{ start, end }]);
    else known.push({ start, end });
  }
  return spans;
}

type Redaction = { fact: GuardedFact; spans: TextSpan[]; pointer: string; label: string };

function report({ fact, spans, pointer, label }: Redaction): Disclosure {
  const { rule, citation } = fact;
  return { pointer, label: `${label}中的${fact.label}`, decision: 'redact', rule, citation, spans };
}

/** @throws AppError FREE_TEXT_LEAK with every text that states a protected fact, and where in it */
export function rejectRedactions(disclosures: readonly Disclosure[]): void {
  const redacted = disclosures.flatMap(({ spans, ...line }) => (spans === undefined ? [] : [{ ...line, spans }]));
  if (redacted.length === 0) return;
  throw new AppError('FREE_TEXT_LEAK', 'free text states a protected fact', {
    errors: redacted.map(({ pointer, label, rule, spans }) => ({
      pointer,
      code: 'FREE_TEXT_LEAK',
      detail: `${label}不得载明（${rule}），请改写该段文字：${spans.map(inWords).join('、')}`,
      spans,
    })),
  });
}

/** People count characters from one. */
function inWords({ start, end }: TextSpan): string {
  return `第${start + 1}至${end}字`;
}
