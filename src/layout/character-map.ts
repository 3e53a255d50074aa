/** Glyph number of a code point; 0 when the font has none. */
export type CharacterMap = (codePoint: number) => number;

type Subtable = { platform: number; encoding: number; format: number; table: Buffer };

/** Whole Unicode before the first plane only, Windows before the Unicode platform: fonts keep those two in order. */
const PREFERRED: readonly [platform: number, encoding: number][] = [
  [3, 10],
  [3, 1],
  [0, 6],
  [0, 4],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

/**
 * Reads a `cmap` table: groups of all of Unicode (format 12) or segments of its first plane (format 4, which is all that
 * older office fonts have).
 * @throws Error when the font has no Unicode map of these formats
 */
export function readCharacterMap(cmap: Buffer): CharacterMap {
  const subtables = readSubtables(cmap);
  for (const [platform, encoding] of PREFERRED) {
    for (const { table, format, ...name } of subtables) {
      if (name.platform !== platform || name.encoding !== encoding) continue;
      if (format === 12) return readGroups(table);
      if (format === 4) return readSegments(table);
    }
  }
  throw new Error('font has no Unicode character map of format 4 or 12');
}

function readSubtables(cmap: Buffer): Subtable[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const record = 4 + index * 8;
    const table = cmap.subarray(cmap.readUInt32BE(record + 4));
    const [platform, encoding] = [cmap.readUInt16BE(record), cmap.readUInt16BE(record + 2)];
    return { platform, encoding, format: table.readUInt16BE(0), table };
  });
}

function readGroups(table: Buffer): CharacterMap {
  const count = table.readUInt32BE(12);
  const read = (field: number) =>
    Uint32Array.from({ length: count }, (_, group) => table.readUInt32BE(16 + group * 12 + field));
  const [starts, ends, glyphs] = [read(0), read(4), read(8)];
  return (codePoint) => {
    let low = 0;
    let high = starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = starts[middle] ?? 0;
      if (codePoint < start) high = middle - 1;
      else if (codePoint > (ends[middle] ?? 0)) low = middle + 1;
      else return (glyphs[middle] ?? 0) + codePoint - start;
    }
    return 0;
  };
}

const PLANE = 0x10000;

/** Written out as one list of the plane, 128 kB: simpler and faster than a search in four parallel lists. */
function readSegments(table: Buffer): CharacterMap {
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  const glyphs = new Uint16Array(PLANE);
  for (let at = 0; at < size; at += 2) {
    const start = table.readUInt16BE(starts + at);
    const end = table.readUInt16BE(ends + at);
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    // The last segment holds only U+FFFF, which is no character, and often points outside the table.
    for (let code = start; code <= end && code < PLANE - 1; code += 1) {
      const listed = offset === 0 ? code : table.readUInt16BE(offsets + at + offset + 2 * (code - start));
      glyphs[code] = offset !== 0 && listed === 0 ? 0 : (listed + delta) % PLANE;
    }
  }
  return (codePoint) => glyphs[codePoint] ?? 0;
}
