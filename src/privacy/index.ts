export type { Decision, Disclosure, LeafFact, Policy, PrivacyClass } from './policy';
export { type Projection, project, type View } from './project';
export { standsOut } from './protected-facts';
