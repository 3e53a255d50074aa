/** QR and bar codes as modules, drawings and pictures. */
import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';

export type Modules = boolean[][];

export function qrModules(text: string): Modules {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) !== 0),
  );
}

const START_C = 105;
const STOP = '2331112';
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'
).split(' ');

/** Code 128, set C, for an even number of digits: bars (true) and gaps, a module each. */
export function code128(digits: string): boolean[] {
  const values = [START_C, ...(digits.match(/../g) ?? []).map(Number)];
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  const widths = [...values, check].map((value) => PATTERNS[value] ?? '').join('') + STOP;
  return [...widths].flatMap((width, index) => Array<boolean>(Number(width)).fill(index % 2 === 0));
}

/** Grey pixels, one byte each, with four modules of margin. */
export function toPixels(modules: Modules, { scale = 4, dark = 0, light = 255 } = {}) {
  const size = (modules.length + 8) * scale;
  const pixels = Buffer.alloc(size * size, light);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules[Math.floor(row / scale) - 4]?.[Math.floor(column / scale) - 4]) pixels[row * size + column] = dark;
    }
  }
  return { size, pixels };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

type Png = { width: number; height: number; bits?: number; kind: number; interlace?: number; rows: Buffer };

/** A PNG of rows without filters; `kind` is its kind of colour. Chunks stand before the pixels. */
export function pngFile({ width, height, bits = 8, kind, interlace = 0, rows }: Png, chunks: [string, Buffer][] = []) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, kind, 0, 0, interlace], 8);
  const stride = rows.length / height;
  const lines = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.from([0]), rows.subarray(row * stride, (row + 1) * stride)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A grey PNG of eight bits, with chunks of text if wanted. */
export function png(modules: Modules, texts: [type: string, data: Buffer][] = []): Buffer {
  const { size, pixels } = toPixels(modules);
  return pngFile({ width: size, height: size, kind: 0, rows: pixels }, texts);
}

const CLEAR = 256;
const END = 257;

/** Codes of nine bits as they stand in a GIF, in blocks of 255 bytes: cleared so often that they never grow. */
function gifData(indexes: Buffer): Buffer {
  const codes = [...indexes].flatMap((index, at) => (at % 100 === 0 ? [CLEAR, index] : [index]));
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const code of [...codes, END]) {
    bits |= code << held;
    for (held += 9; held >= 8; held -= 8) {
      bytes.push(bits & 0xff);
      bits >>= 8;
    }
  }
  bytes.push(bits);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(Buffer.from([block.length, ...block]));
  }
  return Buffer.concat([Buffer.from([8]), ...blocks, Buffer.from([0])]);
}

type Gif = { size: number; colours: Buffer; frames: Buffer[]; leftOut?: number; isLocal?: boolean };

/** A GIF of square frames; the table of colours is the file's or that of each frame. */
export function gifFile({ size, colours, frames, leftOut, isLocal = false }: Gif): Buffer {
  const flags = 0x80 | (Math.log2(colours.length / 3) - 1);
  const side = Buffer.alloc(2);
  side.writeUInt16LE(size);
  const control = Buffer.from([0x21, 0xf9, 4, leftOut === undefined ? 0 : 1, 0, 0, leftOut ?? 0, 0]);
  return Buffer.concat([
    Buffer.from('GIF89a'),
    side,
    side,
    Buffer.from([isLocal ? 0 : flags, 0, 0]),
    ...(isLocal ? [] : [colours]),
    ...frames.flatMap((indexes) => [
      control,
      Buffer.from([0x2c, 0, 0, 0, 0]),
      side,
      side,
      Buffer.from([isLocal ? flags : 0]),
      ...(isLocal ? [colours] : []),
      gifData(indexes),
    ]),
    Buffer.from(';'),
  ]);
}

/** A grey BMP of eight bits. */
export function bmp(modules: Modules): Buffer {
  const { size, pixels } = toPixels(modules);
  const header = Buffer.alloc(54 + 1024);
  header.write('BM', 'latin1');
  header.writeUInt32LE(header.length + pixels.length, 2);
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(size, 18);
  header.writeInt32LE(-size, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(8, 28);
  for (let grey = 0; grey < 256; grey += 1) header.writeUInt32LE(grey * 0x010101, 54 + grey * 4);
  return Buffer.concat([header, pixels]);
}

type Drawing = { x: number; y: number; side: number };

/** Dark modules as rectangles, like most writers draw them. */
export function asRectangles(modules: Modules, { x, y, side }: Drawing): string {
  const cells = modules.flatMap((row, line) =>
    row.flatMap((dark, column) => (dark ? [`${x + column * side} ${y - line * side} ${side} ${-side} re`] : [])),
  );
  return `0 g\n${cells.join('\n')}\nf\n`;
}

/** Every row as dashes of a thick line, like SVG writers draw them. */
export function asStrokes(modules: Modules, { x, y, side }: Drawing): string {
  const runs = modules.flatMap((row, line) =>
    row.flatMap((dark, column) => {
      if (!dark || row[column - 1]) return [];
      let end = column;
      while (row[end]) end += 1;
      const height = (y - (line + 0.5) * side).toFixed(3);
      return [`${x + column * side} ${height} m ${x + end * side} ${height} l`];
    }),
  );
  return `${side} w\n${runs.join('\n')}\nS\n`;
}

/** A white code on a black square. */
export function asInverse(modules: Modules, { x, y, side }: Drawing): string {
  const size = (modules.length + 8) * side;
  const ground = `0 g ${x - 4 * side} ${y + 4 * side} ${size} ${-size} re f\n`;
  return ground + asRectangles(modules, { x, y, side }).replace('0 g', '1 g');
}

export function asBars(bars: boolean[], { x, y, side }: Drawing): string {
  const cells = bars.flatMap((dark, column) => (dark ? [`${x + column * side} ${y} ${side} 40 re`] : []));
  return `0 g\n${cells.join('\n')}\nf\n`;
}
