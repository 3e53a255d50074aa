import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, rawPdf, stream, ucs2 } from '../support/raw-pdf';

const folder = path.join(__dirname, '../leak-corpus');
const pdfs = readdirSync(folder)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => readFileSync(path.join(folder, name)));
const docx = Buffer.from(
  zipSync({ 'word/document.xml': strToU8(`<w:t>${ADDRESS}</w:t>`.repeat(50)), 'a.txt': strToU8('text') }),
);

/**
 * Any other error than a refusal is thrown on by `verdict` and fails the test. Whatever grows with the square of these
 * files takes minutes, which no test is given.
 */
async function judge(format: 'pdf' | 'docx', file: Buffer): Promise<void> {
  expect(await verdict(format, file)).not.toBe('');
}

describe('damaged files end in a verdict', () => {
  test('cut short anywhere', async () => {
    for (const file of pdfs) {
      for (let length = 0; length < file.length; length += 97) {
        await judge('pdf', file.subarray(0, length));
      }
    }
    for (let length = 0; length < docx.length; length += 1) await judge('docx', docx.subarray(0, length));
  });

  test('with flipped bits', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 });
    const flipped = (file: Buffer, changes: [number, number][]) => {
      const copy = Buffer.from(file);
      for (const [at, bits] of changes) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ bits;
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pdfs), flips, (file, changes) => judge('pdf', flipped(file, changes))),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(flips, (changes) => judge('docx', flipped(docx, changes))),
      { numRuns: 500 },
    );
  });

  test('made of PDF words in any order', async () => {
    const word = fc.constantFrom(
      '1 0 obj',
      'endobj',
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      'stream\n',
      '\nendstream',
      'BT',
      'ET',
      '/F1 12 Tf',
      'Tj',
      'TJ',
      'BI ID',
      'EI',
      '%',
      '1 0 R',
      'trailer',
      '/Type /ObjStm /N 9 /First 0',
      '/Length 1 0 R',
      '/Kids [1 0 R]',
      '/Type /Catalog /Pages 1 0 R',
      '/Font << /F1 1 0 R >>',
      '\\',
      '9',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), (words) =>
        judge('pdf', Buffer.from(`%PDF-1.7\n${words.join(' ')}`)),
      ),
      { numRuns: 1000 },
    );
  });
});

const NAME = 'n'.repeat(1_000_000);
const zipped = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));

/** Each would take minutes or gigabytes in a reader that trusts its input. */
const HOSTILE: Record<string, Buffer> = {
  'a deflate bomb': page('', { objects: [rawStream(deflateSync(Buffer.alloc(200_000_000)))] }),
  'a bomb in an archive': Buffer.from(zipSync({ a: new Uint8Array(200_000_000) })),
  'forms that draw each other many times': page('/X7 Do', {
    objects: Array.from({ length: 12 }, (_, level) =>
      stream('/N Do '.repeat(10), `/Subtype /Form /Resources << /XObject << /N ${level + 8} 0 R >> >>`),
    ),
  }),
  'a form that draws itself': page('/X7 Do', { objects: [stream('/X7 Do /X7 Do', '/Subtype /Form')] }),
  'endless nesting': page('', { objects: ['['.repeat(500_000)] }),
  'objects that never end': rawPdf(['1 0 obj [ '.repeat(100_000)]),
  'strings that never end': rawPdf(['1 0 obj ( '.repeat(50_000)]),
  'streams that share one end': rawPdf(['1 0 obj << >> stream\n'.repeat(20_000)], '\nendstream'),
  'many objects in one object stream, all at one place': page('', {
    objects: [stream(`${'1 0 '.repeat(50_000)}[${'1 '.repeat(50_000)}]`, '/Type /ObjStm /N 50000 /First 200000')],
  }),
  'references in a circle': rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '2 0 R',
    '<< /Type /Page /Contents 4 0 R /Parent 3 0 R >>',
    '[4 0 R 4 0 R]',
  ]),
  'a page tree that is its own child': rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R 2 0 R] >>',
  ]),
  'one number defined a thousand times by itself': rawPdf(
    Array.from({ length: 1000 }, () => '2 0 R\nendobj\n2 0 obj 2 0 R'),
  ),
  'a font with a code for every number': page(`BT /F2 12 Tf <00> Tj ET`, {
    pageEntries: '/Resources << /Font << /F2 7 0 R >> >>',
    objects: [
      '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R >>',
      stream('1 beginbfrange <00000000> <ffffffff> <0000> endbfrange'),
    ],
  }),
  'a megabyte of open brackets for text': page(`BT /F1 12 Tf ${') '.repeat(300_000)} ET`),
  'a million tags that never close': Buffer.from(zipSync({ 'a.xml': strToU8('<!-- <a <![CDATA[ '.repeat(60_000)) })),
  'names of attributes that never end': zipped({ 'a.xml': `<a ${NAME}>`, 'b.svg': `<svg ${NAME}>` }),
  'empty lines between two letters': zipped({ 'a.xml': `<a>x</a>${'\n'.repeat(1_000_000)}y` }),
  'files in a text that never end': zipped({ 'a.txt': `begin 644 a\n${'\n'.repeat(9)}`.repeat(60_000) }),
  'cells that never close': zipped({
    'xl/sharedStrings.xml': '<sst><si>x</si></sst>',
    'xl/worksheets/sheet1.xml': `<sheet><row><c><v>${'<'.repeat(1_000_000)}`,
  }),
  'more text than any document': page(`BT /F1 12 Tf ${`<${ucs2('字'.repeat(1000))}> Tj `.repeat(1600)} ET`),
};

function rawStream(packed: Buffer): Buffer {
  const head = Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
  return Buffer.concat([head, packed, Buffer.from('\nendstream')]);
}

test.each(Object.entries(HOSTILE))('hostile file ends in a verdict: %s', async (_, file) => {
  await judge(file.subarray(0, 4).toString() === '%PDF' ? 'pdf' : 'docx', file);
});
