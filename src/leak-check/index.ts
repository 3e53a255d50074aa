export { assertNoLeak } from './assert-no-leak';
export { findLeaks, type Leak } from './find-leaks';
export { type FileFormat, formatOf, readFile } from './read-file';
export type { CarrierText, Place, Reading, Unread } from './reading';
