import { page, rawPdf, stream, ucs2 } from '../../support/raw-pdf';
import { qrModules, toPixels } from './codes';
import { ADDRESS } from './kinds';
import { ascii85 } from './packing';
import { type Carrier, hex, image, raw, shown } from './pdf-parts';

const utf8 = Buffer.from(ADDRESS);
const code = qrModules(ADDRESS);
const { size, pixels } = toPixels(code);

/** Readers differ on which of two equal keys counts. */
export const STATED_TWICE: Carrier[] = [
  [
    '同一个键写了两次：滤镜',
    '数据流',
    page(shown, {
      objects: [
        '<< /Type /Filespec /F (a.bin) /EF << /F 8 0 R >> >>',
        raw(Buffer.from(ascii85(utf8)), '/Type /EmbeddedFile /Filter /ASCII85Decode /Filter null'),
      ],
    }),
  ],
  [
    '同一个键写了两次：替代文字',
    '替代文字',
    page(`${shown}/Span << /ActualText ${hex(ADDRESS)} /ActualText (x) >> BDC EMC`),
  ],
  ['同一个键写了两次：字符映射', '内容流', mappedTwice()],
];

/** Codes that no single image holds: a quarter of one each, or one module each. */
export const CUT_UP: Carrier[] = [
  ['二维码切成四张图片', '拼成的图片里的图形码', quarters()],
  ['二维码的每个模块都是一张图片', '拼成的图片里的图形码', dots()],
];

function quarters(): Buffer {
  const half = size / 2;
  const parts = [0, half].flatMap((top) =>
    [0, half].map((left) => {
      const rows = Array.from({ length: half }, (_, row) => (top + row) * size + left);
      return { left, top, data: Buffer.concat(rows.map((from) => pixels.subarray(from, from + half))) };
    }),
  );
  const drawn = parts.map(
    ({ left, top }, index) => `q ${half} 0 0 ${half} ${72 + left} ${600 - top} cm /I${index} Do Q\n`,
  );
  return imagePage(
    drawn.join(''),
    parts.map(({ data }) => image(data, '/BitsPerComponent 8 /ColorSpace /DeviceGray', half)),
  );
}

/** A page that draws images as I0, I1 and so on. */
function imagePage(content: string, images: Buffer[]): Buffer {
  const names = images.map((_, index) => `/I${index} ${index + 5} 0 R`).join(' ');
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << ${names} >> >> >>`,
    stream(content),
    ...images,
  ]);
}

function dots(): Buffer {
  const drawn = code.flatMap((row, down) =>
    row.flatMap((isDark, across) => (isDark ? [`q 3 0 0 3 ${72 + 3 * across} ${600 - 3 * down} cm /I0 Do Q\n`] : [])),
  );
  return imagePage(drawn.join(''), [image(Buffer.from([0]), '/BitsPerComponent 8 /ColorSpace /DeviceGray', 1)]);
}

/** Two maps for one font; the first spells the address. */
function mappedTwice(): Buffer {
  const codes = [...ADDRESS].map((_, index) => (index + 1).toString(16).padStart(2, '0'));
  const map = (texts: string[]) =>
    stream(
      `1 begincodespacerange <00> <ff> endcodespacerange ${codes.length} beginbfchar ${codes.map((code, index) => `<${code}> <${ucs2(texts[index] ?? '')}>`).join(' ')} endbfchar`,
    );
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 12 Tf 72 700 Td <${codes.join('')}> Tj ET`),
    '<< /Type /Font /Subtype /TrueType /BaseFont /Song /ToUnicode 6 0 R /ToUnicode 7 0 R >>',
    map([...ADDRESS]),
    map(codes.map(() => 'x')),
  ]);
}

/** Codes 1 to 12 with glyph names that spell the address, and a map that says x for each. */
export function namesAgainstMap(): Buffer {
  const names = [...ADDRESS].map((char) => `/uni${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  const codes = names.map((_, index) => (index + 1).toString(16).padStart(2, '0'));
  const map = `1 begincodespacerange <00> <ff> endcodespacerange ${codes.length} beginbfchar ${codes.map((each) => `<${each}> <0078>`).join(' ')} endbfchar`;
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 12 Tf 72 700 Td <${codes.join('')}> Tj ET`),
    `<< /Type /Font /Subtype /TrueType /BaseFont /Song /ToUnicode 6 0 R /Encoding << /Type /Encoding /Differences [1 ${names.join(' ')}] >> >>`,
    stream(map),
  ]);
}
