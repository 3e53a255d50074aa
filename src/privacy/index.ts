export type { Decision, Disclosure, LeafFact, Policy, PrivacyClass, TextSpan } from './policy';
export { type Projection, project, type View } from './project';
