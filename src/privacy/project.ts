import { AppError } from '../errors';
import { findFacts, type ProtectedFact, redact, toNormalForm } from '../match';
import { type FieldNode, toPointer } from '../schema';
import type { Decision, Disclosure, LeafFact, Policy, PrivacyClass } from './policy';

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
  /** Names that may stand in the copy although a protected word is part of them. */
  allowed: string[];
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

type State = Options<unknown> & {
  known: ReadonlySet<string>;
  disclosures: Disclosure[];
  forbidden: ProtectedFact[];
  shown: string[];
  allowed: string[];
};

type Visit = {
  node: FieldNode;
  value: unknown;
  path: (string | number)[];
  owners: Readonly<Record<string, unknown>>[];
  /** Inside a composite the parts are protected together, not one by one. */
  inComposite?: boolean;
};

/** What an unmarked leaf is: nobody decided about it, so nobody gets it. */
const UNMARKED: PrivacyClass = {
  label: '未分类信息',
  rule: '未标注隐私类别的信息一律不载明',
  citation: '本系统隐私政策',
  decide: {},
  guarded: true,
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
  const forbidden = dropWhatIsShown(state);
  const view = scrub({ node: options.tree, value: bare, path: [], owners: [] }, { ...state, forbidden });
  if (options.freeText === 'reject') rejectRedactions(state.disclosures);
  return { view: (view ?? {}) as View<T>, disclosures: state.disclosures, forbidden, allowed: state.allowed };
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
  if (node.composite !== undefined) {
    const spellings = state.policy.spellings[node.composite](record);
    if (isGuarded({ node, path, owners: inside }, state)) {
      const surroundings = state.policy.surroundings?.[node.composite](record) ?? [];
      state.forbidden.push({ pointer: toPointer(path), label: node.label, spellings, surroundings });
    } else state.shown.push(...spellings);
  }
  return Object.keys(seen).length === 0 ? undefined : seen;
}

/** A composite is protected as a whole when any of its leaves is withheld and guarded. */
function isGuarded({ node, path, owners }: Omit<Visit, 'value'>, state: State): boolean {
  if (node.kind !== 'object') return false;
  const record = owners.at(-1) ?? {};
  return Object.entries(node.fields).some(([key, child]) => {
    if (child.kind !== 'leaf' || record[key] === undefined) return false;
    const { decision, privacyClass } = decide(factOf({ node: child, path: [...path, key], owners }, state), state);
    return decision !== 'show' && privacyClass.guarded;
  });
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

const STRICTEST_FIRST = ['withhold', 'mask', 'show'] as const satisfies Decision[];

function decide(fact: LeafFact, { policy, readers, known }: State): { decision: Decision; privacyClass: PrivacyClass } {
  const privacyClass = policy.classes[policy.refine(fact)] ?? UNMARKED;
  const { whenKnown, mask } = privacyClass;
  const isKnown = [...known].some((pointer) => fact.pointer === pointer || fact.pointer.startsWith(`${pointer}/`));
  const decisions = readers.map((reader): Decision => {
    if (isKnown && whenKnown?.audiences.includes(reader)) return whenKnown.decision;
    const basic = Object.hasOwn(privacyClass.decide, reader) ? privacyClass.decide[reader] : undefined;
    return basic === undefined || (basic === 'mask' && mask === undefined) ? 'withhold' : basic;
  });
  return { decision: STRICTEST_FIRST.find((decision) => decisions.includes(decision)) ?? 'withhold', privacyClass };
}

function visitLeaf(leaf: LeafVisit, state: State): unknown {
  const { value, node, inComposite } = leaf;
  const fact = factOf(leaf, state);
  const { decision, privacyClass } = decide(fact, state);
  state.disclosures.push({
    pointer: fact.pointer,
    label: fact.label,
    decision,
    rule: privacyClass.rule,
    citation: privacyClass.citation,
  });
  if (decision === 'show') {
    // What is shown is shown in its shorter spellings too.
    if (typeof value === 'string' && !node.meta.freeText) {
      state.shown.push(value, ...(privacyClass.spellings?.(value) ?? []));
    }
    // Only names are anchors: a remark may state a protected fact whatever class it is of.
    if (typeof value === 'string' && privacyClass.anchor && !node.meta.freeText) state.allowed.push(value);
    return value;
  }
  const masked = decision === 'mask' && typeof value === 'string' ? privacyClass.mask?.(value) : undefined;
  // Codes of a list of choices are printed as their labels: the code itself gives nothing away.
  const isWords = typeof value === 'string' && node.valueType !== 'enum' && !node.meta.freeText;
  if (privacyClass.guarded && isWords && !inComposite) {
    const spellings = [value, ...(privacyClass.spellings?.(value) ?? []), ...printedDate(value)];
    const shownAs = masked === undefined ? {} : { shownAs: masked };
    state.forbidden.push({ pointer: fact.pointer, label: fact.label, spellings, ...shownAs });
  }
  return masked;
}

/** A date stands in the case as 2026-11-21 and in running text as 2026年11月21日. */
function printedDate(value: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? [] : [`${year}年${Number(month)}月${Number(day)}日`, `${year}年${month}月${day}日`];
}

/**
 * What the copy states by right in another field cannot be forbidden in it: a shared workplace, the shared home, an
 * organ and its unit written as one name.
 */
function dropWhatIsShown({ forbidden, shown, allowed }: State): ProtectedFact[] {
  const unitsOf = (value: string) => toNormalForm(value).units;
  // One home is often stated several times: each spelling is brought into form once.
  const visible = new Set([...new Set(shown)].map(unitsOf));
  const names = [...new Set(allowed.map(unitsOf))].filter((name) => name !== '');
  const isVisible = (units: string) => visible.has(units) || isMadeOf(units, names);
  return forbidden.map((fact) => {
    const [whole, ...variants] = [...new Set(fact.spellings)];
    // Where the whole stands by right, its shorter forms give nothing away.
    if (whole === undefined || isVisible(unitsOf(whole))) return { ...fact, spellings: [] };
    return { ...fact, spellings: [whole, ...variants.filter((spelling) => !isVisible(unitsOf(spelling)))] };
  });
}

function isMadeOf(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.startsWith(name) && (text === name || isMadeOf(text.slice(name.length), names)));
}

/** Takes protected facts out of every text that the view still holds. */
function scrub({ node, value, path, owners }: Visit, state: State): unknown {
  if (node.kind === 'list' && Array.isArray(value)) {
    return value.map((item, index) => scrub({ node: node.item, value: item, path: [...path, index], owners }, state));
  }
  if (node.kind === 'object' && typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const child = node.fields[key];
        return [
          key,
          child === undefined ? part : scrub({ node: child, value: part, path: [...path, key], owners }, state),
        ];
      }),
    );
  }
  if (node.kind !== 'leaf' || typeof value !== 'string' || node.valueType === 'enum') return value;
  const hits = findFacts(value, state.forbidden, state.allowed);
  for (const fact of new Set(hits.map((hit) => hit.fact))) {
    const found = state.disclosures.find(
      ({ pointer }) => pointer === fact.pointer || pointer.startsWith(`${fact.pointer}/`),
    );
    state.disclosures.push({
      pointer: toPointer(path),
      label: `${node.meta.label}中的${fact.label}`,
      decision: 'redact',
      rule: found?.rule ?? UNMARKED.rule,
      citation: found?.citation ?? UNMARKED.citation,
    });
  }
  return redact(value, hits, state.policy.redaction);
}

function rejectRedactions(disclosures: Disclosure[]): void {
  const redacted = disclosures.filter(({ decision }) => decision === 'redact');
  if (redacted.length === 0) return;
  throw new AppError('FREE_TEXT_LEAK', 'free text states a protected fact', {
    errors: redacted.map(({ pointer, label, rule }) => ({
      pointer,
      code: 'FREE_TEXT_LEAK',
      detail: `${label}不得载明（${rule}），请改写该段文字`,
    })),
  });
}
