import { crc32, inflateSync } from 'node:zlib';
import { QUIET_ZONE_MODULES, qrMatrix, qrPng } from '../../src/layout/qr-image';
import { formatOf, readQr } from '../support/qr-reader';

const PAYLOADS = [
  'https://anshu.example/v/A2026112100001',
  'https://court.example/v/1',
  `https://x.example/v/${'q'.repeat(60)}`,
];

describe('verification code', () => {
  test.each(PAYLOADS)('carries its payload and nothing else: %s', (payload) => {
    expect(readQr(qrMatrix(payload))).toBe(payload);
  });

  test('uses error level M', () => {
    for (const payload of PAYLOADS) expect(formatOf(qrMatrix(payload)).level).toBe(0);
  });

  test('is a square without quiet zone: finder patterns touch the corners', () => {
    const modules = qrMatrix(PAYLOADS[0] ?? '');
    const last = modules.length - 1;
    expect(modules.every((row) => row.length === modules.length)).toBe(true);
    expect([modules[0]?.[0], modules[0]?.[last], modules[last]?.[0]]).toEqual([true, true, true]);
  });

  test('the PNG shows the same modules inside four white ones', async () => {
    const payload = PAYLOADS[0] ?? '';
    const { side, isDark } = readPng(await qrPng(payload));
    const modules = qrMatrix(payload);
    const count = modules.length + 2 * QUIET_ZONE_MODULES;
    const scale = side / count;
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column < count; column += 1) {
        const expected = modules[row - QUIET_ZONE_MODULES]?.[column - QUIET_ZONE_MODULES] ?? false;
        expect(isDark((column + 0.5) * scale, (row + 0.5) * scale)).toBe(expected);
      }
    }
  });

  test('gives the same bytes for the same payload', async () => {
    const payload = PAYLOADS[0] ?? '';
    expect((await qrPng(payload)).equals(await qrPng(payload))).toBe(true);
    expect((await qrPng(payload)).equals(await qrPng(`${payload}2`))).toBe(false);
  });

  test('refuses an empty payload and one that no code can hold', () => {
    expect(() => qrMatrix('')).toThrow();
    expect(() => qrMatrix('安'.repeat(2000))).toThrow();
  });
});

/** Reads a one-bit greyscale PNG without filters and checks every chunk's sum. */
function readPng(png: Buffer): { side: number; isDark(x: number, y: number): boolean } {
  const data: Buffer[] = [];
  const kinds: string[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    kinds.push(body.subarray(0, 4).toString('latin1'));
    if (kinds.at(-1) === 'IDAT') data.push(body.subarray(4));
    at += 12 + length;
  }
  expect(kinds).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect([...png.subarray(24, 29)]).toEqual([1, 0, 0, 0, 0]);
  const side = png.readUInt32BE(16);
  expect(png.readUInt32BE(20)).toBe(side);
  const pixels = inflateSync(Buffer.concat(data));
  const stride = 1 + Math.ceil(side / 8);
  expect(pixels.length).toBe(stride * side);
  return {
    side,
    isDark: (x, y) => {
      const byte = pixels[Math.floor(y) * stride + 1 + Math.floor(x / 8)] ?? 0;
      return ((byte >> (7 - (Math.floor(x) % 8))) & 1) === 0;
    },
  };
}
