import { characterMap, fontFile, groupMap } from '../../support/font-programs';
import { stream, ucs2 } from '../../support/raw-pdf';
import { ADDRESS, PHONE } from './kinds';
import { type Carrier, fontPage } from './pdf-parts';

const chars = [...ADDRESS];
const codes = chars.map((_, index) => (index + 1).toString(16).padStart(2, '0'));
const wide = codes.map((code) => `00${code}`);
const GBK = Buffer.from('d0d2b8a3c2b73838bac532b4b1333031cad2', 'hex');

const draw = (string: string) => `BT /F1 12 Tf 72 700 Td ${string} Tj ET`;
const simple = (entries: string) =>
  `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Song /FirstChar 1 /Widths [${codes.map(() => 1000).join(' ')}] ${entries} >>`;
const composite = (encoding: string, entries = '', descendant = '') => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding ${encoding} /DescendantFonts [6 0 R] ${entries} >>`,
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 ${descendant} >>`,
];
const textMap = (from: readonly string[]) =>
  stream(
    `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${from.length} beginbfchar ${from.map((code, index) => `<${code}> <${ucs2(chars[index] ?? '')}>`).join(' ')} endbfchar endcmap`,
  );
const named = (names: readonly string[], first = 1) =>
  simple(`/Encoding << /Type /Encoding /Differences [${first} ${names.map((name) => `/${name}`).join(' ')}] >>`);

/** Glyph numbers of Adobe-GB1 (Adobe Technical Note 5079). */
const CIDS = [3997, 1694, 2654, 837, 837, 1916, 831, 1332, 832, 829, 830, 3433];

/** Numbers of glyphs by an embedded encoding, characters by the font program; the map says x for each. */
function throughNumbers(): Buffer {
  const unique = [...new Set(chars)];
  const groups = unique.map((char) => [char.codePointAt(0) ?? 0, char.codePointAt(0) ?? 0, unique.indexOf(char) + 100]);
  const table = groupMap(groups.toSorted(([one = 0], [other = 0]) => one - other) as [number, number, number][]);
  const program = fontFile({ cmap: characterMap([{ platform: 3, encoding: 10, table }]) });
  const drawn = chars.map((char) => (unique.indexOf(char) + 1).toString(16).padStart(2, '0')).join('');
  return fontPage(
    draw(`<${drawn}>`),
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 8 0 R /DescendantFonts [6 0 R] /ToUnicode 10 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDToGIDMap /Identity /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontFile2 9 0 R >>',
    stream('begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <01> <40> 100 endcidrange'),
    stream(program),
    stream('begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <0f> <0061> endbfrange'),
  );
}

/** Rows and columns of GB 2312 with seven bits: full-width digits have two bytes as well. */
const EIGHT_BITS = Buffer.from('d0d2b8a3c2b7a3b8a3b8bac5a3b2b4b1a3b3a3b0a3b1cad2', 'hex');
const SEVEN_BITS = Buffer.from(EIGHT_BITS.map((byte) => byte & 0x7f));

export const FONT_CARRIERS: Carrier[] = [
  [
    '简单字体，字符映射用两字节的代码',
    '页面文字',
    fontPage(draw(`<${codes.join('')}>`), simple('/ToUnicode 6 0 R'), textMap(wide)),
  ],
  [
    '复合字体，字符映射用一字节的代码',
    '页面文字',
    fontPage(draw(`<${wide.join('')}>`), ...composite('/Identity-H', '/ToUnicode 7 0 R'), textMap(codes)),
  ],
  [
    '字符映射只写恒等',
    '页面文字',
    fontPage(draw(`<${ucs2(ADDRESS)}>`), ...composite('/Identity-H', '/ToUnicode /Identity-H')),
  ],
  ['字形名用小写', '页面文字', fontPage(draw(`<${codes.join('')}>`), named(chars.map((char) => `uni${ucs2(char)}`)))],
  [
    '字形名就是 UTF-8 的字',
    '页面文字',
    fontPage(
      draw(`<${codes.join('')}>`),
      named(chars.map((char) => [...Buffer.from(char)].map((byte) => `#${byte.toString(16)}`).join(''))),
    ),
  ],
  [
    '电话的数字和连字符都用字形名',
    '页面文字',
    fontPage(
      draw('(ABCDEFGHIJKLM)'),
      named(
        ['one', 'three', 'eight', 'hyphen', 'one', 'two', 'three', 'four', 'hyphen', 'five', 'six', 'seven', 'eight'],
        65,
      ),
    ),
  ],
  ...['GBK-EUC-H', 'GBpc-EUC-V', 'GBK2K-H'].map(
    (name): Carrier => [
      `编码 ${name}`,
      '页面文字',
      fontPage(draw(`<${GBK.toString('hex')}>`), ...composite(`/${name}`)),
    ],
  ),
  ['编码 GB-H（七位）', '页面文字', fontPage(draw(`<${SEVEN_BITS.toString('hex')}>`), ...composite('/GB-H'))],
  [
    '编码 UniGB-UTF8-H',
    '页面文字',
    fontPage(draw(`<${Buffer.from(ADDRESS).toString('hex')}>`), ...composite('/UniGB-UTF8-H')),
  ],
  [
    '编码 UniGB-UTF32-H',
    '页面文字',
    fontPage(draw(`<${chars.map((char) => `0000${ucs2(char)}`).join('')}>`), ...composite('/UniGB-UTF32-H')),
  ],
  [
    '编码 ETen-B5-H（電話）',
    '页面文字',
    fontPage(draw(`<b971b8dc${Buffer.from(PHONE).toString('hex')}>`), ...composite('/ETen-B5-H')),
  ],
  [
    '编码 90ms-RKSJ-H（電話）',
    '页面文字',
    fontPage(draw(`<93649862${Buffer.from(PHONE).toString('hex')}>`), ...composite('/90ms-RKSJ-H')),
  ],
  [
    '没有嵌入的宋体，只有 Adobe-GB1 的字形编号',
    '页面文字',
    fontPage(draw(`<${CIDS.map((cid) => cid.toString(16).padStart(4, '0')).join('')}>`), ...composite('/Identity-H')),
  ],
  [
    '嵌入的编码以 GBK-EUC-H 为基础',
    '页面文字',
    fontPage(
      draw(`<${GBK.toString('hex')}>`),
      ...composite('7 0 R'),
      stream('begincmap 1 begincidchar <00> 1 endcidchar', '/UseCMap /GBK-EUC-H'),
    ),
  ],
  ['嵌入的编码指向字形编号，字符映射说谎', '页面字形', throughNumbers()],
];
