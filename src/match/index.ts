export { type FactHit, findFacts, type ProtectedFact } from './find-facts';
export { toNormalForm } from './normal-form';
export { redact } from './redact';
