import { createBudget } from '../../src/leak-check/budget';
import { codesInText } from '../../src/leak-check/pictures/text-codes';
import { qrModules } from '../leak-corpus/generate/codes';
import { documentXml, docx, run } from '../leak-corpus/generate/docx-package';
import { show, shown } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page } from '../support/raw-pdf';

const modules = qrModules(ADDRESS);
const rows = (dark: string, light: string) => modules.map((row) => row.map((is) => (is ? dark : light)).join(''));
/** Two rows of modules in one line, as most programs write them. */
const halves = modules.flatMap((row, y) =>
  y % 2 === 1
    ? []
    : [row.map((upper, x) => [' ', '▄', '▀', '█'][(upper ? 2 : 0) + (modules[y + 1]?.[x] ? 1 : 0)]).join('')],
);
const word = (lines: string[]) => docx({ 'word/document.xml': documentXml(lines.map(run).join('<w:br/>')) });

describe('a code that is written with blocks is read', () => {
  test.each<[string, string[]]>([
    ['with two blocks a module', rows('██', '  ')],
    ['with squares', rows('■', '□')],
    ['with the blocks for what is light', rows('  ', '██')],
    ['with half blocks', halves],
    ['with hash marks', rows('##', '  ')],
    ['with ones and zeros', rows('1', '0')],
    ['with any two signs, behind lines of others', ['-'.repeat(30), ...rows('黑', '白')]],
    ['with signs beyond the basic plane', rows('\u{1f7e5}', '\u{1f7e9}')],
  ])('%s', async (_, lines) => {
    expect(await verdict('docx', word(lines))).toContain('图形码');
  });

  test('in the text of a page and in an attached text', async () => {
    const lines = rows('■', '□').map((text, y) => `BT /F1 8 Tf 1 0 0 1 72 ${600 - 8 * y} Tm ${show(text)} ET\n`);
    expect(await verdict('pdf', page(shown + lines.join('')))).toContain('图形码');
    expect(await verdict('docx', docx({ 'word/a.txt': `扫码\r\n${rows('█', '　').join('\r\n')}` }))).toContain(
      '图形码',
    );
  });
});

test('blocks in place of words are no code, and neither are lines that are too long', () => {
  const none = [
    '■■■',
    `${'█'.repeat(500)}\n`.repeat(20),
    `${'█'.repeat(30)}x\n`.repeat(20),
    `${'█'.repeat(30)}\n`.repeat(500),
  ];
  for (const text of none) expect(codesInText(text, createBudget())).toEqual([]);
});

test('more codes of blocks than a document can need are refused', async () => {
  const many = `${`${'█░'.repeat(150)}\n`.repeat(300)}\n`.repeat(20);
  expect(await verdict('docx', docx({ 'word/a.txt': many }))).toMatch(/^unreadable: the file takes more work/);
});
