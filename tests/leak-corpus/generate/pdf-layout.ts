import { page, stream, ucs2 } from '../../support/raw-pdf';
import { asInverse, asRectangles, asStrokes, qrModules, toPixels } from './codes';
import { ADDRESS } from './kinds';
import { type Carrier, hex, image, line, scattered, show, shown } from './pdf-parts';

const code = qrModules(ADDRESS);
const { size, pixels } = toPixels(code);
const form = '/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /Font << /F1 5 0 R >> >>';
const backwards = [...ADDRESS].reverse();

/** A page with stamps at two places, whose streams have the same space. */
const stamped = (...contents: (string | Buffer)[]) =>
  page(shown, {
    pageEntries: `/Annots [${contents.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}]`,
    objects: contents.flatMap((content, index) => [
      `<< /Type /Annot /Subtype /Stamp /Rect [50 ${50 + 300 * index} 250 ${250 + 300 * index}] /AP << /N ${8 + 2 * index} 0 R >> >>`,
      stream(content, form),
    ]),
  });

/** Words on the page, numbers in the fields: `as` tells how a field shows its value. */
function filledIn(as: (value: string, object: number) => string, appearance: (value: string) => Buffer): Buffer {
  const words = ['住址：', '路', '号', '幢', '室'].map((word, index) => line(word, 72 + 80 * index, 400)).join('');
  const values = ['幸福', '88', '2', '301'];
  return page(shown + words, {
    pageEntries: `/Annots [${values.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}]`,
    objects: values.flatMap((value, index) => [
      `<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [${110 + 80 * index} 397 ${150 + 80 * index} 413] ${as(value, 8 + 2 * index)} >>`,
      appearance(value),
    ]),
  });
}

const inlineImage = (): Buffer => {
  const bits = Buffer.alloc(Math.ceil(size / 8) * size);
  for (const [index, value] of pixels.entries()) {
    const at = Math.floor(index / size) * Math.ceil(size / 8) + ((index % size) >> 3);
    if (value !== 0) bits[at] = (bits[at] ?? 0) | (0x80 >> ((index % size) & 7));
  }
  const head = Buffer.from(`q 100 0 0 100 0 0 cm BI /W ${size} /H ${size} /BPC 1 /CS /G ID `);
  return Buffer.concat([head, bits, Buffer.from('\nEI Q')]);
};

export const LAYOUT_CARRIERS: Carrier[] = [
  ['竖写，逐字打乱', '按行', page(scattered(ADDRESS, (index) => [300, 700 - 14 * index]))],
  ['转九十度，逐字打乱', '按行', page(scattered(ADDRESS, (index) => [300, 300 + 12 * index], '0 1 -1 0'))],
  ['转一百八十度，逐字打乱', '按行', page(scattered(ADDRESS, (index) => [500 - 12 * index, 300], '-1 0 0 -1'))],
  [
    '斜三十度，逐字打乱',
    '按行',
    page(scattered(ADDRESS, (index) => [100 + 10.39 * index, 300 + 6 * index], '.866 .5 -.5 .866')),
  ],
  ['高低不齐，逐字打乱', '按行', page(scattered(ADDRESS, (index) => [100 + 12 * index, 300 + (index % 3) * 1.4]))],
  ['逐字上台阶，打乱', '按列', page(scattered(ADDRESS, (index) => [100 + 12 * index, 300 + 5 * index]))],
  [
    '每个字画两遍',
    '按行',
    page(
      [...ADDRESS]
        .map((char, index) => line(char, 100 + 12 * index, 500) + line(char, 100.4 + 12 * index, 500))
        .join(''),
    ),
  ],
  [
    '压在另一行字下面，逐字打乱',
    '按行',
    page(
      scattered(ADDRESS, (index) => [72 + 12 * index, 500]) +
        scattered('受害人住址依法予以保密', (index) => [72 + 12 * index, 500]),
    ),
  ],
  ['字距为负，字符倒序', '页面字形', page(`${shown}BT /F1 12 Tf -24 Tc 400 500 Td ${show(backwards.join(''))} ET`)],
  [
    '间隔往回走，字符倒序',
    '页面字形',
    page(`${shown}BT /F1 12 Tf 400 500 Td [${backwards.map((char) => `<${ucs2(char)}> 2000`).join(' ')}] TJ ET`),
  ],
  ['从右向左的控制符', '页面文字', page(line(`住址\u202e${backwards.join('')}`))],
  [
    '两个批注各在一处，坐标相同',
    '未显示的内容流',
    stamped(
      scattered(ADDRESS, (index) => [2 + 12 * index, 5]),
      scattered('重庆市渝中区人民法院', (index) => [2 + 12 * index, 5]),
    ),
  ],
  [
    '表单填空，页上只有路、号、幢、室',
    '含批注',
    filledIn(
      (value, object) => `/V ${hex(value)} /AP << /N ${object} 0 R >>`,
      (value) =>
        stream(
          `BT /F1 12 Tf 2 3 Td ${show(value)} ET`,
          '/Type /XObject /Subtype /Form /BBox [0 0 40 16] /Resources << /Font << /F1 5 0 R >> >>',
        ),
    ),
  ],
  [
    '表单填空，只有值，没有外观',
    '含批注',
    filledIn(
      (value) => `/V ${hex(value)}`,
      () => Buffer.from('null'),
    ),
  ],
  ['批注里的二维码，线段', '绘制的图形码', stamped(asStrokes(code, { x: 10, y: 180, side: 3 }))],
  ['批注里的二维码，内嵌图片', '内嵌图片', stamped(inlineImage())],
  [
    '用剪裁路径画的二维码',
    '绘制的图形码',
    page(
      `${shown}q ${asRectangles(code, { x: 72, y: 600, side: 3 }).replace('0 g', '').replace(/f\n$/, 'W n')} 0 0 600 800 re f Q`,
    ),
  ],
  [
    '很淡的矢量二维码',
    '绘制的图形码',
    page(shown + asRectangles(code, { x: 72, y: 600, side: 3 }).replace('0 g', '0.99 g')),
  ],
  [
    '斜放的反白二维码',
    '绘制的图形码',
    page(`${shown}q .966 .259 -.259 .966 200 300 cm ${asInverse(code, { x: 0, y: 100, side: 3 })} Q`),
  ],
  [
    '很淡的图片二维码',
    '图片里的图形码',
    page(shown, {
      objects: [
        image(
          Buffer.from(pixels.map((grey) => (grey === 0 ? 252 : 255))),
          '/BitsPerComponent 8 /ColorSpace /DeviceGray',
          size,
        ),
      ],
    }),
  ],
  [
    '明度相同的红绿二维码',
    '图片里的图形码',
    page(shown, {
      objects: [
        image(
          Buffer.from([...pixels].flatMap((grey) => (grey === 0 ? [0, 130, 0] : [255, 0, 0]))),
          '/BitsPerComponent 8 /ColorSpace /DeviceRGB',
          size,
        ),
      ],
    }),
  ],
  [
    '一个操作符有两个字符串',
    '页面文字',
    page(`${shown}BT /F1 12 Tf 72 600 Td ${show(ADDRESS).replace(' Tj', '')} <4f60> Tj ET`),
  ],
];
