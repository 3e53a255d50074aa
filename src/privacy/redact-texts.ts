import { AppError } from '../errors';
import { findFacts, type FactHit, type ProtectedFact, redact } from '../match';
import { type FieldNode, toPointer } from '../schema';
import { UNMARKED } from './decide';
import type { Disclosure, Policy, TextSpan } from './policy';
import type { Found } from './protected-facts';

type Place = { node: FieldNode; value: unknown; path: readonly (string | number)[] };
type Rules = Pick<Found, 'forbidden' | 'allowed'> & { policy: Policy; disclosures: Disclosure[] };

/** Takes protected facts out of every text that a view still holds, and reports each. */
export function redactTexts({ node, value, path }: Place, rules: Rules): unknown {
  if (node.kind === 'list' && Array.isArray(value)) {
    return value.map((item, index) => redactTexts({ node: node.item, value: item, path: [...path, index] }, rules));
  }
  if (node.kind === 'object' && typeof value === 'object' && value !== null) {
    const parts = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(node.fields).flatMap(([key, child]) =>
        Object.hasOwn(parts, key)
          ? [[key, redactTexts({ node: child, value: parts[key], path: [...path, key] }, rules)]]
          : [],
      ),
    );
  }
  if (node.kind !== 'leaf' || typeof value !== 'string' || node.valueType === 'enum') return value;
  const hits = findFacts(value, rules.forbidden, rules.allowed);
  if (hits.length === 0) return value;
  for (const [fact, spans] of spansByFact(hits)) {
    rules.disclosures.push(report({ fact, spans, pointer: toPointer(path), label: node.meta.label }, rules));
  }
  return redact(value, hits, rules.policy.redaction);
}

function spansByFact(hits: readonly FactHit[]): Map<ProtectedFact, TextSpan[]> {
  const spans = new Map<ProtectedFact, TextSpan[]>();
  for (const { fact, start, end } of hits) spans.set(fact, [...(spans.get(fact) ?? []), { start, end }]);
  return spans;
}

type Redaction = { fact: ProtectedFact; spans: TextSpan[]; pointer: string; label: string };

function report({ fact, spans, pointer, label }: Redaction, { disclosures }: Rules): Disclosure {
  const source = disclosures.find((one) => one.pointer === fact.pointer || one.pointer.startsWith(`${fact.pointer}/`));
  const { rule, citation } = source ?? UNMARKED;
  return { pointer, label: `${label}中的${fact.label}`, decision: 'redact', rule, citation, spans };
}

/** @throws AppError FREE_TEXT_LEAK with every text that states a protected fact, and where in it */
export function rejectRedactions(disclosures: readonly Disclosure[]): void {
  const redacted = disclosures.filter(({ decision }) => decision === 'redact');
  if (redacted.length === 0) return;
  throw new AppError('FREE_TEXT_LEAK', 'free text states a protected fact', {
    errors: redacted.map(({ pointer, label, rule, spans = [] }) => ({
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
