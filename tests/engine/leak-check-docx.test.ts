import { strToU8, type Zippable, zipSync } from 'fflate';
import { readFile } from '../../src/leak-check';
import { ADDRESS, verdict } from '../support/leak-verdict';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const documentXml = (body: string) =>
  `<?xml version="1.0"?><w:document ${WORD}><w:body><w:p>${body}</w:p></w:body></w:document>`;
const clean = documentXml(run('受害人住址：（依法保密）'));
const gbk = Buffer.from('d0d2b8a3c2b73838bac532b4b1333031cad2', 'hex');

function docx(parts: Record<string, string | Uint8Array>, options: { comment?: string } = {}): Buffer {
  const entries: Zippable = {};
  for (const [name, data] of Object.entries({ 'word/document.xml': clean, ...parts })) {
    entries[name] = [typeof data === 'string' ? strToU8(data) : data, { comment: options.comment ?? '' }];
  }
  return Buffer.from(zipSync(entries));
}

const body = (xml: string) => docx({ 'word/document.xml': documentXml(xml) });

/** Adds a comment to the end record of the archive. */
function withArchiveComment(file: Buffer, comment: Buffer): Buffer {
  const result = Buffer.concat([file, comment]);
  result.writeUInt16LE(comment.length, file.length - 2);
  return result;
}

const CARRIERS: Record<string, [file: Buffer, carrier: string]> = {
  'one run': [body(run(ADDRESS)), '部件 word/document.xml'],
  'one run per character': [body([...ADDRESS].map(run).join('')), '部件 word/document.xml'],
  'runs with a deleted one between': [
    body(`${run('幸福路')}<w:del><w:r><w:delText>别处</w:delText></w:r></w:del>${run('88号2幢301室')}`),
    '部件 word/document.xml',
  ],
  'a deleted run': [body(`<w:del><w:r><w:delText>${ADDRESS}</w:delText></w:r></w:del>`), '部件 word/document.xml'],
  'hidden text': [body(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${ADDRESS}</w:t></w:r>`), '部件 word/document.xml'],
  'a field instruction': [
    body(`<w:r><w:instrText>HYPERLINK "https://map.example/${encodeURIComponent(ADDRESS)}"</w:instrText></w:r>`),
    '部件 word/document.xml',
  ],
  'paragraphs of a table cell': [
    body(`${run('幸福路')}</w:p><w:p>${run('88号')}</w:p><w:p>${run('2幢301室')}`),
    '部件 word/document.xml',
  ],
  'numeric character references': [
    body(run([...ADDRESS].map((char) => `&#${char.codePointAt(0)};`).join(''))),
    '部件 word/document.xml',
  ],
  'a character data section': [body(run(`幸福<![CDATA[路88号]]>2幢301室`)), '部件 word/document.xml'],
  'runs with a comment between': [body(run(`幸福路<!-- 空 -->88号2幢301室`)), '部件 word/document.xml'],
  'an XML comment': [body(`<!-- ${ADDRESS} > -->`), '部件 word/document.xml'],
  'a processing instruction': [body(`<?editor ${ADDRESS}?>`), '部件 word/document.xml'],
  'the description of a picture': [body(`<wp:docPr id="1" descr="${ADDRESS}"/>`), '部件 word/document.xml'],
  'the name of an element': [body(`<w:${ADDRESS}/>`), '部件 word/document.xml'],
  'a header': [docx({ 'word/header1.xml': documentXml(run(ADDRESS)) }), '部件 word/header1.xml'],
  'a comment': [docx({ 'word/comments.xml': documentXml(run(ADDRESS)) }), '部件 word/comments.xml'],
  'a footnote': [docx({ 'word/footnotes.xml': documentXml(run(ADDRESS)) }), '部件 word/footnotes.xml'],
  'the file properties': [
    docx({ 'docProps/core.xml': `<cp:coreProperties><dc:subject>${ADDRESS}</dc:subject></cp:coreProperties>` }),
    '部件 docProps/core.xml',
  ],
  'own properties': [
    docx({ 'docProps/custom.xml': `<property name="住址"><vt:lpwstr>${ADDRESS}</vt:lpwstr></property>` }),
    '部件 docProps/custom.xml',
  ],
  'custom XML': [docx({ 'customXml/item1.xml': `<case address="${ADDRESS}"/>` }), '部件 customXml/item1.xml'],
  'the target of a relationship': [
    docx({
      'word/_rels/document.xml.rels': `<Relationship Target="https://map.example/?q=${encodeURIComponent(ADDRESS)}"/>`,
    }),
    '部件 word/_rels/document.xml.rels',
  ],
  'a part in UTF-16': [
    docx({ 'customXml/item1.xml': Buffer.from(`\ufeff<a>${ADDRESS}</a>`, 'utf16le') }),
    '部件 customXml/item1.xml',
  ],
  'a part in GBK': [
    docx({
      'customXml/item1.xml': Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
        gbk,
        Buffer.from('</a>'),
      ]),
    }),
    '部件 customXml/item1.xml',
  ],
  'text stored beside the data of a picture': [
    docx({
      'word/media/image1.png': Buffer.concat([
        Buffer.from([0x89, 0x50, 0, 1]),
        Buffer.from(`Comment\0${ADDRESS}`),
        Buffer.from([0, 255]),
      ]),
    }),
    '部件 第 2 个',
  ],
  'a part that nothing refers to': [docx({ 'unused/notes.txt': ADDRESS }), '部件 第 2 个'],
  'the name of a part': [docx({ [`word/media/${ADDRESS}.png`]: new Uint8Array(3) }), '部件 第 2 个的名称或附注'],
  'the comment of an entry': [docx({}, { comment: ADDRESS }), '的名称或附注'],
  'the comment of the archive': [withArchiveComment(docx({}), Buffer.from(ADDRESS)), '压缩包注释'],
  'the comment of the archive in GBK': [withArchiveComment(docx({}), gbk), '压缩包注释'],
};

test('the file that the carriers are built on is clean and says what it shows', async () => {
  expect(await verdict('docx', docx({}))).toBe('passes');
  const { texts } = await readFile(docx({}), 'docx');
  expect(texts).toContainEqual({ carrier: 'DOCX 部件 word/document.xml', text: '\n受害人住址：（依法保密）' });
});

test.each(Object.entries(CARRIERS))('finds an address in: %s', async (_, [file, carrier]) => {
  const message = await verdict('docx', file);
  expect(message).toContain('protected facts found: ');
  expect(message).toContain(carrier);
  expect(message).not.toMatch(/幸福路|301/);
});

describe('what cannot be read is refused', () => {
  const file = docx({ 'customXml/item1.xml': `<a>${ADDRESS}</a>` });
  const local = (index: number) => {
    let at = -1;
    for (let found = 0; found <= index; found += 1) at = file.indexOf('PK\x03\x04', at + 1, 'latin1');
    return at;
  };
  const directory = file.indexOf('PK\x01\x02', 0, 'latin1');
  const changed = (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(file);
    change(copy);
    return copy;
  };

  test.each([
    ['a file that is no archive', Buffer.from(ADDRESS)],
    ['an archive cut short', file.subarray(0, -30)],
    ['bytes in front of the archive', Buffer.concat([Buffer.from('MZ'), file])],
    ['an entry that the directory does not list', withoutFirstDirectoryEntry(file)],
    ['an encrypted entry', changed((copy) => copy.writeUInt16LE(1, directory + 8))],
    ['an unusual compression', changed((copy) => copy.writeUInt16LE(12, directory + 10))],
    ['an entry longer than it says', changed((copy) => copy.writeUInt32LE(5, directory + 24))],
    ['an entry shorter than it says', changed((copy) => copy.writeUInt32LE(99999, directory + 24))],
    ['damaged compressed data', changed((copy) => copy.fill(0xff, local(0) + 50, local(0) + 90))],
    ['a broken OLE object inside', docx({ 'word/vbaProject.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex') })],
    ['an archive of another kind inside', docx({ 'word/chunk.bin': 'BZh91AY' })],
    ['XML with entities of its own', docx({ 'customXml/item1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })],
  ])('%s', async (_, broken) => {
    expect(await verdict('docx', broken)).toMatch(/^unreadable: /);
  });
});

/** Keeps the data of the first entry, which the directory then does not mention. */
function withoutFirstDirectoryEntry(file: Buffer): Buffer {
  const first = file.indexOf('PK\x01\x02', 0, 'latin1');
  const second = file.indexOf('PK\x01\x02', first + 1, 'latin1');
  const result = Buffer.concat([file.subarray(0, first), file.subarray(second)]);
  const end = result.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  result.writeUInt16LE(result.readUInt16LE(end + 10) - 1, end + 10);
  result.writeUInt32LE(end - first, end + 12);
  return result;
}
