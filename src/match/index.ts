export { ADDRESS_PARTS, type AddressParts, inOneLine, readAddressLine } from './address-line';
export type { Allowed, FactHit, ProtectedFact } from './facts';
export { findFacts } from './find-facts';
export { createMatcher, type Matcher } from './matcher';
export { toNormalForm } from './normal-form';
export { redact } from './redact';
export { regionsAlone } from './regions-alone';
