export { namedFaces } from './faces';
export { writeDocx } from './write-docx';
