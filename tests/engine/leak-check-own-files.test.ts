import { type Format, type Layout, openLayout } from '../../src/layout';
import { readFile } from '../../src/leak-check';
import type { Block, DocumentModel, Inline } from '../../src/model';
import { toPlainText } from '../../src/model';
import { FORM, PREVIEW, RETURN_SLIP, RULING } from '../support/layout-samples';
import { ADDRESS, verdict } from '../support/leak-verdict';

let layout: Layout;
beforeAll(async () => {
  layout = await openLayout({ fontsDir: 'fonts' });
});

const FORMATS: Format[] = ['pdf', 'docx'];
const issuedAt = new Date('2026-11-21T08:00:00Z');
const write = (format: Format, model: DocumentModel) => layout.writers[format].write(model, { issuedAt });
const model = (blocks: Block[], rest: Partial<DocumentModel> = {}): DocumentModel => ({
  title: '送达回证 AS20261121',
  pageNumbers: true,
  blocks,
  ...rest,
});
const text = (words: string): Inline[] => [{ kind: 'text', text: words }];
const paragraph = (words: string): Block => ({ kind: 'paragraph', content: text(words) });
const squeezed = (words: string) => words.replace(/\s|　/g, '');
const pieces = (line: string) =>
  Array.from({ length: Math.max(1, line.length - 9) }, (_, index) => line.slice(index, index + 10));

describe.each(FORMATS)('a %s made by the service', (format) => {
  test.each(Object.entries({ FORM, PREVIEW, RETURN_SLIP, RULING }))(
    '%s passes, and every line of it was read',
    async (_, sample) => {
      const file = await write(format, sample);
      expect(await verdict(format, file)).toBe('passes');
      const read = squeezed((await readFile(file, format)).texts.map((carrier) => carrier.text).join(''));
      // The numbers of items are no text in a DOCX: Word counts them.
      const plain =
        format === 'docx' ? toPlainText(sample).replaceAll(/^[一二三四五六七八九十]+、/gm, '') : toPlainText(sample);
      const lines = plain.split(/\n| \| /);
      // A footer stands between the two halves of a line that runs on to the next page.
      const unread = lines.flatMap((line) => pieces(squeezed(line))).filter((piece) => !read.includes(piece));
      expect(unread).toEqual([]);
    },
  );

  const signature: Block = { kind: 'signature', date: '2026年11月21日', sealed: false };
  const PLACES: Record<string, DocumentModel> = {
    paragraph: model([paragraph(ADDRESS)]),
    'underlined value': model([{ kind: 'paragraph', content: [{ kind: 'filled', text: ADDRESS }] }]),
    'two pieces of one paragraph': model([
      { kind: 'paragraph', content: [...text('幸福路8'), { kind: 'filled', text: '8号2幢301室' }] },
    ]),
    // 》） ends its line in one cell, as glyphs of their own.
    'two lines, parted by two marks in one cell': model([
      paragraph(`${'法'.repeat(18)}幸福路八十八号》）二幢三〇一室`),
    ]),
    title: model([{ kind: 'title', text: ADDRESS }]),
    addressee: model([{ kind: 'addressee', text: `${ADDRESS}：` }]),
    note: model([{ kind: 'note', text: `注：${ADDRESS}` }]),
    'cut line': model([{ kind: 'cut-line', text: ADDRESS }]),
    'narrow cell of a table': model([
      {
        kind: 'table',
        columns: [40, 30, 40],
        rows: [{ cells: ['送达地址', ADDRESS, '本院已经依法送达'].map((words) => ({ content: [text(words)] })) }],
      },
    ]),
    signature: model([{ ...signature, issuer: ADDRESS }]),
    'label of a field for a signature': model([{ kind: 'hand-signature', fields: [{ label: ADDRESS, cells: 4 }] }]),
    'file title': model([paragraph('正文')], { title: ADDRESS }),
    watermark: model([paragraph('正文')], { watermark: ADDRESS }),
    'caption of the code': model([paragraph('正文')], {
      qr: { payload: 'https://anshu.example/v/1', caption: [ADDRESS] },
    }),
  };

  test.each(Object.entries(PLACES))('is stopped when an address stands in its %s', async (_, leaking) => {
    expect(await verdict(format, await write(format, leaking))).toMatch(/^protected facts found: /);
  });

  test('is stopped wherever the line breaks inside the address', async () => {
    const blocks = Array.from({ length: 28 }, (_, length) => paragraph(`${'住'.repeat(length)}${ADDRESS}`));
    const verdicts = await Promise.all(
      blocks.map(async (block) => verdict(format, await write(format, model([block])))),
    );
    expect(verdicts.filter((each) => !each.startsWith('protected facts found'))).toEqual([]);
  });

  test('is stopped when the page breaks inside the address', async () => {
    const lines = Array.from({ length: 21 }, () => paragraph('正文'));
    const verdicts = [0, 1, 2].map(async (more) => {
      const filling = Array.from({ length: more }, () => paragraph('正文'));
      const blocks = [...lines, ...filling, paragraph(`${'住'.repeat(20)}${ADDRESS}${'室'.repeat(30)}`)];
      return verdict(
        format,
        await write(format, model(blocks, { qr: { payload: 'https://a.example', caption: ['编号'] } })),
      );
    });
    expect((await Promise.all(verdicts)).filter((each) => each === 'passes')).toEqual([]);
  });

  test('passes when it is long: fifty pages are read within the limits', async () => {
    const long = model(
      Array.from({ length: 400 }, (_, index) =>
        paragraph(`第${index}段。${'经审查，申请人的申请符合法律规定。'.repeat(5)}`),
      ),
    );
    expect(await verdict(format, await write(format, long))).toBe('passes');
  });
});
