export { checkCase } from './checks';
export { type Case, caseSchema, caseWith } from './schema';
