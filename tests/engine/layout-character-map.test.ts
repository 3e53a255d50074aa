import { readCharacterMap } from '../../src/layout/character-map';
import { readTrueType } from '../../src/layout/truetype';
import { byteMap, characterMap, groupMap, segmentMap, trimmedMap } from '../support/font-programs';
import { bundled, fontOf, withSegments } from '../support/font-variants';

const END = { start: 0xffff, end: 0xffff, delta: 1 };
const segments = (code: number, glyph: number) => segmentMap([{ start: code, end: code, glyphs: [glyph] }, END]);

describe('a character map', () => {
  test('of format 4 gives the same glyphs as one of format 12', () => {
    const tables = bundled('anshu-kai.ttf');
    const read = (file: Buffer) => readTrueType((offset, length) => file.subarray(offset, offset + length)).glyph;
    const [groups, listed] = [read(fontOf(tables)), read(fontOf(withSegments(tables)))];
    const differing = Array.from({ length: 0xffff }, (_, code) => code).filter((code) => groups(code) !== listed(code));
    expect(differing).toEqual([]);
    expect(listed(0x4e00)).toBeGreaterThan(0);
  });

  test('of format 4 counts glyphs modulo 65,536, leaves glyph 0 of a list alone, and has nothing beyond its plane', () => {
    const glyph = readCharacterMap(
      characterMap([
        {
          platform: 3,
          encoding: 1,
          table: segmentMap([
            { start: 0x4e00, end: 0x4e02, delta: 0x10000 - 0x4e00 + 5 },
            { start: 0x5000, end: 0x5002, glyphs: [7, 0, 9], delta: 1 },
            END,
          ]),
        },
      ]),
    );
    expect([0x4dff, 0x4e00, 0x4e02, 0x4e03].map(glyph)).toEqual([0, 5, 7, 0]);
    expect([0x5000, 0x5001, 0x5002].map(glyph)).toEqual([8, 0, 10]);
    expect([0xffff, 0x10000, 0x14e00].map(glyph)).toEqual([0, 0, 0]);
  });

  test.each([
    {
      wanted: 1,
      maps: [
        [3, 10, groupMap([[65, 65, 1]])],
        [3, 1, segments(65, 2)],
        [0, 3, segments(65, 3)],
      ],
    },
    {
      wanted: 2,
      maps: [
        [0, 3, segments(65, 3)],
        [1, 0, byteMap({ 65: 4 })],
        [3, 1, segments(65, 2)],
      ],
    },
    {
      wanted: 3,
      maps: [
        [1, 0, byteMap({ 65: 4 })],
        [3, 0, segments(65, 5)],
        [0, 3, segments(65, 3)],
      ],
    },
    {
      wanted: 2,
      maps: [
        [3, 10, trimmedMap(65, [6])],
        [3, 1, segments(65, 2)],
      ],
    },
  ] as const)('is taken in the order Windows full, Windows, Unicode: glyph $wanted', ({ wanted, maps }) => {
    const table = characterMap(maps.map(([platform, encoding, map]) => ({ platform, encoding, table: map })));
    expect(readCharacterMap(table)(65)).toBe(wanted);
  });

  test('that is not of Unicode is refused', () => {
    const symbols = characterMap([{ platform: 3, encoding: 0, table: segments(0xf041, 2) }]);
    const mac = characterMap([{ platform: 1, encoding: 0, table: byteMap({ 65: 1 }) }]);
    for (const table of [symbols, mac]) expect(() => readCharacterMap(table)).toThrow('no Unicode character map');
  });
});
