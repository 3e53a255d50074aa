import type { ProtectedFact } from '../match';

/**
 * What a policy is. The policy itself is law and lives in `templates/policy.ts`; this module only carries it out,
 * and withholds whatever the policy does not mention.
 */
export type Decision = 'show' | 'mask' | 'withhold';

export type PrivacyClass = {
  /** What the facts of this class have in common, in Chinese. */
  label: string;
  /** Why it is treated so, in Chinese, and the provision it rests on. */
  rule: string;
  citation: string;
  /** Per audience; an audience that is not named gets nothing. */
  decide: Readonly<Record<string, Decision>>;
  /** Decision where the case records with a reason that the audience already knows the fact, and its own rule. */
  whenKnown?: { audiences: readonly string[]; decision: Decision; rule: string };
  /** Withheld values are searched for in every text and in the finished file. */
  guarded: boolean;
  /** Names that may stand anywhere: a protected word inside such a name is no leak. */
  anchor?: boolean;
  /** How `mask` shows a value; a class without it withholds instead. */
  mask?: (value: string) => string;
  /** Further spellings under which a value of the class could give itself away, e.g. without its city. */
  spellings?: (value: string, fact: LeafFact) => string[];
  /** What stands in running text in place of a withheld value, e.g. what somebody is in place of a name. */
  standIn?: (fact: LeafFact) => string;
};

/** One leaf of the case, with everything that encloses it from the outside in. */
export type LeafFact = {
  pointer: string;
  label: string;
  privacy: string;
  owners: readonly Readonly<Record<string, unknown>>[];
  /** Whether it belongs to the entry the copy is made for; never when the copy is made for the whole case. */
  inItem: boolean;
};

export type Policy = {
  audiences: Readonly<Record<string, string>>;
  /** Audiences that are refused outright, with the reason and the provision. */
  refused: Readonly<Record<string, { detail: string; citation: string }>>;
  classes: Readonly<Record<string, PrivacyClass>>;
  /** Class of a fact in its surroundings, e.g. the name of a person who is a minor. */
  refine(fact: LeafFact): string;
  /** What a withheld text is, and so how it could be written otherwise. */
  kindOf(fact: LeafFact, value: string): NonNullable<ProtectedFact['kind']>;
  /** Whether a withheld text names nothing and nobody, so that finding it somewhere means nothing. */
  saysNothing?(value: string): boolean;
  /** Pointers of facts which the case says the other side knows already, each with the pointer of the reason. */
  known(root: unknown): ReadonlyMap<string, string>;
  /**
   * Spellings that give a composite fact away although its parts, in whatever way they are written, would not be found
   * in them: a road alone.
   */
  spellings: Readonly<Record<'address', (parts: Readonly<Record<string, unknown>>) => string[]>>;
  /** Parts of a composite fact that are taken out of a text together with a spelling they touch. */
  surroundings: Readonly<Record<'address', (parts: Readonly<Record<string, unknown>>) => string[]>>;
  /** Stands in place of a protected fact in running text. */
  redaction: string;
};

/** A half-open stretch of the original text, in UTF-16 units. */
export type TextSpan = { start: number; end: number };

/** A line of the disclosure report. Never holds the value. */
export type Disclosure = {
  pointer: string;
  label: string;
  decision: Decision | 'redact';
  rule: string;
  citation: string;
  /** Where in the text of `pointer` a redacted fact stood. */
  spans?: TextSpan[];
};
