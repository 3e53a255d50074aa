import type { CheckInput, Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { relationOf } from '../../wording/relationship';
import { incidentsBefore, letterOf } from './schema';

const OPINION = '《关于加强家庭暴力告诫制度贯彻实施的意见》';

/** What a warning letter asks of the case beyond its shape. */
export function checkWarningLetter({ case: root, item }: CheckInput<Case, CaseLaw>): Finding[] {
  const { warning } = root;
  if (warning === undefined) return [];
  const index = item?.index ?? 0;
  const letter = letterOf(warning, index);
  const findings: Finding[] = [];
  if (letter === undefined) {
    findings.push({
      severity: 'error',
      pointer: '/warning/letters',
      code: 'WARNING_LETTER_MISSING',
      detail: '该被告诫人没有自己的告诫书文号，请在“各被告诫人的告诫书”中填写',
      citation: `${OPINION}第九条`,
    });
  }
  findings.push(...checkNumbers(root));
  if (incidentsBefore(root.incidents, warning.decidedAt).length === 0) {
    findings.push({
      severity: 'error',
      pointer: '/incidents',
      code: 'WARNING_WITHOUT_FACTS',
      detail: '没有发生在告诫决定之前的家庭暴力事实，请核对事实的发生时间或者告诫决定时间',
      citation: '《中华人民共和国反家庭暴力法》第十六条第二款',
    });
  }
  if (root.victims.some((_, victim) => relationOf(root, { victim, respondent: index }) === undefined)) {
    findings.push({
      severity: 'notice',
      pointer: '/victims',
      code: 'WARNING_RELATION_UNSTATED',
      detail:
        '案件没有写明部分受害人与该被告诫人的关系，告诫书上没有印出；请在受害人的“与加害人的关系”或者事实经过中写明',
      citation: `${OPINION}第九条`,
    });
  }
  return findings;
}

function checkNumbers({ warning, respondents }: Case): Finding[] {
  const numbers = respondents.flatMap((_, index) => letterOf(warning, index)?.number ?? []);
  if (new Set(numbers).size === numbers.length) return [];
  return [
    {
      severity: 'error',
      pointer: '/warning/letters',
      code: 'WARNING_NUMBER_REPEATED',
      detail: '各被告诫人的告诫书文号重复，请分别编号',
    },
  ];
}
