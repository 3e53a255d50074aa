export { makeFacts } from './facts';
export { manyCharacters, manyDistinct, manyPages, manyRows, runningText } from './growth';
export { ISSUED_AT, makeRuling, paragraph } from './ruling';
