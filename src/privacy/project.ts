import type { Allowed, ProtectedFact } from '../match';
import { type FieldNode, toPointer } from '../schema';
import { decide, type Verdict } from './decide';
import type { Disclosure, LeafFact, Policy } from './policy';
import { addressParts, type Found, printedDate, settleFacts } from './protected-facts';
import { redactTexts, rejectRedactions } from './redact-texts';

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

type State = Options<unknown> & Found & { known: ReadonlyMap<string, string>; disclosures: Disclosure[] };

type Visit = {
  node: FieldNode;
  value: unknown;
  path: readonly (string | number)[];
  owners: readonly Readonly<Record<string, unknown>>[];
  /** Inside a composite the parts are protected together, not one by one. */
  inComposite?: boolean;
};

/**
 * Makes the view of a case for one audience by withholding by construction: the view is built anew from the leaves
 * that the policy shows or masks; nothing else is copied.
 * @throws AppError FREE_TEXT_LEAK when a text states a protected fact and `freeText` is `reject`
 */
export function project<T>(options: Options<T>): Projection<T> {
  const known = options.policy.known(options.root);
  const state: State = { ...options, known, disclosures: [], forbidden: [], shown: [], allowed: [] };
  const bare = visit({ node: options.tree, value: options.root, path: [], owners: [] }, state);
  const { policy, disclosures } = state;
  const forbidden = settleFacts(state);
  const allowed = [...new Map(state.allowed.map((one) => [JSON.stringify(one), one])).values()];
  const view = redactTexts({ node: options.tree, value: bare, path: [] }, { forbidden, allowed, policy, disclosures });
  if (options.freeText === 'reject') rejectRedactions(disclosures);
  return { view: (view ?? {}) as View<T>, disclosures, forbidden, allowed };
}

/** Rebuilds a value from what may be seen; undefined when nothing of it may. */
function visit({ node, value, path, owners, inComposite = false }: Visit, state: State): unknown {
  if (value === undefined) return undefined;
  if (node.kind === 'leaf') return visitLeaf({ node, value, path, owners, inComposite }, state);
  if (node.kind === 'list') {
    if (!Array.isArray(value)) return undefined;
    // Entries keep their place, so that pointers into the case stay right.
    return value.map(
      (item, index) => visit({ node: node.item, value: item, path: [...path, index], owners }, state) ?? {},
    );
  }
  const record = value as Record<string, unknown>;
  const inside = [...owners, record];
  const seen: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(node.fields)) {
    const leafOf = { inComposite: node.composite !== undefined };
    const part = visit({ node: child, value: record[key], path: [...path, key], owners: inside, ...leafOf }, state);
    if (part !== undefined) seen[key] = part;
  }
  if (node.composite !== undefined) recordAddress({ node, path, owners: inside, record }, state);
  return Object.keys(seen).length === 0 ? undefined : seen;
}

type AddressVisit = {
  node: FieldNode & { kind: 'object' };
  path: Visit['path'];
  owners: Visit['owners'];
  record: Record<string, unknown>;
};

/** An address is protected as a whole when any of its leaves is withheld and guarded. */
function recordAddress({ node, path, owners, record }: AddressVisit, state: State): void {
  const leaves = Object.entries(node.fields).filter(([key]) => record[key] !== undefined);
  if (leaves.length === 0) return;
  const verdicts = leaves.flatMap(([key, child]) =>
    child.kind === 'leaf' ? [decide(factOf({ node: child, path: [...path, key], owners }, state), state)] : [],
  );
  const address = addressParts(record);
  const spellings = state.policy.spellings.address(record);
  const guarded = verdicts.find(({ decision, privacyClass }) => decision !== 'show' && privacyClass.guarded);
  if (guarded !== undefined) {
    const surroundings = state.policy.surroundings.address(record);
    const { rule, privacyClass } = guarded;
    const told = { pointer: toPointer(path), label: node.label, rule, citation: privacyClass.citation };
    state.forbidden.push({ ...told, kind: 'address', address, spellings, surroundings });
  } else {
    // Shown, or withheld only because nobody needs it: no secret that another fact could hide.
    state.shown.push(...spellings);
    state.allowed.push(address);
  }
}

type LeafVisit = Visit & { node: FieldNode & { kind: 'leaf' } };

function factOf({ node, path, owners }: Omit<LeafVisit, 'value'>, state: State): LeafFact {
  const pointer = toPointer(path);
  return {
    pointer,
    label: node.meta.label,
    privacy: node.meta.privacy ?? '',
    owners,
    inItem: state.item !== undefined && pointer.startsWith(`${state.item}/`),
  };
}

function visitLeaf(leaf: LeafVisit, state: State): unknown {
  const { value, node, inComposite } = leaf;
  const fact = factOf(leaf, state);
  const verdict = decide(fact, state);
  const { pointer, label } = fact;
  const { decision, privacyClass, rule } = verdict;
  state.disclosures.push({ pointer, label, decision, rule, citation: privacyClass.citation });
  // A remark or a narrative may state a protected fact whatever class it is of: it is no fact itself.
  const isWords = typeof value === 'string' && node.valueType !== 'enum' && !node.meta.freeText;
  if (decision === 'show') {
    if (isWords && !inComposite) recordShown(value, { fact, verdict }, state);
    return value;
  }
  const masked = decision === 'mask' && typeof value === 'string' ? privacyClass.mask?.(value) : undefined;
  // Codes of a list of choices are printed as their labels: the code itself gives nothing away.
  if (privacyClass.guarded && isWords && !inComposite) {
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
  const told = { pointer, label, rule, citation: privacyClass.citation };
  state.forbidden.push({ ...told, kind, spellings, ...(shownAs === undefined ? {} : { shownAs }) });
}
