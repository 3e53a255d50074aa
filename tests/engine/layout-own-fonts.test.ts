import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChecker } from '../../scripts/check-pdf/check-file';
import { type Layout, openLayout } from '../../src/layout';
import { openFonts } from '../../src/layout/fonts';
import { openOwnFonts } from '../../src/layout/own-fonts';
import type { DocumentModel } from '../../src/model';
import { xmlParts } from '../support/docx-parts';
import {
  bundled,
  changed,
  collectionOf,
  fontOf,
  glyphIn,
  renamed,
  withNumber,
  withSegments,
} from '../support/font-variants';
import { readPdf, withoutSpace } from '../support/layout-read';
import { RULING } from '../support/layout-samples';
import { temporaryFolder } from '../support/temporary-folder';

let root: string;
let kai: ReturnType<typeof bundled>;
let hei: ReturnType<typeof bundled>;
let count = 0;

beforeAll(() => {
  root = temporaryFolder();
  kai = withSegments(renamed(bundled('anshu-kai.ttf'), 'FangSong_GB2312'));
  hei = renamed(bundled('anshu-hei.ttf'), 'FZXBSJW--GB1-0');
});

/** A folder of an operator's fonts. */
function folderOf(list: unknown, files: Record<string, Buffer> = {}): string {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder);
  writeFileSync(join(folder, 'fonts.json'), typeof list === 'string' ? list : JSON.stringify(list));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

function faultsOf(folder: string): string[] {
  try {
    openOwnFonts(folder);
  } catch (error) {
    if (error instanceof Error) return error.message.split('\n');
  }
  return [];
}

describe("an operator's fonts", () => {
  const options = { issuedAt: new Date('2026-11-21T08:00:00Z') };
  const model: DocumentModel = {
    ...RULING,
    blocks: [
      ...RULING.blocks,
      { kind: 'paragraph', content: [{ kind: 'text', text: '陈喆与𠅤某称：“他——打我……”，￥1,286.50元，磺。' }] },
    ],
  };
  let folder: string;
  let layout: Layout;
  beforeAll(async () => {
    folder = folderOf(
      {
        fang: { file: 'simfang.ttf', eastAsia: '仿宋_GB2312' },
        title: { file: 'founder.ttc', index: 1 },
        kai: { eastAsia: '楷体_GB2312' },
      },
      { 'simfang.ttf': fontOf(kai), 'founder.ttc': collectionOf([kai, hei]) },
    );
    layout = await openLayout({ fontsDir: 'fonts', ownFontsDir: folder });
  });

  test('set the text of their role, out of a file of format 4 and out of a collection, and it reads as before', async () => {
    const pdf = await layout.writers.pdf.write(model, options);
    const fonts = readPdf(pdf, 'pdffonts', ['FILE']);
    expect(fonts).toContain('+FangSong_GB2312');
    expect(fonts).toContain('+FZXBSJW--GB1-0');
    const before = await (await openLayout({ fontsDir: 'fonts' })).writers.pdf.write(model, options);
    const read = (file: Buffer) => withoutSpace(readPdf(file, 'pdftotext', ['-raw', 'FILE', '-']));
    expect(read(pdf)).toBe(read(before));
    expect(readPdf(pdf, 'qpdf', ['--check', 'FILE'])).toContain('No syntax or stream encoding errors');
    expect(openChecker({ fontsDir: 'fonts' }).check(pdf)).toEqual([]);
  });

  test('draw what they hold; the bundled faces draw the rest, and marks that would not fill their cell', async () => {
    const { draw, missingGlyphs } = await openFonts('fonts', openOwnFonts(folder).files);
    expect(draw('法', 'fang')).toEqual({ face: 'own-fang', em: 1 });
    expect(draw('法', 'own-fang')).toEqual({ face: 'own-fang', em: 1 });
    expect(draw('法', 'title')).toEqual({ face: 'own-title', em: 1 });
    expect(draw('法', 'kai').face).toBe('kai');
    // Level 1 of GB/T 2312, but not in the table of 2013 that the font was cut to.
    expect(draw('磺', 'fang').face).toBe('fang');
    expect(draw('𠅤', 'fang').face).toBe('kai');
    expect(draw('𠮷', 'fang').face).toBe('rare');
    expect(missingGlyphs('陈喆𠅤\ue000')).toEqual(['\ue000']);
  });

  test('leave full-width marks of another width to the bundled faces', async () => {
    const narrow = withNumber(kai, 'hmtx', { at: 4 * glyphIn(fontOf(kai), '”'), value: 350 });
    const own = openOwnFonts(folderOf({ fang: { file: 'a.ttf' } }, { 'a.ttf': fontOf(narrow) }));
    const { draw } = await openFonts('fonts', own.files);
    expect(draw('”', 'fang')).toEqual({ face: 'fang', em: 1 });
    expect(draw('“', 'fang')).toEqual({ face: 'own-fang', em: 1 });
  });

  test('are called in DOCX by the names that the readers’ PCs know', async () => {
    const names = async (from: Layout) => {
      const { 'word/styles.xml': styles = '' } = xmlParts(await from.writers.docx.write(RULING, options));
      return new Set([...styles.matchAll(/w:eastAsia="([^"]+)"\s+w:cs/g)].map(([, name]) => name));
    };
    expect(await names(layout)).toEqual(new Set(['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312', '宋体']));
    expect(await names(await openLayout({ fontsDir: 'fonts' }))).toEqual(
      new Set(['仿宋', '方正小标宋简体', '黑体', '楷体', '宋体']),
    );
  });
});

describe('the start is refused with one line for', () => {
  const list = { fang: { file: 'a.ttf' } };
  const cases: [what: string, make: () => Buffer, fault: RegExp][] = [
    ['a file that is no font', () => Buffer.from('这不是字体，只是一段文字。'), /不是 TrueType 字体文件$/],
    ['an empty file', () => Buffer.alloc(0), /不是字体文件$/],
    ['CFF outlines', () => Buffer.concat([Buffer.from('OTTO'), fontOf(kai).subarray(4)]), /CFF.*换用 TTF/],
    ['CFF outlines in a collection', () => collectionOf([changed(kai, 'CFF ', () => Buffer.alloc(8))]), /CFF/],
    ['a web font', () => Buffer.concat([Buffer.from('wOF2'), fontOf(kai).subarray(4)]), /WOFF2/],
    ['a file cut off', () => fontOf(kai).subarray(0, 3_000_000), /文件不完整，glyf 表超出文件末尾$/],
    ['a file with one bit changed', () => flipped(fontOf(kai), 3_000_000), /文件已损坏，glyf 表的内容不对$/],
    ['a table directory cut off', () => fontOf(kai).subarray(0, 40), /文件已损坏，不能读取$/],
    ['a table that is missing', () => fontOf(changed(kai, 'OS/2', () => undefined)), /文件缺少 OS\/2 表$/],
    ['glyphs that end outside their table', () => fontOf(changed(kai, 'glyf', (t) => t.subarray(0, 999_996))), /loca/],
    ['too few widths', () => fontOf(changed(kai, 'hmtx', (t) => t.subarray(0, 4000))), /hmtx/],
    ['a restricted licence', () => fontOf(withNumber(kai, 'OS/2', { at: 8, value: 0x2 })), /禁止嵌入.*fsType/],
    ['a licence without subsets', () => fontOf(withNumber(kai, 'OS/2', { at: 8, value: 0x104 })), /禁止子集/],
    ['a licence for bitmaps only', () => fontOf(withNumber(kai, 'OS/2', { at: 8, value: 0x204 })), /仅点阵/],
    ['an em of no units', () => fontOf(withNumber(kai, 'head', { at: 18, value: 0 })), /unitsPerEm.*16 至 16384$/],
    [
      'Han characters that are no em wide',
      () => fontOf(withNumber(kai, 'head', { at: 18, value: 2000 })),
      /宽度不是一个字/,
    ],
    [
      'a font without common characters',
      () => fontOf(bundled('anshu-rare.ttf')),
      /缺少 3751 个常用汉字：啊、阿、埃、挨、哎 等$/,
    ],
    ['a character map for symbols only', () => fontOf(withSegments(kai, 3, 0)), /没有 Unicode 字符表/],
    ['a font without a name', () => fontOf(changed(kai, 'name', () => Buffer.alloc(6))), /没有 PostScript 名称$/],
  ];

  test.each(cases)('%s', (_, make, fault) => {
    const [title, line, ...rest] = faultsOf(folderOf(list, { 'a.ttf': make() }));
    expect(title).toBe('自备字体有误：');
    expect(line).toMatch(/^ {2}fang（a\.ttf）：/);
    expect(line).toMatch(fault);
    expect(rest).toEqual([]);
  });

  test('a file that is not there, an index outside a collection or without one, all at once', () => {
    const folder = folderOf(
      { fang: { file: 'gone.ttf' }, hei: { file: 'a.ttc', index: 2 }, kai: { file: 'a.ttf', index: 0 } },
      { 'a.ttc': collectionOf([kai, hei]), 'a.ttf': fontOf(kai) },
    );
    expect(faultsOf(folder)).toEqual([
      '自备字体有误：',
      '  fang（gone.ttf）：文件不存在或者不可读',
      '  hei（a.ttc）：字体集合中有 2 个字体，index 应小于 2',
      '  kai（a.ttf）：不是字体集合（TTC），不应写 index',
    ]);
  });

  test.each<[list: unknown, fault: RegExp]>([
    ['{', /fonts\.json 应为一个 JSON 对象/],
    ['[]', /fonts\.json 应为一个 JSON 对象/],
    [{}, /没有列出任何字体/],
    [{ 仿宋: { file: 'a.ttf' } }, /“仿宋”不是字体的用途，应为 fang、title、hei、kai、song 之一/],
    [{ fang: 'a.ttf' }, /fang：应写作/],
    [{ fang: {} }, /fang：file 和 eastAsia 至少要有一项/],
    [{ fang: { file: '../a.ttf' } }, /fang：file 应为本目录下的文件名/],
    [{ fang: { file: 'a.ttf', index: -1 } }, /fang：index 应为从 0 起的整数/],
    [{ fang: { eastAsia: '仿宋"/>' } }, /fang：eastAsia 应为/],
    [{ fang: { eastAsia: '仿宋', latin: 'Arial' } }, /fang：不认识的项目“latin”/],
  ])('a list such as %j', (wrong, fault) => {
    const [, line, ...rest] = faultsOf(folderOf(wrong));
    expect(line).toMatch(fault);
    expect(rest).toEqual([]);
  });

  test('a folder without a list, or no folder at all', async () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    for (const folder of [empty, join(root, 'nowhere')]) {
      expect(faultsOf(folder)).toEqual(['自备字体有误：', '  目录中没有可读的 fonts.json']);
      await expect(openLayout({ fontsDir: 'fonts', ownFontsDir: folder })).rejects.toThrow('自备字体有误');
    }
  });
});

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
