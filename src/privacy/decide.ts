import type { Decision, LeafFact, Policy, PrivacyClass } from './policy';

/** What an unmarked leaf is: nobody decided about it, so nobody gets it. */
export const UNMARKED: PrivacyClass = {
  label: '未分类信息',
  rule: '未标注隐私类别的信息一律不载明',
  citation: '本系统隐私政策',
  decide: {},
  guarded: true,
};

const STRICTEST_FIRST = ['withhold', 'mask', 'show'] as const satisfies Decision[];

type Rules = {
  policy: Policy;
  /** Everyone who reads the copy: the strictest decision counts. */
  readers: readonly string[];
  known: ReadonlyMap<string, string>;
};

export type Verdict = { decision: Decision; privacyClass: PrivacyClass; rule: string };

/** Decides about one leaf for everyone who reads the copy. */
export function decide(fact: LeafFact, { policy, readers, known }: Rules): Verdict {
  const privacyClass = policy.classes[policy.refine(fact)] ?? UNMARKED;
  const { whenKnown, mask } = privacyClass;
  const reason = whenKnown === undefined ? undefined : reasonOf(fact.pointer, known);
  const opened = whenKnown !== undefined && reason !== undefined ? { ...whenKnown, reason } : undefined;
  const decisions = readers.map((reader): Decision => {
    if (opened?.audiences.includes(reader)) return opened.decision;
    const basic = Object.hasOwn(privacyClass.decide, reader) ? privacyClass.decide[reader] : undefined;
    return basic === undefined || (basic === 'mask' && mask === undefined) ? 'withhold' : basic;
  });
  const decision = STRICTEST_FIRST.find((one) => decisions.includes(one)) ?? 'withhold';
  const isOpened =
    opened !== undefined && decision === opened.decision && readers.some((one) => opened.audiences.includes(one));
  return { decision, privacyClass, rule: isOpened ? `${opened.rule}（理由见 ${opened.reason}）` : privacyClass.rule };
}

/** Where the case gives the reason for which a fact, or what encloses it, is known already. */
function reasonOf(pointer: string, known: ReadonlyMap<string, string>): string | undefined {
  for (const [at, reason] of known) if (pointer === at || pointer.startsWith(`${at}/`)) return reason;
  return undefined;
}
