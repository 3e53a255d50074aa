export { z } from 'zod';
export { describe, type FieldNode, fieldTree, listOf, section } from './field';
export { type Path, parsePointer, readPointer, toPointer } from './pointer';
export { choice, date, dateOrMoment, dateTime, line, narrative, pattern, remark, wholeNumber, yesNo } from './text';
export { createValidator, type Validated, type Validator } from './validate';
