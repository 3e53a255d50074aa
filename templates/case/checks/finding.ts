import { type CheckInput, cite, type Finding } from '../../../src/authoring';
import type { CaseLaw } from '../../law';
import type { Case } from '../schema';

/** One topic of the law's checks on a case: returns everything it finds, never a value of the case. */
export type Check = (input: CheckInput<Case, CaseLaw>) => Finding[];

type Content = Omit<Finding, 'severity'>;

/** The paper would be wrong: it is not made. */
export function error(content: Content): Finding {
  return withSeverity('error', content);
}

/** Goes with the paper and blocks nothing. */
export function notice(content: Content): Finding {
  return withSeverity('notice', content);
}

/** Key by key: nearly every check makes its finding before it knows whether it holds, and copies by `...` outlive a case. */
function withSeverity(severity: Finding['severity'], { pointer, code, detail, citation }: Content): Finding {
  return citation === undefined ? { severity, pointer, code, detail } : { severity, pointer, code, detail, citation };
}

/** The findings when the condition holds. */
export function when(condition: boolean, ...findings: Finding[]): Finding[] {
  return condition ? findings : [];
}

/** The article that holds a list of the law, as a citation: the first of them that is cited, without its paragraph and item. */
export function citingList(rules: readonly { citation: string }[]): { citation?: string } {
  const article = rules
    .map((rule) => /^《[^》]+》第[^条]+条/.exec(rule.citation)?.[0])
    .find((text) => text !== undefined);
  return article === undefined ? {} : { citation: article };
}

/** The provision as a citation, where it is in force on the day of the paper. */
export function citing(law: CaseLaw, id: string): { citation?: string } {
  const basis = law.basis(id);
  return basis === undefined ? {} : { citation: cite([basis]) };
}
