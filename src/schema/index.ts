export { z } from 'zod';
export { type FieldNode, fieldNames, fieldTree, listOf, section } from './field';
export { nearestName } from './nearest';
export { parseJson } from './parse-json';
export { isHarmlessKey, parsePointer, readPointer, toPointer } from './pointer';
export { choice, date, dateOrMoment, dateTime, line, narrative, pattern, remark, wholeNumber, yesNo } from './text';
export { createValidator, type Validator } from './validate';
