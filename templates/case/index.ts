export { checkCase } from './checks';
export { type Case, type CaseView, caseSchema, caseWith } from './schema';
