export { FORMATS, type Format } from './format';
export { type FontFolders, openLayout } from './open-layout';
export type { Layout } from './writer';
