import type { View } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { citeProvisions, withGround } from '../../wording/citation';
import { relationConditions } from '../../wording/relationship';
import type { AgentData } from './agent';

type Options = { view: View<Case>; law: CaseLaw; agent: AgentData | undefined };

/** The provisions that a ruling of this case rests on, as it cites them in 依照……规定，裁定如下. */
export function citeOperative({ view, law, agent }: Options): string {
  const { order } = view;
  const granted = new Set((order?.outcome === 'grant' ? order.measures : [])?.map(({ id }) => id));
  const measures = law.lists.measures.filter(({ id }) => granted.has(id));
  const measureBases = measures.flatMap(({ bases }) => bases);
  const applies: Record<CaseLaw['lists']['operativeBases'][number]['when'], boolean> = {
    always: true,
    grant: order?.outcome === 'grant',
    deny: order?.outcome === 'deny',
    represented: agent?.agentReason !== undefined,
    'represented-frail': agent?.agentReason !== undefined && agent.isFrail,
    'other-measure': false,
    ...relationConditions(view),
  };
  const rules = law.lists.operativeBases.filter(
    ({ when, bases }) =>
      (applies[when] && (when !== 'represented' || namesAgent(bases, { view, law }))) ||
      // A provision that allows one of the measures granted is cited together with it.
      (when === 'other-measure' && bases.some(({ id }) => measureBases.some((basis) => basis.id === id))),
  );
  return citeProvisions(withGround(rules, measures));
}

/**
 * Whether a provision lets this agent apply on this ground. The act counts for whom the interpretation adds to it
 * (法释〔2022〕17号第二条: 依照反家庭暴力法第二十三条规定代为申请), a local regulation only for those whom it names itself.
 */
function namesAgent(
  bases: readonly { id: string; kind: string }[],
  { view: { representative }, law }: Pick<Options, 'view' | 'law'>,
): boolean {
  if (bases.some(({ kind }) => kind === 'law')) return true;
  const rules = law.lists.representatives.filter((rule) =>
    bases.some(({ id }) => rule.bases.some((basis) => basis.id === id)),
  );
  const { kind, reason } = representative ?? {};
  return rules.length === 0 || rules.some(({ kinds, grounds }) => isAmong(kinds, kind) && isAmong(grounds, reason));
}

const isAmong = <Code>(codes: readonly Code[], code: Code | undefined) => code !== undefined && codes.includes(code);
