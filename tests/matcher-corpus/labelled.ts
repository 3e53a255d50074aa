import type { AddressParts, ProtectedFact } from '../../src/match';

/** One labelled text: what is protected, what may stand, and the span that must be found, if any. */
export type Labelled = {
  class: string;
  /** The goal that counts for it: whole spellings, partial ones, or texts in which nothing may be found. */
  goal: 'normalised' | 'partial' | 'negative';
  text: string;
  facts: ProtectedFact[];
  allowed: (string | AddressParts)[];
  /** Half-open span of everything that belongs to the written fact. */
  span?: { start: number; end: number };
};

export const addressFact = (address: AddressParts): ProtectedFact => ({
  pointer: '/victims/0/residence/current',
  label: '受害人现住所',
  spellings: [],
  kind: 'address',
  address,
});

export const fact = (kind: NonNullable<ProtectedFact['kind']>, spelling: string): ProtectedFact => ({
  pointer: `/victims/0/${kind}`,
  label: kind,
  spellings: [spelling],
  kind,
});

/** A text without the marks ⟦ and ⟧, and the span between them; no span where there are none. */
export function readMarked(marked: string): Pick<Labelled, 'text' | 'span'> {
  const [start, end] = [marked.indexOf('⟦'), marked.indexOf('⟧') - 1];
  const text = marked.replace('⟦', '').replace('⟧', '');
  return start < 0 ? { text } : { text, span: { start, end } };
}
