export { type FactHit, findFacts, type ProtectedFact } from './find-facts';
export { toNormalForm, toPlainForm } from './normal-form';
export { redact } from './redact';
