import { type Finding, readPointer } from '../../../src/authoring';
import { OPINION } from '../privacy/citations';
import { absolutePointer, hiddenHomes, isHiddenHome, kindOfKnown } from '../privacy/known';
import { namesUnknownPlace, pointsHome } from '../privacy/near-home';
import type { Case } from '../schema';
import { type Check, notice, when } from './finding';
import { INFERENCE_ROWS, type InferenceRow } from './inference-rows';

/** Lists of addressees that are easily copied to everybody on them. */
const LISTS = ['/assistance', '/service', '/warning/recipients'];

/**
 * What gives the new home away although no paper states it (法发〔2022〕10号第四条: 不得将受害人的行踪告知加害人).
 * Notices only: what can be withheld is withheld by the policy, and the rest is for people to decide.
 */
export const checkInference: Check = ({ case: root }) => {
  if (root.victims.flatMap(hiddenHomes).length === 0) return [];
  const rows = INFERENCE_ROWS.flatMap((row) => findRow(row, root));
  return [...rows, ...findLists(rows), ...findGround(root), ...findKnown(root)];
};

function findRow({ at, code, detail, anyPlace, ofRespondent }: InferenceRow, root: Case): Finding[] {
  const leads = anyPlace ? namesUnknownPlace : pointsHome;
  return at
    .flatMap((pattern) => pointersOf(root, pattern))
    .filter((pointer) => (!ofRespondent || isOfRespondent(pointer, root)) && leads(readPointer(root, pointer), root))
    .map((pointer) => notice({ pointer, code, detail, citation: OPINION }));
}

/** Whether the paper of an entry goes to a respondent: a service on one, a visit to one. */
function isOfRespondent(pointer: string, root: Case): boolean {
  const entry = readPointer(root, pointer.split('/').slice(0, 3).join('/')) as {
    recipient?: { kind?: string };
    subject?: string;
  };
  return (entry.recipient?.kind ?? entry.subject) === 'respondent';
}

/** The pointers that a pattern stands for in a case. */
function pointersOf(root: Case, pattern: string): string[] {
  const [head = '', ...rest] = pattern.split('/*');
  return rest.reduce(
    (pointers, tail) =>
      pointers.flatMap((pointer) => {
        const list = readPointer(root, pointer);
        return Array.isArray(list) ? list.map((_, index) => `${pointer}/${index}${tail}`) : [];
      }),
    [head],
  );
}

function findLists(rows: readonly Finding[]): Finding[] {
  const detail =
    '受文单位名单中有能推知受害人现住所的单位：不得将送达、协助、通知对象名单附于交给加害人的文书，也不得在群发、抄送栏中并列';
  return LISTS.filter((list) =>
    rows.some(({ code, pointer }) => code === 'INFERENCE_RECIPIENT' && pointer.startsWith(`${list}/`)),
  ).map((pointer) => notice({ pointer, code: 'INFERENCE_DISTRIBUTION', detail, citation: OPINION }));
}

function findGround({ order }: Case): Finding[] {
  const detail =
    '以受害人现居住地确定管辖，裁定书写明即告知其所在区县：交给加害人的文书不写管辖依据，请核对能否以家庭暴力发生地、被申请人居住地确定管辖';
  return when(
    order?.jurisdictionGround === 'applicant-residence',
    notice({ pointer: '/order/jurisdictionGround', code: 'INFERENCE_JURISDICTION', detail, citation: OPINION }),
  );
}

/** What is recorded as known is printed: a school beside the new home gives the home away. */
function findKnown(root: Case): Finding[] {
  const detail = '记为加害人已知悉的信息能推知受害人现住所，将印入交给加害人的文书：请核实其确已知悉，否则删除这一项';
  return root.victims.flatMap(({ knownToRespondent = [] }, victim) =>
    knownToRespondent.flatMap(({ pointer }, index) => {
      const at = absolutePointer(pointer, victim);
      const known = readPointer(root, at);
      const texts = typeof known === 'object' && known !== null ? Object.values(known) : [known];
      return when(
        kindOfKnown(at) === 'location' && !isHiddenHome(root, at) && texts.some((text) => pointsHome(text, root)),
        notice({
          pointer: `/victims/${victim}/knownToRespondent/${index}/pointer`,
          code: 'INFERENCE_KNOWN',
          detail,
          citation: OPINION,
        }),
      );
    }),
  );
}
