export type { Block, Cell, DocumentModel, Inline, Row, Signatory } from './document-model';
export { inlineText, printedText, toPlainText } from './plain-text';
