import { type CheckInput, calendarDate, cite, type Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { isCoResident, relationConditions, relationOf } from '../../wording/relationship';
import { incidentsOf, letterEvidence, letterOf } from './schema';

const OPINION = '《关于加强家庭暴力告诫制度贯彻实施的意见》';
const LAW = '《中华人民共和国反家庭暴力法》';

/** What a warning letter asks of the case beyond its shape. */
export function checkWarningLetter({ case: root, law, item }: CheckInput<Case, CaseLaw>): Finding[] {
  const { warning } = root;
  if (warning === undefined) return [];
  const index = item?.index ?? 0;
  return [
    ...checkLaw(law),
    ...checkNumbers(root, index),
    ...checkFacts(root, index),
    ...checkEvidence(root),
    ...checkRelations(root, index),
    ...checkFormer(root, law),
  ];
}

/** No organ warns under a law that is not in force yet. */
function checkLaw(law: CaseLaw): Finding[] {
  if (law.basis('dv-law-16') !== undefined) return [];
  return [
    {
      severity: 'error',
      pointer: '/warning/decidedAt',
      code: 'LAW_NOT_IN_FORCE',
      detail:
        '作出告诫决定时《中华人民共和国反家庭暴力法》尚未施行（自2016年3月1日起施行），不得制作告诫书，请核对时间',
      citation: `${LAW}第三十八条`,
    },
  ];
}

function checkNumbers({ warning, respondents }: Case, index: number): Finding[] {
  const findings: Finding[] = [];
  if (letterOf(warning, index) === undefined) {
    findings.push({
      severity: 'error',
      pointer: '/warning/letters',
      code: 'WARNING_LETTER_MISSING',
      detail: '该被告诫人没有自己的告诫书文号，请在“各被告诫人的告诫书”中填写',
      citation: `${OPINION}第九条`,
    });
  }
  const numbers = respondents.flatMap((_, respondent) => letterOf(warning, respondent)?.number ?? []);
  if (new Set(numbers).size < numbers.length) {
    findings.push({
      severity: 'error',
      pointer: '/warning/letters',
      code: 'WARNING_NUMBER_REPEATED',
      detail: '各被告诫人的告诫书文号重复，请分别编号',
    });
  }
  const year = warning === undefined ? '' : calendarDate(warning.decidedAt).slice(0, 4);
  const own = letterOf(warning, index)?.number;
  if (own !== undefined && !own.includes(`〔${year}〕`)) {
    findings.push({
      severity: 'notice',
      pointer: '/warning/number',
      code: 'WARNING_NUMBER_YEAR',
      detail: '告诫书文号中的年份与作出决定的年份不一致，请核对',
    });
  }
  return findings;
}

/** A letter states what its own addressee did, and only that. */
function checkFacts({ warning, incidents = [], respondents }: Case, index: number): Finding[] {
  const own = incidentsOf(incidents, { decidedAt: warning?.decidedAt, respondent: index });
  if (own.length === 0) {
    const detail =
      '没有该被告诫人在告诫决定之前实施的家庭暴力事实，请核对事实的发生时间、实施人或者告诫决定时间；没有事实的不得告诫';
    const citation = `${LAW}第十六条第二款`;
    return [{ severity: 'error', pointer: '/incidents', code: 'WARNING_WITHOUT_FACTS', detail, citation }];
  }
  if (respondents.length === 1) return [];
  return incidents.flatMap((incident, place): Finding[] => {
    if (incident.respondents !== undefined || !own.includes(incident)) return [];
    const detail = '有多名加害人时应当写明每一事实的实施人，未写明的会印入每一名被告诫人的告诫书，请填写“respondents”';
    const pointer = `/incidents/${place}/respondents`;
    return [{ severity: 'notice', pointer, code: 'WARNING_DOER_UNSTATED', detail, citation: `${LAW}第十六条第二款` }];
  });
}

/** A letter says by what kinds of evidence its facts are proved. */
function checkEvidence({ evidence }: Case): Finding[] {
  if (letterEvidence(evidence) !== undefined) return [];
  const detail = '案件没有可以写明的证据种类，告诫书不印认定证据一句，请在“evidence”中填写';
  const citation = `${OPINION}第九条`;
  return [{ severity: 'notice', pointer: '/evidence', code: 'WARNING_WITHOUT_EVIDENCE', detail, citation }];
}

function checkRelations(root: Case, respondent: number): Finding[] {
  if (root.victims.every((_, victim) => relationOf(root, { victim, respondent }) !== undefined)) return [];
  return [
    {
      severity: 'notice',
      pointer: '/victims',
      code: 'WARNING_RELATION_UNSTATED',
      detail:
        '案件没有写明部分受害人与该被告诫人的关系，告诫书上没有印出；请在受害人的“与加害人的关系”“与其他加害人的关系”中写明',
      citation: `${OPINION}第九条`,
    },
  ];
}

/** After a marriage or a love relationship has ended, violence falls under the law where the two still live together. */
function checkFormer(root: Case, law: CaseLaw): Finding[] {
  const { relationship } = root;
  if (relationship !== 'former-spouse' && relationship !== 'former-partner') return [];
  const applies = { always: false, ...relationConditions(root) };
  if (isCoResident(root) || law.lists.warningBases.some(({ when }) => applies[when])) return [];
  const basis = law.basis('dv-law-37');
  return [
    {
      severity: 'notice',
      pointer: '/relationship',
      code: 'WARNING_OUTSIDE_FAMILY',
      detail:
        '双方已经离婚或者结束恋爱、同居关系，也不再共同生活，不属于家庭成员或者共同生活的人，请核对能否出具家庭暴力告诫书',
      ...(basis === undefined ? {} : { citation: cite([basis]) }),
    },
  ];
}
