import { strToU8, zipSync } from 'fflate';
import { formatOf } from '../../src/leak-check';
import { docx } from '../leak-corpus/generate/docx-package';
import { page } from '../support/raw-pdf';

const ole = (entry: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(entry, 'utf16le')]);
const zip = (names: string[]) => Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))));

/** What a file is called proves nothing. */
test.each<[what: string, bytes: Buffer, format: string | undefined]>([
  ['a PDF', page(''), 'pdf'],
  ['a PDF behind other bytes', Buffer.concat([Buffer.from('mail\r\n'), page('')]), 'pdf'],
  ['a DOCX', docx({}), 'docx'],
  ['an encrypted DOCX', ole('EncryptedPackage'), 'docx'],
  ['an old Word file', ole('WordDocument'), undefined],
  ['a package of another kind', zip(['[Content_Types].xml', 'xl/workbook.xml']), undefined],
  ['any ZIP', zip(['word/document.xml']), undefined],
  ['a text', Buffer.from('[Content_Types].xml word/'), undefined],
])('the format of %s is told by its content', (_, bytes, format) => {
  expect(formatOf(bytes)).toBe(format);
});
