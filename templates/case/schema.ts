import { choice, line, listOf, section, type View, type z } from '../../src/authoring';
import { assistanceEntry, order, violation } from './court';
import { application, evidenceItem, incident, organ, RELATIONSHIPS, representative } from './facts';
import { informant, relative, respondent, victim } from './person';
import { warning } from './police';
import { serviceEntry } from './service';
import { visit } from './visit';

/** The sections of a case; which of them are mandatory is said by each instrument. */
const shape = {
  jurisdiction: line({ label: '地区', privacy: 'procedure', max: 40 }),
  victims: listOf('受害人（申请人）', victim, { min: 1, max: 5 }),
  respondents: listOf('加害人（被申请人）', respondent, { min: 1, max: 5 }),
  relationship: choice('双方关系', 'procedure', RELATIONSHIPS),
  court: organ('人民法院').optional(),
  police: organ('公安机关').optional(),
  relatives: listOf('相关近亲属', relative, { max: 20 }).optional(),
  representative: representative.optional(),
  informants: listOf('报案人、知情人、证人', informant, { max: 20 }).optional(),
  incidents: listOf('家庭暴力事实', incident, { min: 1, max: 50 }).optional(),
  evidence: listOf('证据', evidenceItem, { max: 100 }).optional(),
  application: application.optional(),
  warning: warning.optional(),
  order: order.optional(),
  assistance: listOf('协助执行', assistanceEntry, { min: 1, max: 30 }).optional(),
  service: listOf('送达', serviceEntry, { min: 1, max: 60 }).optional(),
  visits: listOf('回访', visit, { min: 1, max: 60 }).optional(),
  violation: violation.optional(),
};

export const caseSchema = section('案件', shape);

export type Case = z.infer<typeof caseSchema>;
export type CaseView = View<Case>;

type OptionalSection = {
  [Key in keyof typeof shape]: (typeof shape)[Key] extends z.ZodOptional ? Key : never;
}[keyof typeof shape];

/** The case with some of its optional sections made mandatory. */
export function caseWith(...sections: OptionalSection[]): z.ZodType<Case> {
  const required = Object.fromEntries(sections.map((name) => [name, shape[name].unwrap()]));
  return section('案件', { ...shape, ...required }) as unknown as z.ZodType<Case>;
}
