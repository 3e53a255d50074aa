import type { Finding } from '../../../src/authoring';
import type { Case } from '../schema';
import { type Check, error, when } from './finding';

type Side = 'victim' | 'respondent';

/** `/victims/0`: its side and place; undefined when there is no such party. */
export function findParty(root: Case, pointer: string): { side: Side; index: number } | undefined {
  const [, list, place] = /^\/(victims|respondents)\/(\d)$/.exec(pointer) ?? [];
  const index = Number(place);
  if (list === 'victims' && root.victims[index] !== undefined) return { side: 'victim', index };
  if (list === 'respondents' && root.respondents[index] !== undefined) return { side: 'respondent', index };
  return undefined;
}

/** Every pointer that names a party must name one, and one of the right side. */
export const checkPartyPointers: Check = ({ case: root }) => [
  ...(root.service ?? []).flatMap(({ recipient: { kind, party } }, index) =>
    checkPointer({ root, party, side: sideOf(kind), pointer: `/service/${index}/recipient/party` }),
  ),
  ...(root.visits ?? []).flatMap(({ subject, party }, index) =>
    checkPointer({ root, party, side: subject, pointer: `/visits/${index}/party` }),
  ),
  ...checkPointer({ root, party: root.representative?.party, side: 'victim', pointer: '/representative/party' }),
  ...root.victims.flatMap(({ relationsToOthers = [] }, victim) =>
    relationsToOthers.flatMap(({ respondent }, index) => {
      const pointer = `/victims/${victim}/relationsToOthers/${index}/respondent`;
      return checkPointer({ root, party: respondent, side: 'respondent', pointer });
    }),
  ),
  ...(root.incidents ?? []).flatMap(({ respondents = [] }, incident) =>
    respondents.flatMap((party, index) =>
      checkPointer({ root, party, side: 'respondent', pointer: `/incidents/${incident}/respondents/${index}` }),
    ),
  ),
  ...(root.order?.measures ?? []).flatMap(({ respondents = [] }, measure) =>
    respondents.flatMap((party, index) =>
      checkPointer({ root, party, side: 'respondent', pointer: `/order/measures/${measure}/respondents/${index}` }),
    ),
  ),
  ...(root.warning?.letters ?? []).flatMap(({ respondent }, index) =>
    checkPointer({ root, party: respondent, side: 'respondent', pointer: `/warning/letters/${index}/respondent` }),
  ),
];

function sideOf(kind: string): Side | undefined {
  return kind === 'victim' || kind === 'respondent' ? kind : undefined;
}

type Named = { root: Case; party: string | undefined; side: Side | undefined; pointer: string };

function checkPointer({ root, party, side, pointer }: Named): Finding[] {
  if (party === undefined) return [];
  const isRight = side !== undefined && findParty(root, party)?.side === side;
  const place = side === 'respondent' ? '/respondents/0' : '/victims/0';
  const detail =
    side === undefined ? '受送达人不是当事人，请删除这一项' : `没有这个当事人，请填写其位置，如 ${place}，并与种类一致`;
  return when(!isRight, error({ pointer, code: 'PARTY_POINTER', detail }));
}
