import { resolve } from 'node:path';
import { linesOf } from '../../scripts/compare-pages/lines';
import { convertToPdf } from '../../scripts/compare-pages/office';
import { openLayout } from '../../src/layout';
import { writeDocx } from '../../src/layout/docx';
import { qrMatrix } from '../../src/layout/qr-image';
import { type Block, type DocumentModel, toPlainText } from '../../src/model';
import { followUpVisit } from '../../templates/instruments/follow-up-visit/instrument';
import { buildCopy, readSamples } from '../support/build-copy';
import { ALL_MODELS, form, grid, letter, returnSlip, ruling } from '../support/docx-models';
import { squeezed } from '../support/docx-parts';
import { pagesOf, scanOf, type Word, wordsOf } from '../support/docx-pdf-reader';

const MM = 72 / 25.4;
const LEFT = 28 * MM;
const TOP = 37 * MM;
const printed = new Map<DocumentModel, Promise<Buffer>>();

/** Each model is converted once: LibreOffice takes a second. */
function print(model: DocumentModel): Promise<Buffer> {
  const known = printed.get(model);
  if (known !== undefined) return known;
  const pdf = writeDocx(model, { issuedAt: new Date('2026-11-21T08:30:15Z') }).then(convertToPdf);
  printed.set(model, pdf);
  return pdf;
}

/** Without page number and caption, which belong to the footer. */
function bodyText(page: string, model: DocumentModel): string {
  const text = squeezed(page).replace(/—\d+—/g, '');
  return (model.qr?.caption ?? []).reduce((rest, line) => rest.replace(squeezed(line), ''), text);
}

function wordWith(words: Word[], text: string): Word {
  const found = words.find((word) => word.text.includes(text));
  if (found === undefined) throw new Error(`not printed: ${text}`);
  return found;
}

describe('DOCX as LibreOffice prints it', () => {
  test.each(Object.keys(ALL_MODELS))('shows the text of the model, in order, and no other: %s', async (name) => {
    const model = ALL_MODELS[name] ?? ruling;
    const pages = await pagesOf(await print(model));
    expect(pages.map((page) => bodyText(page, model)).join('')).toBe(squeezed(toPlainText(model)));
  });

  test('fills the type area with 22 lines of 28 characters', async () => {
    const lines = (await wordsOf(await print(grid))).filter(({ text }) => text.includes('安'));
    expect(lines.map(({ text }) => text.length)).toEqual(Array.from({ length: 44 }, () => 28));
    for (const page of [1, 2]) {
      const own = lines.filter((line) => line.page === page);
      expect(own.length).toBe(22);
      const pitches = own.slice(1).map((line, index) => line.yMin - (own[index]?.yMin ?? 0));
      for (const pitch of pitches) expect(Math.abs(pitch - (225 / 22) * MM)).toBeLessThan(0.2);
      for (const { xMin, xMax, yMin, yMax } of own) {
        expect(Math.abs(xMin - LEFT)).toBeLessThan(0.5);
        expect(Math.abs(xMax - (LEFT + 156 * MM))).toBeLessThan(1.5);
        expect((yMin + yMax) / 2).toBeGreaterThan(TOP);
        expect((yMin + yMax) / 2).toBeLessThan(TOP + 225 * MM);
      }
    }
  });

  test('sets page numbers 7 mm under the type area, odd right, even left, one character in', async () => {
    const words = await wordsOf(await print(grid));
    const dashes = words.filter(({ text }) => text === '—');
    for (const { yMin, yMax } of dashes) expect(Math.abs((yMin + yMax) / 2 - (37 + 225 + 7) * MM)).toBeLessThan(MM);
    const onPage = (page: number) => dashes.filter((dash) => dash.page === page);
    expect(Math.abs((onPage(1).at(-1)?.xMax ?? 0) - (LEFT + 156 * MM - 15.75))).toBeLessThan(2);
    expect(Math.abs((onPage(2)[0]?.xMin ?? 0) - (LEFT + 15.75))).toBeLessThan(2);
  });

  test('keeps the signature of a four-page ruling whole and with its text', async () => {
    const pages = await pagesOf(await print(ruling));
    const last = squeezed(pages.at(-1) ?? '');
    for (const text of ['如不服本裁定', '审判长赵一二', '二〇二六年十一月二十一日', '本件与原本核对无异', '书记员']) {
      expect(last).toContain(text);
    }
  });

  test.each([17, 18, 19, 20, 21, 22])('never leaves a signature alone on a page: %i lines before it', async (count) => {
    const line: Block = { kind: 'paragraph', content: [{ kind: 'text', text: '本院依法审查。' }] };
    const blocks: Block[] = [
      ...Array.from({ length: count }, () => line),
      { kind: 'signature', issuer: '某某人民法院', date: '2026年11月21日', sealed: true },
    ];
    const pages = await pagesOf(await print({ title: '落款', pageNumbers: true, blocks }));
    const withDate = pages.findIndex((page) => page.includes('21 日') || squeezed(page).includes('21日'));
    expect(withDate).toBeGreaterThanOrEqual(0);
    expect(squeezed(pages[withDate] ?? '')).toContain('某某人民法院');
    expect(squeezed(pages[withDate] ?? '')).toContain('本院依法审查。');
    expect(pages.length).toBe(count + 4 > 22 ? 2 : 1);
  });

  test('keeps the width of blanks and draws their line', async () => {
    const pdf = await print(letter);
    const words = await wordsOf(pdf);
    const before = wordWith(words, '已于');
    const after = words.find(({ text, yMin }) => text.startsWith('年') && Math.abs(yMin - before.yMin) < 3);
    if (after === undefined) throw new Error('not printed: 年');
    expect(Math.abs(after.xMin - before.xMax - 3 * 15.75)).toBeLessThan(1.5);
    const scan = await scanOf(pdf, 1);
    const middle = (before.xMax + after.xMin) / 2 / MM;
    const below = Array.from({ length: 60 }, (_, step) => before.yMin / MM + step * 0.15);
    expect(Math.max(...below.map((y) => scan.darkness(middle, y)))).toBeGreaterThan(100);
  });

  test('draws the line of a blank that ends the line', async () => {
    const pdf = await print(returnSlip);
    const words = await wordsOf(pdf);
    const above = wordWith(words, '你院协助执行通知书收悉').yMin / MM;
    const scan = await scanOf(pdf, 1);
    const column = (x: number) =>
      Math.max(...Array.from({ length: 80 }, (_, step) => scan.darkness(x, above + 9 + step * 0.1)));
    expect(column(29)).toBeGreaterThan(100);
    expect(column(182)).toBeGreaterThan(100);
  });

  test('prints the verification code 20 mm wide without moving the text, module for module', async () => {
    const modules = qrMatrix(letter.qr?.payload ?? '');
    const scan = await scanOf(await print(letter), 1);
    const side = 20 / modules.length;
    const read = modules.map((row, y) =>
      row.map((_, x) => scan.darkness(28 + (x + 0.5) * side, 266 + (y + 0.5) * side) > 128),
    );
    expect(read).toEqual(modules);
    const { qr: _, ...withoutCode } = letter;
    const place = async (model: DocumentModel) => wordWith(await wordsOf(await print(model)), '特此告诫');
    expect(await place(letter)).toEqual(await place(withoutCode));
  });

  test('keeps a title and its number above a form on the page of the form', async () => {
    expect((await pagesOf(await print(form))).length).toBe(1);
  });

  test('starts the attachment of a notice on a page of its own', async () => {
    const pages = (await pagesOf(await print(returnSlip))).map((page) => bodyText(page, returnSlip));
    expect(pages.at(-1)).toBe('附件第二页');
  });

  test('holds a return slip together on the page of its cut line', async () => {
    const line: Block = { kind: 'paragraph', content: [{ kind: 'text', text: '请协助执行。' }] };
    const slip: Block[] = [
      { kind: 'cut-line', text: '（骑缝章）' },
      { kind: 'title', text: '回执' },
      {
        kind: 'table',
        columns: [40, 116],
        rows: Array.from({ length: 4 }, () => ({ minHeight: 12, cells: [{ content: [] }, { content: [] }] })),
      },
      { kind: 'signature', date: '2026年11月21日', sealed: false },
      { kind: 'note', text: '注：请在三日内退回。' },
    ];
    for (const count of [8, 12, 14, 20]) {
      const blocks = [...Array.from({ length: count }, () => line), ...slip];
      const pages = await pagesOf(await print({ title: '回执', pageNumbers: true, blocks }));
      const holding = pages.map(squeezed).filter((page) => page.includes('骑缝') || page.includes('注：'));
      expect(holding.length).toBe(1);
      expect(holding[0]).toContain('（骑缝章）回执');
      expect(holding[0]).toContain('2026年11月21日注：请在三日内退回。');
    }
  });

  test.each(Object.keys(ALL_MODELS))('takes as many pages as the PDF of the same model: %s', async (name) => {
    const model = ALL_MODELS[name] ?? ruling;
    const { writers } = await openLayout({ fontsDir: resolve(__dirname, '../../fonts') });
    const pdf = await writers.pdf.write(model, { issuedAt: new Date('2026-11-21T08:30:15Z') });
    expect((await pagesOf(await print(model))).length).toBe((await pagesOf(pdf)).length);
  });

  test('repeats header rows and divides no row between pages', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      minHeight: 12,
      cells: [{ content: [[{ kind: 'text' as const, text: `第${index}次` }]] }, { content: [] }],
    }));
    const header = {
      cells: [
        { content: [[{ kind: 'text' as const, text: '次数' }]], label: true },
        { content: [], label: true },
      ],
    };
    const model: DocumentModel = {
      title: '表',
      pageNumbers: true,
      blocks: [{ kind: 'table', columns: [40, 116], headerRows: 1, rows: [header, ...rows] }],
    };
    const pages = await pagesOf(await print(model));
    expect(pages.length).toBe(3);
    for (const page of pages) expect(page.trim().startsWith('次数')).toBe(true);
  });

  test('prints a row that is higher than a page to its end', async () => {
    const text = '长'.repeat(3000);
    const model: DocumentModel = {
      title: '表',
      pageNumbers: true,
      blocks: [
        {
          kind: 'table',
          columns: [20, 136],
          rows: [
            {
              cells: [
                { content: [[{ kind: 'text', text: '经过' }]], label: true },
                { content: [[{ kind: 'text', text }]] },
              ],
            },
          ],
        },
      ],
    };
    const pages = await pagesOf(await print(model));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('').split('长').length - 1).toBe(3000);
  });

  test('prints a row that is higher than a page to its end below other text and a repeated header', async () => {
    const cell = (text: string) => ({ content: [[{ kind: 'text' as const, text }]] });
    const rows = [
      { cells: [cell('项目'), cell('内容')] },
      {
        cells: [
          cell('经过'),
          { content: Array.from({ length: 90 }, (_, index) => cell(`第${index}行`).content[0] ?? []) },
        ],
      },
    ];
    const model: DocumentModel = {
      title: '表',
      pageNumbers: true,
      blocks: [
        { kind: 'title', text: '登记表' },
        { kind: 'table', columns: [20, 136], headerRows: 1, rows },
      ],
    };
    const printedText = squeezed((await pagesOf(await print(model))).join(''));
    for (let index = 0; index < 90; index += 1) expect(printedText).toContain(`第${index}行`);
  });

  test('keeps the boxes to tick for a measure, and the moment of a signature, on one line', async () => {
    const [, sample] = readSamples('follow-up-visit').find(([name]) => name === 'victim-expiry') ?? [];
    if (sample === undefined) throw new Error('no such sample');
    const { built } = buildCopy({ instrument: followUpVisit, sample, audience: 'court-file' });
    const lines = (await linesOf(await print(built.model))).flat().map(({ text }) => text);
    const boxes = toPlainText(built.model).match(/□遵守 □违反 □不明/g) ?? [];
    expect(boxes.length).toBeGreaterThan(3);
    expect(lines.filter((line) => line.includes('□遵守□违反□不明'))).toHaveLength(boxes.length);
    expect(lines).toContain('2026年10月13日15时40分');
  });
});
