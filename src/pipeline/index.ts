export type { Deps } from './deps';
export { type IssuedCopy, issueInstrument } from './issue-instrument';
export { findInstrument, prepareCopy } from './prepare-copy';
export { type DisclosureReport, previewInstrument, reportDisclosure, validateRequest } from './preview-instrument';
export { type RenderedCopy, renderCopy } from './render-copy';
export { type CopyRequest, readRequest } from './request';
