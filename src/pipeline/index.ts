export { checkFile } from './check-file';
export type { Deps } from './deps';
export { issueInstrument } from './issue-instrument';
export { findInstrument, prepareCopy } from './prepare-copy';
export { previewInstrument, reportDisclosure } from './preview-instrument';
export { renderCopy } from './render-copy';
export { type CopyRequest, readRequest } from './request';
export { validateRequest } from './validate-request';
