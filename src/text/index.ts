export { type Clause, type Clauses, compileClauses } from './compile';
