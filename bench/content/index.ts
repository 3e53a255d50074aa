export { makeFacts } from './facts';
export { manyCharacters, manyDistinct, manyPages, manyRows } from './growth';
export { ISSUED_AT, makeRuling, paragraph } from './ruling';
