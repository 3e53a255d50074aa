import { lineGrid } from '../../src/layout/compose/line-grid';
import { writeDocx } from '../../src/layout/docx';
import { LINE_PITCH_PT } from '../../src/layout/page';
import { toPlainText } from '../../src/model';
import { ALL_MODELS, form, letter, ruling } from '../support/docx-models';
import { elementsNamed, parseXml, shownText, squeezed, textOf, xmlParts } from '../support/docx-parts';
import { first, issuedAt, paragraphsOf, paragraphWith, partOf, styleNamed, styleOf } from '../support/docx-queries';

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

  test('divides a long office’s name where the PDF divides it', async () => {
    const name = '新疆维吾尔自治区高级人民法院伊犁哈萨克自治州分院';
    const paragraphs = await paragraphsOf({
      title: '标题',
      pageNumbers: false,
      blocks: [{ kind: 'issuer', text: name }],
    });
    expect(paragraphs.slice(0, 2).map(textOf)).toEqual(['新疆维吾尔自治区高级人民法院', '伊犁哈萨克自治州分院']);
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
