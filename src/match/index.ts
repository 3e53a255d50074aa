export { readAddressLine } from './address/address-line';
export { regionsAlone } from './address/regions-alone';
export { ADDRESS_PARTS, type AddressParts, type Allowed, type FactHit, inOneLine, type ProtectedFact } from './facts';
export { findFacts } from './find-facts';
export { createMatcher, type Matcher } from './matcher';
export { redact } from './redact';
export { toNormalForm } from './text/normal-form';
