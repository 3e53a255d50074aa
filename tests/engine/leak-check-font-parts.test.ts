import { ADDRESS, pageText, verdict } from '../support/leak-verdict';
import { page, rawPdf, stream } from '../support/raw-pdf';

const LETTERS = [...ADDRESS];
const FIRST = 65;
const codes = LETTERS.map((_, index) => (FIRST + index).toString(16));
const names = LETTERS.map((letter) => `/uni${unit(letter)}`);

function unit(letter: string): string {
  return letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** A page that shows the codes from A on, in a font whose entries are given; objects count from 6. */
const shownIn = (entries: string, ...objects: (string | Buffer)[]) =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 12 Tf 72 700 Td <${codes.join('')}> Tj ET`),
    `<< /Type /Font /BaseFont /Own ${entries} >>`,
    ...objects,
  ]);
const simple = (entries: string, ...objects: (string | Buffer)[]) =>
  shownIn(`/Subtype /TrueType ${entries}`, ...objects);
const composite = (entries: string, ...objects: (string | Buffer)[]) =>
  shownIn(`/Subtype /Type0 /DescendantFonts [<< /Subtype /CIDFontType2 >>] ${entries}`, ...objects);

const FOUND = /^protected facts found/;
const differences = `<< /Type /Encoding /Differences [${FIRST} ${names.join(' ')}] >>`;
const characters = LETTERS.map((letter, index) => `<${codes[index]}> <${unit(letter)}>`).join('\n');
const map = `begincmap ${LETTERS.length} beginbfchar\n${characters}\nendbfchar endcmap`;
const EMPTY = 'begincmap endcmap';

describe('the parts of a font are found', () => {
  test.each<[string, (file: Buffer) => string]>([
    ['as it is written usually', (file) => file.toString('latin1')],
    [
      'with blanks between its numbers',
      (file) => file.toString('latin1').replace('6 0 obj', `6${' '.repeat(99)}0 obj`),
    ],
    [
      'with line breaks before the word',
      (file) => file.toString('latin1').replace('6 0 obj', `6 0${'\n'.repeat(99)}obj`),
    ],
    ['with zeros before its number', (file) => file.toString('latin1').replace('6 0 obj', `${'0'.repeat(20)}6 0 obj`)],
  ])('in an object: %s', async (_, rewritten) => {
    const file = Buffer.from(rewritten(simple('/Encoding 6 0 R', differences)), 'latin1');
    expect(await verdict('pdf', file)).toMatch(FOUND);
  });

  test('in lists whose items are objects of their own', async () => {
    const references = names.map((__, index) => `${index + 8} 0 R`).join(' ');
    const file = simple('/Encoding << /Differences 6 0 R >>', `[7 0 R ${references}]`, String(FIRST), ...names);
    expect(await verdict('pdf', file)).toMatch(FOUND);
  });

  test.each(['Encoding', 'ToUnicode'])('or the file is refused: /%s leads nowhere', async (key) => {
    expect(await verdict('pdf', simple(`/${key} 99 0 R`))).toMatch(/^unreadable: a PDF font of which the file/);
  });
});

describe('a map of codes', () => {
  test('is read to its end although nothing says where its list ends', async () => {
    for (const cut of [map.replace(' endcmap', '').replace('endbfchar', ''), map.replace('endbfchar', '')]) {
      expect(await verdict('pdf', simple('/ToUnicode 6 0 R', stream(cut)))).toMatch(FOUND);
    }
  });

  test('may be based on another one, which says what it leaves out', async () => {
    const file = simple('/ToUnicode 6 0 R', stream(EMPTY, '/UseCMap 7 0 R'), stream(map));
    expect(await verdict('pdf', file)).toMatch(FOUND);
  });

  test('may be an encoding that is based on another one, which is based on a known one', async () => {
    const file = composite(
      '/Encoding 6 0 R /ToUnicode 8 0 R',
      stream(EMPTY, '/UseCMap 7 0 R'),
      stream(
        '1 begincodespacerange <40> <7f> endcodespacerange 1 begincidrange <41> <7f> 65 endcidrange',
        '/UseCMap /Identity-H',
      ),
      stream(map),
    );
    expect(await verdict('pdf', file)).toMatch(FOUND);
  });

  test('that is based on itself ends', async () => {
    const circle = stream(map, '/UseCMap 6 0 R');
    expect(await verdict('pdf', simple('/ToUnicode 6 0 R', circle))).toMatch(FOUND);
    expect(await verdict('pdf', composite('/Encoding 6 0 R', circle))).toMatch(
      /^unreadable: a PDF font with an unusual/,
    );
  });
});

test('glyphs of a simple font that is in the file, and whose codes stand for nothing, are unreadable', async () => {
  const file = simple(
    '/FontDescriptor 6 0 R /ToUnicode 7 0 R',
    '<< /Type /FontDescriptor /Flags 32 /FontFile2 8 0 R >>',
    stream(`1 beginbfrange <41> <5a> <0001> endbfrange`),
    stream('no program'),
  );
  expect(await verdict('pdf', file)).toMatch(/^unreadable: a PDF glyph without text/);
});

test('the word object in remarks and texts is no object', async () => {
  const remarks = '\n%% Original object ID: 1 0\nobject of the hearing'.repeat(200);
  const file = Buffer.concat([page('BT /F1 12 Tf 72 700 Td <6cd5> Tj ET'), Buffer.from(remarks)]);
  expect(await verdict('pdf', file)).toBe('passes');
  expect(await pageText(file)).toBe('法');
});
