import { lineGrid } from '../../src/layout/compose/line-grid';
import { writeDocx } from '../../src/layout/docx';
import { LINE_PITCH_PT } from '../../src/layout/page';
import { type Block, type DocumentModel, toPlainText } from '../../src/model';
import { ALL_MODELS, form, letter, returnSlip, ruling } from '../support/docx-models';
import {
  childElements,
  elementsNamed,
  parseXml,
  shownText,
  squeezed,
  textOf,
  type XmlElement,
  xmlParts,
} from '../support/docx-parts';

const issuedAt = new Date('2026-11-21T08:30:15Z');

async function partOf(model: DocumentModel, name: string): Promise<XmlElement> {
  const xml = xmlParts(await writeDocx(model, { issuedAt }))[`word/${name}.xml`];
  if (xml === undefined) throw new Error(`no part ${name}`);
  return parseXml(xml);
}

async function paragraphsOf(model: DocumentModel): Promise<XmlElement[]> {
  return elementsNamed(await partOf(model, 'document'), 'w:p');
}

function first(element: XmlElement | undefined, name: string): Record<string, string> | undefined {
  return element === undefined ? undefined : elementsNamed(element, name)[0]?.attributes;
}

function styleOf(element: XmlElement | undefined): string | undefined {
  return first(element, 'w:pStyle')?.['w:val'];
}

function paragraphWith(paragraphs: XmlElement[], text: string): XmlElement {
  const found = paragraphs.find((paragraph) => squeezed(textOf(paragraph)).includes(text));
  if (found === undefined) throw new Error(`no paragraph with ${text}`);
  return found;
}

async function styleNamed(name: string): Promise<XmlElement> {
  const styles = elementsNamed(await partOf(ruling, 'styles'), 'w:style');
  const found = styles.find(
    (style) => first(style, 'w:name')?.['w:val'] === name || first(style, 'w:aliases')?.['w:val'] === name,
  );
  if (found === undefined) throw new Error(`no style ${name}`);
  return found;
}

describe('DOCX content', () => {
  test.each(Object.keys(ALL_MODELS))('prints the text of the model and no other: %s', async (name) => {
    const model = ALL_MODELS[name] ?? ruling;
    const parts = xmlParts(await writeDocx(model, { issuedAt }));
    const numbering = parts['word/numbering.xml'];
    const shown = shownText(
      parseXml(parts['word/document.xml'] ?? ''),
      numbering === undefined ? undefined : parseXml(numbering),
    );
    expect(squeezed(shown)).toBe(squeezed(toPlainText(model)));
  });

  test('sets an A4 page with the official margins and a grid of 22 lines', async () => {
    const document = await partOf(ruling, 'document');
    expect(first(document, 'w:pgSz')).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(first(document, 'w:pgMar')).toMatchObject({
      'w:top': '2098',
      'w:left': '1588',
      'w:right': '1474',
      'w:bottom': '1984',
    });
    expect(first(document, 'w:docGrid')).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' });
  });

  test.each([
    { part: 1, type: 'lines' },
    { part: 0.98, type: undefined },
    { part: 0.96, type: 'lines' },
  ])('states a grid of lines only where they fill the page: pitch × $part', async ({ part, type }) => {
    const parts = xmlParts(await writeDocx(ruling, { issuedAt, grid: lineGrid(part * LINE_PITCH_PT) }));
    const grid = first(parseXml(parts['word/document.xml'] ?? ''), 'w:docGrid');
    expect(grid?.['w:type']).toBe(type);
    expect(grid?.['w:linePitch']).toBe(String(Math.floor(part * LINE_PITCH_PT * 20)));
  });

  test('names a Chinese font on all four channels of every face', async () => {
    const styles = await partOf(ruling, 'styles');
    const fonts = elementsNamed(styles, 'w:rFonts').map(({ attributes }) => attributes);
    for (const font of fonts) {
      expect(Object.keys(font).sort()).toEqual(['w:ascii', 'w:cs', 'w:eastAsia', 'w:hAnsi']);
    }
    expect(new Set(fonts.map((font) => font['w:eastAsia']))).toEqual(
      new Set(['仿宋', '方正小标宋简体', '黑体', '楷体', '宋体']),
    );
    expect(first(styles, 'w:lang')).toMatchObject({ 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' });
  });

  test('lists every font with its character set, and Chinese fonts with the names that other systems give them', async () => {
    const table = await partOf(letter, 'fontTable');
    const fonts = elementsNamed(table, 'w:font').map((font) => [
      font.attributes['w:name'],
      first(font, 'w:altName')?.['w:val'],
      first(font, 'w:charset')?.['w:val'],
    ]);
    expect(fonts).toEqual([
      ['Times New Roman', undefined, '00'],
      ['仿宋', 'FangSong,仿宋_GB2312', '86'],
      ['宋体', 'SimSun', '86'],
      ['方正小标宋简体', '方正小标宋_GBK', '86'],
      ['楷体', 'KaiTi,楷体_GB2312', '86'],
      ['黑体', 'SimHei', '86'],
    ]);
  });

  test('breaks lines by Chinese rules, with the gap before and after digits that the PDF has too', async () => {
    const normal = await styleNamed('Normal');
    expect(first(normal, 'w:kinsoku')).toEqual({});
    expect(first(normal, 'w:autoSpaceDE')).toEqual({});
    expect(first(normal, 'w:autoSpaceDN')).toEqual({});
    expect(first(normal, 'w:widowControl')).toEqual({ 'w:val': '0' });
    const settings = await partOf(ruling, 'settings');
    expect(first(settings, 'w:characterSpacingControl')).toEqual({ 'w:val': 'doNotCompress' });
  });

  test.each([
    ['发文机关', '重庆市渝中区人民法院'],
    ['文书标题', '民事裁定书'],
    ['案号', '（2026）渝0103民保令1号'],
    ['正文段落', '申请人：李某某'],
    ['一级标题', '审理经过'],
    ['二级标题', '申请人的请求'],
    ['落款', '审判长赵一二'],
    ['成文日期', '二〇二六年十一月二十一日'],
  ])('sets %s by a style of that name', async (name, text) => {
    const style = await styleNamed(name);
    expect(styleOf(paragraphWith(await paragraphsOf(ruling), text))).toBe(style.attributes['w:styleId']);
  });

  test.each([
    ['文书标题', '0'],
    ['一级标题', '1'],
    ['二级标题', '2'],
  ])('gives %s its place in the navigation pane', async (name, level) => {
    expect(first(await styleNamed(name), 'w:outlineLvl')).toEqual({ 'w:val': level });
  });

  test('hints East Asian type on every run, so that quotation marks are full width', async () => {
    const runs = (await paragraphsOf(ruling)).flatMap((paragraph) => elementsNamed(paragraph, 'w:r'));
    expect(runs.length).toBeGreaterThan(30);
    for (const run of runs) expect(first(run, 'w:rFonts')?.['w:hint']).toBe('eastAsia');
  });

  test('underlines a filled value and a blank of as many full-width spaces as asked for', async () => {
    const paragraph = paragraphWith(await paragraphsOf(letter), '听取宣读');
    const runs = elementsNamed(paragraph, 'w:r').filter((run) => first(run, 'w:rStyle') !== undefined);
    expect(runs.map(textOf)).toEqual(['王某某', '　　　', '　　', '　　']);
    for (const name of ['填写', '留空']) {
      expect(first(await styleNamed(name), 'w:u')).toEqual({ 'w:val': 'single' });
    }
    expect(first(await partOf(letter, 'settings'), 'w:ulTrailSpace')).toEqual({});
  });

  test('sets 楷体 and 黑体 runs by character styles', async () => {
    const runs = elementsNamed(paragraphWith(await paragraphsOf(ruling), '申请人的现住所'), 'w:r');
    const styles = runs.map((run) => first(run, 'w:rStyle')?.['w:val']);
    expect(styles).toEqual([undefined, 'AnshuKai', 'AnshuHei', undefined]);
    expect(first(await styleNamed('楷体字'), 'w:rFonts')?.['w:eastAsia']).toBe('楷体');
    expect(first(await styleNamed('黑体字'), 'w:rFonts')?.['w:eastAsia']).toBe('黑体');
  });

  test('spreads roles over five characters and names over three', async () => {
    const lines = (await paragraphsOf(ruling)).map(textOf);
    expect(lines).toContain('审　判　长　　　赵一二');
    expect(lines).toContain('审　判　员　　　钱　某');
    expect(lines).toContain('人民陪审员　　　孙三四');
    expect(lines).toContain('书　记　员');
  });

  test('chains the last paragraph and every line of the signature, and lets the last line go', async () => {
    const paragraphs = await paragraphsOf(ruling);
    const start = paragraphs.findIndex((paragraph) => textOf(paragraph).startsWith('如不服本裁定'));
    const own = paragraphs.slice(start).map((paragraph) => first(paragraph, 'w:keepNext')?.['w:val'] ?? 'by style');
    expect(first(paragraphs[start], 'w:keepNext')).toEqual({});
    expect(first(await styleNamed('落款'), 'w:keepNext')).toEqual({});
    expect(own.slice(1, -1).every((value) => value === 'by style')).toBe(true);
    expect(own.at(-1)).toBe('false');
  });

  test('lets two lines at least of the last paragraph go with the signature, and holds no other to that', async () => {
    const paragraphs = await paragraphsOf(ruling);
    const held = paragraphs.filter((paragraph) => first(paragraph, 'w:widowControl') !== undefined);
    expect(held.map((paragraph) => textOf(paragraph).slice(0, 5))).toEqual(['如不服本裁']);
    expect(first(held[0], 'w:widowControl')).toEqual({});
  });

  test('centres the issuer over a sealed date that ends four characters before the edge', async () => {
    const paragraphs = await paragraphsOf(letter);
    // 重庆市公安局渝中区分局 is 11 characters wide, 2026年11月21日 is 7 and five gaps of a quarter; a character is 315 twips.
    const right = (text: string) => Number(first(paragraphWith(paragraphs, text), 'w:ind')?.['w:right']);
    expect(right('2026年11月21日')).toBe(4 * 315);
    expect(right('重庆市公安局渝中区分局')).toBe(Math.round((4 + (8.25 - 11) / 2) * 315));
  });

  test('starts an unsealed date two characters right of its issuer', async () => {
    const paragraphs = await paragraphsOf(returnSlip);
    const left = (text: string, cells: number) => {
      const line = paragraphs.find((paragraph) => squeezed(textOf(paragraph)) === text);
      return 8844 - Number(first(line, 'w:ind')?.['w:right']) - cells * 315;
    };
    const date = left('2026年月日', 9.25);
    expect(Math.abs(date - left('重庆市公安局渝中区分局', 11) - 2 * 315)).toBeLessThan(1);
  });

  test('leaves two lines for the seal above issuer and date, and around the date of a court', async () => {
    const emptyBetween = (lines: string[], from: string, to: string) =>
      lines.slice(lines.indexOf(from) + 1, lines.indexOf(to)).filter((line) => line === '').length;
    const police = (await paragraphsOf(letter)).map((paragraph) => squeezed(textOf(paragraph)));
    expect(emptyBetween(police, '特此告诫。', '重庆市公安局渝中区分局')).toBe(2);
    const court = (await paragraphsOf(ruling)).map((paragraph) => squeezed(textOf(paragraph)));
    expect(emptyBetween(court, '人民陪审员孙三四', '二〇二六年十一月二十一日')).toBe(2);
    expect(emptyBetween(court, '二〇二六年十一月二十一日', '法官助理周五六')).toBe(1);
  });

  test('hangs a name that is too long for its line, and centres an issuer that is', async () => {
    const name = '阿卜杜热西提·买买提艾力·吐尔逊江·阿布都克里木';
    const issuer = '新疆维吾尔自治区博尔塔拉蒙古自治州精河县人民法院（大河沿子人民法庭）';
    const model = (sealed: boolean): DocumentModel => ({
      title: '函',
      pageNumbers: false,
      blocks: [{ kind: 'signature', signatories: [{ role: '审判员', name }], issuer, date: '2026年11月21日', sealed }],
    });
    const sealed = await paragraphsOf(model(true));
    const [left, hanging] = ['w:left', 'w:hanging'].map((key) => first(paragraphWith(sealed, name), 'w:ind')?.[key]);
    expect([left, hanging]).toEqual([String(8 * 315), String(8 * 315)]);
    expect(first(paragraphWith(sealed, issuer), 'w:jc')).toEqual({ 'w:val': 'center' });
    const unsealed = await paragraphsOf(model(false));
    expect(first(paragraphWith(unsealed, issuer), 'w:jc')).toEqual({ 'w:val': 'left' });
    const dateRight = Number(first(paragraphWith(unsealed, '2026年11月21日'), 'w:ind')?.['w:right']);
    expect(8844 - dateRight).toBeGreaterThan(8.25 * 315);
  });

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

  test('puts a blank below its label when the label leaves it no room', async () => {
    const label = '法定代理人或者其他成年家属（与被告诫人关系）：';
    const model: DocumentModel = {
      title: '表',
      pageNumbers: false,
      blocks: [{ kind: 'hand-signature', fields: [{ label, cells: 10 }] }],
    };
    expect((await paragraphsOf(model)).map(textOf)).toEqual([label, '　'.repeat(10)]);
  });

  test('puts page numbers right on odd and left on even pages, in fields', async () => {
    const document = await partOf(ruling, 'document');
    const types = elementsNamed(document, 'w:footerReference').map(({ attributes }) => attributes['w:type']);
    expect(types).toEqual(['default', 'even']);
    expect(first(await partOf(ruling, 'settings'), 'w:evenAndOddHeaders')).toEqual({});
    for (const [part, name, align] of [
      ['footer1', '页码单页', 'right'],
      ['footer2', '页码双页', 'left'],
    ] as const) {
      const footer = await partOf(ruling, part);
      expect(elementsNamed(footer, 'w:instrText').map(({ children }) => children.join(''))).toEqual(['PAGE']);
      expect(textOf(footer)).toBe('—  —');
      const style = await styleNamed(name);
      expect(styleOf(footer)).toBe(style.attributes['w:styleId']);
      expect(first(style, 'w:jc')).toEqual({ 'w:val': align });
    }
  });

  test('prints no page number on a form without', async () => {
    const footer = await partOf(form, 'footer1');
    expect(textOf(footer)).toBe('');
    expect(elementsNamed(footer, 'w:instrText')).toEqual([]);
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

  test('shows the verification code with its caption on the first page only, and says what it is', async () => {
    const document = await partOf(letter, 'document');
    expect(elementsNamed(document, 'w:footerReference').map(({ attributes }) => attributes['w:type'])).toContain(
      'first',
    );
    const footers = await Promise.all(['footer1', 'footer2', 'footer3'].map((name) => partOf(letter, name)));
    expect(
      footers.map((footer) => elementsNamed(footer, 'wp:docPr').map(({ attributes }) => attributes['descr'])),
    ).toEqual(expect.arrayContaining([[], [], ['文书验证二维码']]));
    const withCode = footers.find((footer) => elementsNamed(footer, 'wp:docPr').length > 0);
    expect(withCode === undefined ? '' : textOf(withCode)).toBe(`${letter.qr?.caption.join('')}—  —`);
  });

  test('puts a preview mark on odd, even and first pages and leaves the text searchable', async () => {
    const document = await partOf(letter, 'document');
    const references = elementsNamed(document, 'w:headerReference').map(({ attributes }) => attributes['w:type']);
    expect([...references].sort()).toEqual(['default', 'even', 'first']);
    for (const name of ['header1', 'header2', 'header3']) {
      const marks = elementsNamed(await partOf(letter, name), 'v:textpath').map(
        ({ attributes }) => attributes['string'],
      );
      expect(marks).toContain(letter.watermark);
    }
    expect(Object.keys(xmlParts(await writeDocx(ruling, { issuedAt }))).filter((name) => /header/.test(name))).toEqual(
      [],
    );
  });
});
