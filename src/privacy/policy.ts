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
  /** Decision where the case records with a reason that the audience already knows the fact. */
  whenKnown?: { audiences: readonly string[]; decision: Decision };
  /** Withheld values are searched for in every text and in the finished file. */
  guarded: boolean;
  /** Names that may stand anywhere: a protected word inside such a name is no leak. */
  anchor?: boolean;
  /** How `mask` shows a value; a class without it withholds instead. */
  mask?: (value: string) => string;
  /** Further spellings under which a value of the class could give itself away, e.g. without its city. */
  spellings?: (value: string) => string[];
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
  /** Pointers of facts which the case says the other side knows already. */
  known(root: unknown): ReadonlySet<string>;
  /** Spellings under which a composite fact could give itself away. */
  spellings: Readonly<Record<'address', (parts: Readonly<Record<string, unknown>>) => string[]>>;
  /** Parts of a composite fact that are taken out of a text together with a spelling they touch. */
  surroundings?: Readonly<Record<'address', (parts: Readonly<Record<string, unknown>>) => string[]>>;
  /** Stands in place of a protected fact in running text. */
  redaction: string;
};

/** A line of the disclosure report. Never holds the value. */
export type Disclosure = {
  pointer: string;
  label: string;
  decision: Decision | 'redact';
  rule: string;
  citation: string;
};
