/** How pixels and data are packed, by hand: nothing of the reader is used. */

export function packBits(pixels: Buffer, size: number): Buffer {
  const stride = Math.ceil(size / 8);
  const bits = Buffer.alloc(stride * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (pixels[row * size + column] === 0) continue;
      const at = row * stride + (column >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
    }
  }
  return bits;
}

/** PackBits: only literal runs, which every reader must accept too. */
export function runLength(data: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < data.length; at += 128) {
    const part = data.subarray(at, at + 128);
    parts.push(Buffer.from([part.length - 1]), part);
  }
  return Buffer.concat([...parts, Buffer.from([128])]);
}

/** LZW with nothing but nine-bit codes and a fresh table before it would grow. */
export function lzw(data: Buffer): Buffer {
  const codes: number[] = [];
  for (let at = 0; at < data.length; at += 100) codes.push(256, ...data.subarray(at, at + 100));
  const bits = [...codes, 257].map((value) => value.toString(2).padStart(9, '0')).join('');
  return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

export function ascii85(data: Buffer): string {
  const groups: string[] = [];
  for (let at = 0; at < data.length; at += 4) {
    const part = data.subarray(at, at + 4);
    let value = Buffer.concat([part, Buffer.alloc(4)]).readUInt32BE(0);
    let digits = '';
    for (let index = 0; index < 5; index += 1) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    groups.push(digits.slice(0, part.length + 1));
  }
  return `${groups.join('')}~>`;
}
