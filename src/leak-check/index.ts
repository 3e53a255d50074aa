export { assertNoLeak } from './assert-no-leak';
export { findLeaks } from './find-leaks';
export { type FileFormat, formatOf, readFile } from './read-file';
export type { Place, Reading } from './reading';
