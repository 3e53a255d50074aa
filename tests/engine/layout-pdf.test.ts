import { execFileSync } from 'node:child_process';
import { type Layout, openLayout } from '../../src/layout';
import { CELL_PT, LINE_PITCH_PT, mmToPt, PAGE, TYPE_SIZE } from '../../src/layout/page';
import { qrMatrix } from '../../src/layout/qr-image';
import { type Block, type DocumentModel, toPlainText } from '../../src/model';
import { readPdf, withoutSpace, wordBoxes } from '../support/layout-read';
import { FORM, PREVIEW, RETURN_SLIP, RULING } from '../support/layout-samples';

let layout: Layout;
beforeAll(async () => {
  layout = await openLayout({ fontsDir: 'fonts' });
});

const issuedAt = new Date('2026-11-21T08:00:00Z');
const write = (model: DocumentModel) => layout.writers.pdf.write(model, { issuedAt });
const document = (blocks: Block[]): DocumentModel => ({ title: 'AS-2026-000001', pageNumbers: false, blocks });
const paragraph = (text: string, indent?: 0): Block => ({
  kind: 'paragraph',
  content: [{ kind: 'text', text }],
  ...(indent === undefined ? {} : { indent }),
});

/** What the page says: the footer, which the plain text does not have, is taken out. */
function bodyText(pdf: Buffer, model: DocumentModel): string {
  const text = withoutSpace(readPdf(pdf, 'pdftotext', ['-raw', 'FILE', '-'])).replace(/—\d+—/g, '');
  return (model.qr?.caption ?? []).reduce((rest, line) => rest.replace(withoutSpace(line), ''), text);
}

/** The header rows that further pages repeat do not stand in the plain text. */
function expectedText(model: DocumentModel): string {
  return withoutSpace(toPlainText(model).replaceAll(' | ', ''));
}

describe('a PDF read back', () => {
  test.each([
    ['a ruling', RULING],
    ['a return slip', RETURN_SLIP],
  ])('says of %s exactly what its plain text says', async (_, model) => {
    expect(bodyText(await write(model), model)).toBe(expectedText(model));
  });

  test('says of a form what its plain text says, the repeated header rows aside', async () => {
    const [first = '', second = ''] = readPdf(await write(FORM), 'pdftotext', ['-raw', 'FILE', '-']).split('\f');
    const header = '项目内容项目内容';
    const text = `${withoutSpace(first)}${withoutSpace(second).replace(header, '')}`.replace(/—\d+—/g, '');
    expect(text).toBe(expectedText(FORM));
  });

  test('copies a minority name, rare characters and amounts as they were written', async () => {
    const text = bodyText(await write(RULING), RULING);
    for (const piece of ['阿卜杜热西提·买买提艾力', '䶮㛃', '𠅤𠮷喆堃', '￥1,286.50元', '500103********1234'])
      expect(text).toContain(piece);
  });

  test('gives one clean line of text per line', async () => {
    const text = readPdf(await write(document([paragraph(`${'保'.repeat(26)}${'护'.repeat(28)}令`)])), 'pdftotext', [
      'FILE',
      '-',
    ]);
    expect(text.trim().split('\n').filter(Boolean)).toEqual(['保'.repeat(26), '护'.repeat(28), '令']);
  });

  test.each([
    ['poppler', 'pdftotext', ['FILE', '-']],
    ['mupdf', 'mutool', ['draw', '-F', 'text', 'FILE']],
  ])('says of two marks in one cell, to %s, that they stand side by side in their line', async (_, command, args) => {
    const line = `${'保'.repeat(25)}。”`;
    const pdf = await write(document([paragraph(`${line}护令`)]));
    expect(readPdf(pdf, command, args).trim().split('\n').filter(Boolean)).toEqual([line, '护令']);
    expect(wordBoxes(pdf)[0]?.xMax).toBeCloseTo(mmToPt(PAGE.width - PAGE.margin.right), 0);
  });

  test('is a valid PDF 1.7 of A4 pages with embedded, mapped subsets', async () => {
    const pdf = await write(RULING);
    expect(readPdf(pdf, 'qpdf', ['--check', 'FILE'])).toMatch(/No syntax or stream encoding errors found/);
    expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(readPdf(pdf, 'pdfinfo', ['FILE'])).toMatch(/Pages:\s+3[\s\S]*\(A4\)/);
    const fonts = readPdf(pdf, 'pdffonts', ['FILE']).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(6);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Anshu\w+-Regular +CID TrueType +Identity-H +yes yes yes/);
    expect(pdf.length).toBeLessThan(250_000);
  });

  test('names its title and language, and neither author nor program', async () => {
    const pdf = await write(RULING);
    const info = readPdf(pdf, 'pdfinfo', ['-isodates', 'FILE']);
    expect(info).toMatch(/Title: +民事裁定书（2026）渝0103民保令1号/);
    expect(info).toMatch(/CreationDate: +2026-11-21T08:00:00/);
    expect(info).toMatch(/Producer: +Anshu\n/);
    expect(info).not.toMatch(/Creator|Author|Subject|Keywords|ModDate/);
    expect(info).toMatch(/Metadata Stream: +yes/);
    expect(info).toMatch(/Tagged: +yes/);
    const raw = pdf.toString('latin1');
    expect(raw).toContain('/Lang (zh-CN)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).not.toMatch(/pdfmake|pdfkit/i);
  });
});

describe('positions', () => {
  test('22 lines of 28 characters fill 156 × 225 mm within 0.2 mm', async () => {
    const words = wordBoxes(await write(document([paragraph('法'.repeat(28 * 22), 0)])));
    expect(words.map((word) => [word.page, word.text.length])).toEqual(Array.from({ length: 22 }, () => [1, 28]));
    const tolerance = mmToPt(0.2);
    const free = (LINE_PITCH_PT - TYPE_SIZE.san) / 2;
    words.forEach((word, line) => {
      expect(Math.abs(word.xMin - mmToPt(28))).toBeLessThan(tolerance);
      expect(Math.abs(word.xMax - mmToPt(28 + 156))).toBeLessThan(tolerance);
      expect(Math.abs(word.yMin - free - mmToPt(37) - line * LINE_PITCH_PT)).toBeLessThan(tolerance);
    });
    expect(Math.abs((words.at(-1)?.yMax ?? 0) + free - mmToPt(37 + 225))).toBeLessThan(tolerance);
  });

  test('shows every module of its verification code, on 20 mm below the type area', async () => {
    // 254 dpi are ten pixels for a millimetre.
    const pgm = execFileSync('pdftoppm', ['-r', '254', '-gray', '-singlefile', '-'], {
      input: await write(RULING),
      maxBuffer: 1e8,
    });
    const header = /^P5\s(\d+) \d+\s255\s/.exec(pgm.toString('latin1', 0, 40));
    const isDark = (x: number, y: number) =>
      (pgm[(header?.[0].length ?? 0) + Math.round(y * 10) * Number(header?.[1]) + Math.round(x * 10)] ?? 255) < 128;
    const modules = qrMatrix(RULING.qr?.payload ?? '');
    const side = 20 / modules.length;
    expect(modules.map((row, y) => row.map((_, x) => isDark(28 + (x + 0.5) * side, 266 + (y + 0.5) * side)))).toEqual(
      modules,
    );
  });

  test('a full line with numbers is justified to the right edge', async () => {
    const words = wordBoxes(await write(document([paragraph(`于2019年5月20日${'法'.repeat(60)}`)])));
    const firstLine = words.filter((word) => Math.abs(word.yMax - (words[0]?.yMax ?? 0)) < 8);
    expect(Math.abs(Math.max(...firstLine.map((word) => word.xMax)) - mmToPt(184))).toBeLessThan(mmToPt(0.2));
    expect(Math.abs(Math.min(...firstLine.map((word) => word.xMin)) - mmToPt(28) - 2 * CELL_PT)).toBeLessThan(
      mmToPt(0.2),
    );
  });
});

describe('a preview', () => {
  test('carries its watermark on every page, drawn before and so behind the text', async () => {
    const pages = readPdf(await write(PREVIEW), 'pdftotext', ['-raw', 'FILE', '-'])
      .split('\f')
      .slice(0, 3);
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(withoutSpace(page)).toMatch(/^预览不得送达/);
  });

  test('keeps mark-up in a watermark as text', async () => {
    const pdf = await write({ ...document([paragraph('正文')]), watermark: '<预览&>' });
    expect(withoutSpace(readPdf(pdf, 'pdftotext', ['-raw', 'FILE', '-']))).toContain('<预览&>');
  });
});

describe('the same model', () => {
  test('always gives the same bytes, whatever was written before', async () => {
    const first = await write(RULING);
    await write(FORM);
    await write(document([paragraph('葛\u{e0100}城𠅤')]));
    expect((await write(RULING)).equals(first)).toBe(true);
    expect((await write(structuredClone(RULING))).equals(first)).toBe(true);
  });

  test('gives the same bytes when several documents are written at once', async () => {
    const [first, second] = [await write(RULING), await write(FORM)];
    const [again, other] = await Promise.all([write(RULING), write(FORM)]);
    expect(again.equals(first)).toBe(true);
    expect(other.equals(second)).toBe(true);
  });

  test('differs by the time of issue and by its text, down to the file identifier', async () => {
    const id = (pdf: Buffer) => /\/ID \[<(\w+)>/.exec(pdf.toString('latin1'))?.[1];
    const first = await write(document([paragraph('甲')]));
    const second = await write(document([paragraph('乙')]));
    expect(id(first)).toMatch(/^\w{32}$/);
    expect(id(first)).not.toBe(id(second));
    const later = await layout.writers.pdf.write(document([paragraph('甲')]), {
      issuedAt: new Date('2026-11-22T08:00:00Z'),
    });
    expect(later.equals(first)).toBe(false);
  });
});
