import { AppError } from '../errors';
import { type FactHit, findFacts, redact } from '../match';
import { type FieldNode, toPointer } from '../schema';
import type { Disclosure, Policy, TextSpan } from './policy';
import type { Found, GuardedFact } from './protected-facts';

type Place = { node: FieldNode; value: unknown; path: readonly (string | number)[] };
type Rules = Pick<Found, 'forbidden' | 'allowed'> & { policy: Policy; disclosures: Disclosure[] };
type Hit = FactHit & { fact: GuardedFact };
type Hits = ReadonlyMap<string, readonly Hit[]>;

/** A letter that no document uses: a find cannot reach across it, although it ignores spaces and punctuation. */
const BARRIER = '\nꙮ\n';

/** Takes protected facts out of every text that a view still holds, and reports each. */
export function redactTexts(place: Place, rules: Rules): unknown {
  const texts = new Set<string>();
  mapTexts(place, (text) => {
    texts.add(text);
    return text;
  });
  const found = searchTexts([...texts], rules);
  return mapTexts(place, (text, at) => redactText(text, at, { ...rules, found }));
}

type TextPlace = { path: Place['path']; label: string };

/** A copy of a value in which every text is replaced; codes of choices are no texts. */
function mapTexts({ node, value, path }: Place, replace: (text: string, at: TextPlace) => string): unknown {
  if (node.kind === 'list' && Array.isArray(value)) {
    return value.map((item, index) => mapTexts({ node: node.item, value: item, path: [...path, index] }, replace));
  }
  if (node.kind === 'object' && typeof value === 'object' && value !== null) {
    const parts = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(node.fields).flatMap(([key, child]) =>
        Object.hasOwn(parts, key)
          ? [[key, mapTexts({ node: child, value: parts[key], path: [...path, key] }, replace)]]
          : [],
      ),
    );
  }
  if (node.kind !== 'leaf' || typeof value !== 'string' || node.valueType === 'enum') return value;
  return replace(value, { path, label: node.meta.label });
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

function redactText(text: string, { path, label }: TextPlace, rules: Rules & { found: Hits }): string {
  const hits = rules.found.get(text);
  if (hits === undefined) return text;
  for (const [fact, spans] of spansByFact(hits)) {
    rules.disclosures.push(report({ fact, spans, pointer: toPointer(path), label }));
  }
  return redact(text, hits, rules.policy.redaction);
}

function spansByFact(hits: readonly Hit[]): Map<GuardedFact, TextSpan[]> {
  const spans = new Map<GuardedFact, TextSpan[]>();
  for (const { fact, start, end } of hits) spans.set(fact, [...(spans.get(fact) ?? []), { start, end }]);
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
