export { openLayout } from './open-layout';
export { FORMATS, type Format, type Layout, type Writer } from './writer';
