import { zipSync } from 'fflate';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, ucs2 } from '../support/raw-pdf';

const LETTERS = [...ADDRESS];
const NOISE = '甲';
const show = (text: string) => `<${ucs2(text)}> Tj`;

/** The address, each of its letters drawn in one way, with a letter in another way behind each. */
const interleaved = (plain: string, hidden: string) =>
  `BT /F1 12 Tf 60 700 Td ${LETTERS.map((letter) => `${plain} ${show(letter)} ${hidden} ${show(NOISE)}`).join(' ')} ET`;

describe('letters that nobody sees do not hide an address between them on a page', () => {
  test.each([
    ['without ink', interleaved('0 Tr', '3 Tr')],
    ['in white', interleaved('0 g', '1 g')],
    ['in white by three colours', interleaved('0 0 0 rg', '1 1 1 rg')],
    ['of no size', interleaved('/F1 12 Tf', '/F1 0.1 Tf')],
    ['of no width', interleaved('100 Tz', '0.1 Tz')],
    ['behind a named transparency', interleaved('/G1 gs', '/G0 gs')],
    ['on a layer', interleaved('', '/OC /O1 BDC').replaceAll(`${show(NOISE)}`, `${show(NOISE)} EMC`)],
    [
      'cut away',
      LETTERS.map(
        (letter, index) =>
          `BT /F1 12 Tf 1 0 0 1 ${60 + 24 * index} 700 Tm ${show(letter)} ET ` +
          `q 0 0 1 1 re W n BT /F1 12 Tf 1 0 0 1 ${72 + 24 * index} 700 Tm ${show(NOISE)} ET Q`,
      ).join(' '),
    ],
  ])('%s', async (_, content) => {
    expect(await verdict('pdf', page(content))).toMatch(/同样式/);
  });

  test('and a word of another colour in a clean line is no leak', async () => {
    const content = `BT /F1 12 Tf 60 700 Td ${show('住在')} 1 0 0 rg ${show('别处')} 0 g ${show('的人')} 0 -20 Td ${show('好')} ET`;
    const marked = `/Span BMC ${content} EMC EMC 0 0 9 9 re W n`;
    expect(await verdict('pdf', page(marked))).toBe('passes');
  });
});

const XML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, format = '') => `<w:r><w:rPr>${format}</w:rPr><w:t>${text}</w:t></w:r>`;
const wordFile = (paragraphs: string) =>
  Buffer.from(
    zipSync({
      'word/document.xml': Buffer.from(`<w:document ${XML}><w:body>${paragraphs}</w:body></w:document>`),
    }),
  );
const paragraph = (runs: string) => `<w:p>${runs}</w:p>`;

describe('nor in a paragraph of Word', () => {
  test.each([
    ['in white', '<w:color w:val="FFFFFF"/>'],
    ['of no size', '<w:sz w:val="2"/>'],
    ['of no width', '<w:w w:val="1"/>'],
    ['far above the line', '<w:position w:val="2000"/>'],
    ['hidden by a style', '<w:rStyle w:val="Hidden"/>'],
    ['hidden for good', '<w:specVanish/>'],
    ['without a filling', '<w14:textFill><w14:noFill/></w14:textFill>'],
  ])('%s', async (_, format) => {
    const file = wordFile(paragraph(LETTERS.map((letter) => run(letter) + run(NOISE, format)).join('')));
    expect(await verdict('docx', file)).toMatch(/^protected facts found/);
  });

  test('and formats break no number', async () => {
    const parts = ['幸福路8', '8号2幢30', '1室'].map((text, index) =>
      run(text, index === 1 ? '<w:strike/>' : '<w:em/>'),
    );
    expect(await verdict('docx', wordFile(paragraph(parts.join(''))))).toMatch(/^protected facts found/);
  });

  test('and letters of one format in two paragraphs stay apart', async () => {
    const split = ['幸福', '路8', '8号'].map((text) =>
      paragraph(run(text) + run(' ') + run('某', '<w:color w:val="FF0000"/>')),
    );
    expect(await verdict('docx', wordFile(split.join('')))).toBe('passes');
  });
});

test('characters by numbers with zeros before them are read', async () => {
  const numbers = LETTERS.map((letter) => `&#x000${letter.charCodeAt(0).toString(16)};&#8203;`).join('');
  const decimal = LETTERS.map((letter) => `&#000${letter.charCodeAt(0)};`).join('');
  for (const text of [numbers, decimal]) {
    expect(await verdict('docx', wordFile(paragraph(run(text))))).toMatch(/^protected facts found/);
  }
});
