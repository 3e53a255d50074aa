import { writeDocx } from '../../src/layout/docx';
import type { Block, DocumentModel } from '../../src/model';
import { form, returnSlip } from '../support/docx-models';
import { childElements, elementsNamed, parseXml, textOf, xmlParts } from '../support/docx-parts';
import { first, issuedAt, paragraphsOf, paragraphWith, partOf, styleNamed, styleOf } from '../support/docx-queries';

describe('tables, lists and breaks in DOCX', () => {
  test('holds the last row of a form to the small print under it', async () => {
    const cell = { content: [[{ kind: 'text' as const, text: '内容' }]] };
    const model: DocumentModel = {
      title: '表',
      pageNumbers: false,
      blocks: [
        { kind: 'table', columns: [156], rows: [{ cells: [cell] }, { cells: [cell] }] },
        { kind: 'note', text: '注：①甲。' },
        { kind: 'note', text: '②乙。' },
      ],
    };
    const held = (await paragraphsOf(model)).map((paragraph) => first(paragraph, 'w:keepNext') !== undefined);
    // First row, last row, the seam after the table, the first note, the last note.
    expect(held).toEqual([false, true, true, true, false]);
  });

  test('keeps columns fixed in mm, spans cells, repeats the header and never breaks a row', async () => {
    const document = await partOf(form, 'document');
    const grid = elementsNamed(document, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(grid.map((twips) => Math.round((twips * 25.4) / 1440))).toEqual([28, 50, 28, 50]);
    expect(first(document, 'w:tblLayout')).toEqual({ 'w:type': 'fixed' });
    const rows = elementsNamed(document, 'w:tr');
    expect(rows.map((row) => elementsNamed(row, 'w:cantSplit').length)).toEqual([1, 1, 1, 1, 1]);
    expect(rows.map((row) => elementsNamed(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0, 0]);
    const merges = rows.map((row) => elementsNamed(row, 'w:vMerge').map(({ attributes }) => attributes['w:val']));
    expect(merges).toEqual([[], ['restart', 'restart'], ['continue', 'continue'], [], []]);
    for (const row of rows) {
      const spans = elementsNamed(row, 'w:tc').map((cell) => Number(first(cell, 'w:gridSpan')?.['w:val'] ?? 1));
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(4);
      const widths = elementsNamed(row, 'w:tcW').map(({ attributes }) => Number(attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(grid.reduce((sum, width) => sum + width, 0));
    }
    expect(first(rows[4], 'w:trHeight')).toEqual({
      'w:val': String(Math.round((30 * 1440) / 25.4)),
      'w:hRule': 'atLeast',
    });
  });

  test('lets a row break across pages only when no page can hold it below the header', async () => {
    const row = (lines: number) => ({
      cells: [{ content: Array.from({ length: lines }, () => [{ kind: 'text' as const, text: '一行' }]) }],
    });
    const document = await partOf(
      {
        title: '表',
        pageNumbers: false,
        blocks: [{ kind: 'table', columns: [156], headerRows: 1, rows: [row(2), row(32), row(33), row(34)] }],
      },
      'document',
    );
    const rows = elementsNamed(document, 'w:tr');
    expect(rows.map((one) => elementsNamed(one, 'w:cantSplit').length)).toEqual([1, 1, 0, 0]);
  });

  test('sets labels in 黑体, centred, at 小四', async () => {
    const label = await styleNamed('表格标签');
    expect(first(label, 'w:rFonts')?.['w:eastAsia']).toBe('黑体');
    expect(first(label, 'w:jc')).toEqual({ 'w:val': 'center' });
    expect(first(await styleNamed('表格'), 'w:sz')).toEqual({ 'w:val': '24' });
    expect(styleOf(paragraphWith(await paragraphsOf(form), '送达地点'))).toBe(label.attributes['w:styleId']);
  });

  test('numbers what counts up from 一 by real lists, each from its own beginning, and nothing else', async () => {
    const paragraph = (text: string, indent?: 0): Block => ({
      kind: 'paragraph',
      content: [{ kind: 'text', text }],
      ...(indent === undefined ? {} : { indent }),
    });
    const items = Array.from(
      { length: 11 },
      (_, index) => `${'一二三四五六七八九十'[index] ?? '十一'}、第${index + 1}项`,
    );
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: '一、事实' },
      { kind: 'heading', level: 2, text: '（一）请求' },
      ...items.map((text) => paragraph(text)),
      { kind: 'heading', level: 2, text: '（二）查明' },
      { kind: 'heading', level: 1, text: '二、理由' },
      { kind: 'heading', level: 2, text: '（一）另起' },
      paragraph('一、只有一项'),
      paragraph('三、跳过一项'),
      paragraph('一、再起'),
      paragraph('夹在中间'),
      paragraph('二、再起第二'),
      paragraph('一、顶格', 0),
      paragraph('二、顶格', 0),
      paragraph('{list-0}二、三'),
    ];
    const parts = xmlParts(await writeDocx({ title: '列表', pageNumbers: false, blocks }, { issuedAt }));
    const lists = elementsNamed(parseXml(parts['word/document.xml'] ?? ''), 'w:p').map((element) => [
      first(element, 'w:numId')?.['w:val'],
      textOf(element),
    ]);
    expect(lists).toEqual([
      ['1', '事实'],
      ['2', '请求'],
      ...items.map((text) => ['3', text.split('、')[1]]),
      ['2', '查明'],
      ['1', '理由'],
      [undefined, '（一）另起'],
      [undefined, '一、只有一项'],
      [undefined, '三、跳过一项'],
      ['4', '再起'],
      [undefined, '夹在中间'],
      ['4', '再起第二'],
      [undefined, '一、顶格'],
      [undefined, '二、顶格'],
      [undefined, '{list-0}二、三'],
    ]);
    const numbering = parseXml(parts['word/numbering.xml'] ?? '');
    // LibreOffice would take the items' first lines out to the edge.
    expect(elementsNamed(numbering, 'w:ind').map(({ attributes }) => attributes['w:firstLine'])).toEqual(
      Array.from({ length: 3 }, () => '630'),
    );
    const numbers = elementsNamed(numbering, 'w:num').map((number) => [
      number.attributes['w:numId'],
      first(number, 'w:startOverride')?.['w:val'],
    ]);
    expect(numbers).toEqual(['1', '2', '3', '4'].map((id) => [id, '1']));
    expect(elementsNamed(numbering, 'w:numFmt').map(({ attributes }) => attributes['w:val'])).toEqual(
      Array.from({ length: 3 }, () => 'chineseCountingThousand'),
    );
  });

  test('makes the lines of a label equally long, and leaves a label of one line and a value alone', async () => {
    const cell = (text: string, label: boolean) => ({ label, content: [[{ kind: 'text' as const, text }]] });
    const model: DocumentModel = {
      title: '表',
      pageNumbers: false,
      blocks: [
        {
          kind: 'table',
          columns: [30, 30, 96],
          rows: [{ cells: [cell('送达文书名称和件数', true), cell('案由', true), cell('长'.repeat(30), false)] }],
        },
      ],
    };
    const indents = elementsNamed(await partOf(model, 'document'), 'w:tc').map((part) => first(part, 'w:ind'));
    // Room for six characters of 12 pt, less two paddings of 1.8 mm; held in to five, and a little to spare.
    const side = Number(indents[0]?.['w:left']);
    const room = 1701 - 2 * 102 - 2 * side;
    expect(indents[0]?.['w:right']).toBe(String(side));
    expect(room).toBeGreaterThanOrEqual(5 * 240);
    expect(room).toBeLessThan(5.6 * 240);
    expect(indents.slice(1)).toEqual([undefined, undefined]);
  });

  test('leaves half a line above a cut line, but not where it starts a page', async () => {
    const cut = { kind: 'cut-line' as const, text: '（骑缝章）' };
    const model = (blocks: DocumentModel['blocks']): DocumentModel => ({ title: '回执', pageNumbers: false, blocks });
    const text = { kind: 'note' as const, text: '注' };
    const above = async (blocks: DocumentModel['blocks']) =>
      first(paragraphWith(await paragraphsOf(model(blocks)), '骑缝'), 'w:spacing')?.['w:before'];
    expect(await above([text, cut])).toBeUndefined();
    expect(first(await styleNamed('裁切线'), 'w:spacing')?.['w:before']).toBe(String(120 + 290));
    expect(await above([cut])).toBe('120');
    expect(await above([text, { kind: 'page-break' }, cut])).toBe('120');
  });

  test('draws a dashed line to cut along', async () => {
    const style = await styleNamed('裁切线');
    expect(
      elementsNamed(style, 'w:pBdr')
        .flatMap(childElements)
        .map(({ name, attributes }) => [name, attributes['w:val']]),
    ).toEqual([['w:top', 'dashed']]);
    expect(styleOf(paragraphWith(await paragraphsOf(returnSlip), '（骑缝章）'))).toBe(style.attributes['w:styleId']);
  });

  test('turns line breaks in the text into paragraphs of the same kind, in running text and in cells', async () => {
    const content = [
      { kind: 'text' as const, text: '甲\n乙' },
      { kind: 'filled' as const, text: '丙\n丁' },
    ];
    const model: DocumentModel = {
      title: '分段',
      pageNumbers: false,
      blocks: [
        { kind: 'paragraph', content },
        { kind: 'table', columns: [40], rows: [{ cells: [{ content: [content] }] }] },
      ],
    };
    const paragraphs = (await paragraphsOf(model)).filter((paragraph) => textOf(paragraph) !== '');
    expect(paragraphs.map(textOf)).toEqual(['甲', '乙丙', '丁', '甲', '乙丙', '丁']);
    expect(new Set(paragraphs.slice(0, 3).map(styleOf)).size).toBe(1);
  });

  test('starts a new page without an empty line, and prints no empty sheet for breaks at the ends', async () => {
    const breaks = async (model: DocumentModel) =>
      elementsNamed(await partOf(model, 'document'), 'w:pageBreakBefore').length;
    expect(await breaks(returnSlip)).toBe(1);
    const pageBreak = { kind: 'page-break' } as const;
    const blocks = [pageBreak, ...returnSlip.blocks, pageBreak, pageBreak];
    expect(await breaks({ ...returnSlip, blocks })).toBe(1);
  });
});
