import type { Allowed, ProtectedFact } from '../match';
import type { FieldNode } from '../schema';
import { decide, type Verdict } from './decide';
import { namesAlone } from './names-alone';
import { stepTo } from './pointer-step';
import type { Disclosure, LeafFact, Policy } from './policy';
import {
  addressParts,
  apartFromNames,
  type Found,
  type GuardedFact,
  printedDate,
  settleFacts,
} from './protected-facts';
import { type Holder, redactTexts, rejectRedactions, type TextPlace } from './redact-texts';

/** A case without what the audience may not see. Every leaf may be missing: a template must say what it does then. */
export type View<T> = T extends readonly (infer Item)[]
  ? View<Item>[]
  : T extends object
    ? { [Key in keyof T]?: View<T[Key]> | undefined }
    : T;

export type Projection<T> = {
  view: View<T>;
  disclosures: Disclosure[];
  forbidden: ProtectedFact[];
  /** What may stand in the copy although a protected word is part of it: names, and addresses that are known. */
  allowed: Allowed[];
};

type Options<T> = {
  root: T;
  tree: FieldNode;
  policy: Policy;
  /** Everyone who reads the copy: the strictest decision counts. */
  readers: readonly string[];
  /** Pointer of the entry the copy is made for. */
  item: string | undefined;
  freeText: 'redact' | 'reject';
};

type State = Options<unknown> &
  Found & {
    known: ReadonlyMap<string, string>;
    disclosures: Disclosure[];
    /** Every text of the view. */
    texts: TextPlace[];
  };

type Visit = {
  node: FieldNode;
  value: unknown;
  pointer: string;
  owners: readonly Readonly<Record<string, unknown>>[];
  /** Inside a composite the parts are protected together, not one by one: here what was decided about each. */
  composite?: Verdict[] | undefined;
};

/**
 * Makes the view of a case for one audience by withholding by construction: the view is built anew from the leaves
 * that the policy shows or masks; nothing else is copied.
 * @throws AppError FREE_TEXT_LEAK when a text states a protected fact and `freeText` is `reject`
 */
export function project<T>(options: Options<T>): Projection<T> {
  const known = options.policy.known(options.root);
  const state: State = { ...options, known, disclosures: [], forbidden: [], shown: [], allowed: [], texts: [] };
  const view = visit({ node: options.tree, value: options.root, pointer: '', owners: [] }, state);
  const { policy, disclosures } = state;
  const forbidden = settleFacts(state);
  const stated = [...new Map(state.allowed.map((one) => [JSON.stringify(one), one])).values()];
  const allowed = namesAlone(stated, forbidden);
  redactTexts(state.texts, { forbidden, allowed, policy, disclosures });
  if (options.freeText === 'reject') rejectRedactions(disclosures);
  return { view: (view ?? {}) as View<T>, disclosures, forbidden: apartFromNames(forbidden, allowed), allowed };
}

/** Rebuilds a value from what may be seen; undefined when nothing of it may. */
function visit({ node, value, pointer, owners, composite }: Visit, state: State): unknown {
  if (node.kind === 'leaf') return visitLeaf({ node, value, pointer, owners, composite }, state);
  if (node.kind === 'list') {
    if (!Array.isArray(value)) return undefined;
    // Entries keep their place, so that pointers into the case stay right.
    const list: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const at = pointer + stepTo(index);
      list.push(visit({ node: node.item, value: item, pointer: at, owners }, state) ?? {});
      noteText({ node: node.item, holder: list as unknown as Holder, key: index, pointer: at }, state);
    }
    return list;
  }
  const record = value as Record<string, unknown>;
  const inside = [...owners, record];
  const verdicts = node.composite === undefined ? undefined : [];
  let seen: Record<string, unknown> | undefined;
  for (const key of Object.keys(node.fields)) {
    const [child, value] = [node.fields[key], record[key]];
    if (child === undefined || value === undefined) continue;
    const at = pointer + stepTo(key);
    const part = visit({ node: child, value, pointer: at, owners: inside, composite: verdicts }, state);
    if (part === undefined) continue;
    seen ??= {};
    seen[key] = part;
    noteText({ node: child, holder: seen, key, pointer: at }, state);
  }
  if (verdicts !== undefined) recordAddress({ node, pointer, record, verdicts }, state);
  return seen;
}

type Part = Pick<TextPlace, 'holder' | 'key' | 'pointer'> & { node: FieldNode };

/** Remembers a part of the view that is a text; codes of choices, days and moments are none. */
function noteText({ node, holder, key, pointer }: Part, { texts }: State): void {
  const text = holder[key];
  if (node.kind !== 'leaf' || typeof text !== 'string' || node.valueType === 'enum' || node.meta.moment) return;
  texts.push({ text, holder, key, pointer, label: node.meta.label });
}

type AddressVisit = {
  node: FieldNode & { kind: 'object' };
  pointer: string;
  record: Record<string, unknown>;
  /** What was decided about its leaves. */
  verdicts: readonly Verdict[];
};

/** An address is protected as a whole when any of its leaves is withheld and guarded. */
function recordAddress({ node, pointer, record, verdicts }: AddressVisit, state: State): void {
  if (Object.keys(node.fields).every((key) => record[key] === undefined)) return;
  const address = addressParts(record);
  const spellings = state.policy.spellings.address(record);
  const guarded = verdicts.find(({ decision, privacyClass }) => decision !== 'show' && privacyClass.guarded);
  if (guarded !== undefined) {
    const surroundings = state.policy.surroundings.address(record);
    const { rule, privacyClass } = guarded;
    const { citation } = privacyClass;
    const kind = 'address';
    state.forbidden.push({ pointer, label: node.label, rule, citation, kind, address, spellings, surroundings });
  } else {
    // Shown, or withheld only because nobody needs it: no secret that another fact could hide.
    state.shown.push(...spellings);
    state.allowed.push(address);
  }
}

type LeafVisit = Visit & { node: FieldNode & { kind: 'leaf' } };

function factOf({ node, pointer, owners }: LeafVisit, state: State): LeafFact {
  return {
    pointer,
    label: node.meta.label,
    privacy: node.meta.privacy ?? '',
    owners,
    inItem: state.item !== undefined && pointer.startsWith(`${state.item}/`),
  };
}

function visitLeaf(leaf: LeafVisit, state: State): unknown {
  const { value, node, composite } = leaf;
  const fact = factOf(leaf, state);
  const verdict = decide(fact, state);
  composite?.push(verdict);
  const { pointer, label } = fact;
  const { decision, privacyClass, rule } = verdict;
  state.disclosures.push({ pointer, label, decision, rule, citation: privacyClass.citation });
  // A remark or a narrative may state a protected fact whatever class it is of: it is no fact itself, unless it is an address.
  const isText = typeof value === 'string' && node.valueType !== 'enum';
  const isWords = isText && !node.meta.freeText;
  const isAlone = composite === undefined;
  if (decision === 'show') {
    if (isWords && isAlone) recordShown(value, { fact, verdict }, state);
    return value;
  }
  const masked = decision === 'mask' && typeof value === 'string' ? privacyClass.mask?.(value) : undefined;
  // Codes of a list of choices are printed as their labels: the code itself gives nothing away.
  const isFact = isWords || (isText && state.policy.kindOf(fact, value) === 'address');
  if (privacyClass.guarded && isFact && isAlone) {
    recordForbidden(value, { fact, verdict, masked }, state);
  }
  return masked;
}

type Judged = { fact: LeafFact; verdict: Verdict };

/** What is shown is shown in its shorter spellings too. Only names are anchors. */
function recordShown(value: string, { fact, verdict: { privacyClass } }: Judged, state: State): void {
  const spellings = [value, ...(privacyClass.spellings?.(value, fact) ?? [])];
  state.shown.push(...spellings);
  if (privacyClass.anchor) state.allowed.push(...spellings);
}

function recordForbidden(
  value: string,
  { fact, verdict: { privacyClass, rule }, masked }: Judged & { masked: string | undefined },
  state: State,
): void {
  const { pointer, label } = fact;
  const kind = state.policy.kindOf(fact, value);
  // A mask stands for the value itself and for no part of it.
  const further = masked === undefined ? (privacyClass.spellings?.(value, fact) ?? []) : [];
  const spellings = [value, ...further, ...printedDate(value)];
  const shownAs = masked ?? privacyClass.standIn?.(fact);
  const { citation } = privacyClass;
  const found: GuardedFact = { pointer, label, rule, citation, kind, spellings };
  if (shownAs !== undefined) found.shownAs = shownAs;
  state.forbidden.push(found);
}
