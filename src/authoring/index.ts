/** The API that templates are written against, and the only part of the machine they may import. */
export { type Basis, cite, type Law } from '../jurisdiction';
export { type AddressParts, readAddressLine, toNormalForm } from '../match';
export type { Block, Cell, Inline, Row, Signatory } from '../model';
export type { Decision, LeafFact, Policy, PrivacyClass, View } from '../privacy';
export {
  choice,
  date,
  dateOrMoment,
  dateTime,
  line,
  listOf,
  narrative,
  pattern,
  readPointer,
  remark,
  section,
  wholeNumber,
  yesNo,
  z,
} from '../schema';
export type { Clause } from '../text';
export * from './dates';
export type {
  BuildInput,
  Built,
  CheckInput,
  Finding,
  Instrument,
  Item,
  LawShape,
  LawValues,
  Templates,
} from './instrument';
export * from './wording';
