export { openLayout } from './open-layout';
export { FORMATS, type Format, type Layout } from './writer';
