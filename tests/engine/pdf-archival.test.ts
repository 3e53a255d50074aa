import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checker, openChecker } from '../../scripts/check-pdf/check-file';
import { type Layout, openLayout } from '../../src/layout';
import { type Block, type Cell, type DocumentModel, toPlainText } from '../../src/model';
import { readPdf, withoutSpace } from '../support/layout-read';
import { FORM, PREVIEW, RETURN_SLIP, RULING } from '../support/layout-samples';
import { temporaryFolder } from '../support/temporary-folder';

let layout: Layout;
let checker: Checker;
beforeAll(async () => {
  layout = await openLayout({ fontsDir: 'fonts' });
  checker = openChecker({ fontsDir: 'fonts' });
});

const write = (model: DocumentModel) => layout.writers.pdf.write(model, { issuedAt: new Date('2026-11-21T08:00:00Z') });
const document = (blocks: Block[], rest: Partial<DocumentModel> = {}): DocumentModel => ({
  title: 'AS-2026-000001',
  pageNumbers: true,
  blocks,
  ...rest,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });
const cell = (text: string, rest: Partial<Cell> = {}): Cell => ({ content: [[{ kind: 'text', text }]], ...rest });

const CASES: [what: string, model: DocumentModel][] = [
  ['a ruling', RULING],
  ['a form', FORM],
  ['a return slip', RETURN_SLIP],
  ['a preview', PREVIEW],
  ['nothing but a blank', document([{ kind: 'paragraph', content: [{ kind: 'blank', cells: 8 }] }])],
  [
    'a title with mark-up and control characters',
    document([paragraph('正文')], { title: '<A & B> "甲"\u0007(乙)\\]]>' }),
  ],
  ['a mark in half a cell and the same in a whole one', document([paragraph(`${'法'.repeat(25)}。”后文。`)])],
  ['characters beyond the first plane and selectors', document([paragraph('𠅤𠮷䶮㛃葛\u{e0100}喆堃')])],
  [
    'headings that start at the second level, and no title',
    document([
      { kind: 'heading', level: 2, text: '（一）证据' },
      paragraph('正文'),
      { kind: 'heading', level: 1, text: '一、审查' },
      { kind: 'heading', level: 2, text: '（一）证据' },
    ]),
  ],
  [
    'rows that leave columns open, and spans that go too far',
    document([
      {
        kind: 'table',
        columns: [50, 50, 50],
        headerRows: 1,
        rows: [
          { cells: [cell('甲', { label: true }), cell('乙', { label: true, colSpan: 5 })] },
          { cells: [cell('一', { rowSpan: 9 }), cell('二')] },
          { cells: [cell('三')] },
          { cells: [] },
        ],
      },
    ]),
  ],
  ['a table over several pages', document([{ kind: 'table', columns: [30, 120], headerRows: 1, rows: rows(70) }])],
];

function rows(count: number): { cells: Cell[] }[] {
  const header = { cells: [cell('项目', { label: true }), cell('内容', { label: true })] };
  return [
    header,
    ...Array.from({ length: count }, (_, index) => ({
      cells: [cell(`第${index}项`, { label: true }), cell('保护'.repeat(40))],
    })),
  ];
}

describe('PDF/A-2b and PDF/UA-1', () => {
  test.each(CASES)('hold for %s', async (_, model) => {
    expect(checker.check(await write(model))).toEqual([]);
  });

  test.each(CASES)('do not make qpdf, poppler or mupdf stumble over %s', async (_, model) => {
    const pdf = await write(model);
    for (const [command, ...args] of [
      ['qpdf', '--check', 'FILE'],
      ['pdfinfo', 'FILE'],
      ['pdftotext', 'FILE', '-'],
      ['mutool', 'draw', '-q', '-N', '-F', 'stext', '-o', '/dev/null', 'FILE'],
    ]) {
      const { status, stderr } = run(pdf, command ?? '', args);
      expect([command, status, stderr]).toEqual([command, 0, '']);
    }
    expect(readPdf(pdf, 'pdfinfo', ['FILE'])).toMatch(/Tagged: +yes/);
  });
});

function run(pdf: Buffer, command: string, args: string[]): { status: number | null; stderr: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'document.pdf');
  writeFileSync(file, pdf);
  return spawnSync(
    command,
    args.map((arg) => (arg === 'FILE' ? file : arg)),
    { encoding: 'utf8' },
  );
}

/** The structure as poppler reads it: one line per element, one per text, indented. */
async function structureOf(model: DocumentModel): Promise<string[]> {
  const text = readPdf(await write(model), 'pdfinfo', ['-struct-text', 'FILE']);
  return text.split('\n').filter((line) => line.trim() !== '');
}

function spokenText(structure: string[]): string {
  const texts = structure.map((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? '');
  return withoutSpace(texts.join('')).replaceAll('\\"', '"');
}

describe('the structure', () => {
  test.each([
    ['a ruling', RULING],
    ['a return slip', RETURN_SLIP],
    ['a form', FORM],
  ])('reads %s aloud as its plain text stands, each word once, without page numbers', async (_, model) => {
    const caption = (model.qr?.caption ?? []).join('');
    expect(spokenText(await structureOf(model))).toBe(withoutSpace(toPlainText(model).replaceAll(' | ', '') + caption));
  });

  test('keeps a paragraph whole that is divided between pages', async () => {
    const structure = await structureOf(document([paragraph('保'.repeat(1200))]));
    expect(structure.filter((line) => /^ *P/.test(line))).toHaveLength(1);
    expect(structure.filter((line) => /^ *"/.test(line)).length).toBeGreaterThan(1);
  });

  test('names title, headings, paragraphs and the verification code', async () => {
    const structure = await structureOf(RULING);
    const types = structure
      .map((line) => /^ *(\w+)(?: \(.*\))?:?$/.exec(line)?.[1])
      .filter((type) => type !== undefined);
    expect(types.slice(0, 3)).toEqual(['Document', 'P', 'H1']);
    expect(types).toEqual(expect.arrayContaining(['H2', 'H3', 'Div', 'Figure']));
    expect(types.slice(-4)).toEqual(['Figure', 'Div', 'P', 'P']);
    expect(types.filter((type) => type === 'Figure')).toHaveLength(1);
  });

  test('gives header cells a scope and repeats no header row', async () => {
    const table = document([{ kind: 'table', columns: [30, 120], headerRows: 1, rows: rows(70) }]);
    const raw = readPdf(await write(table), 'qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-']);
    expect(raw.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(raw.match(/\/Scope \/Row/g)).toHaveLength(70);
    expect(raw.match(/\/S \/TR\b/g)).toHaveLength(71);
    expect(spokenText(await structureOf(table)).split('项目内容')).toHaveLength(2);
  });
});
