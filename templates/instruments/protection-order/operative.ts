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
      applies[when] ||
      // A provision that allows one of the measures granted is cited together with it.
      (when === 'other-measure' && bases.some(({ id }) => measureBases.some((basis) => basis.id === id))),
  );
  return citeProvisions(withGround(rules, measures));
}
