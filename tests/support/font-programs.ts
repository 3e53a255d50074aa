/** Font programs with nothing but what says which character a glyph is. */

const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));
const u32 = (...values: number[]) => Buffer.concat(values.map((value) => u16(value >>> 16, value & 0xffff)));

/** A TrueType or OpenType file of these tables. */
export function fontFile(tables: Record<string, Buffer>, version = 0x00010000): Buffer {
  const names = Object.keys(tables);
  let offset = 12 + 16 * names.length;
  const records: Buffer[] = [];
  for (const name of names) {
    const length = tables[name]?.length ?? 0;
    records.push(Buffer.from(name, 'latin1'), u32(0, offset, length));
    offset += length;
  }
  return Buffer.concat([u32(version), u16(names.length, 0, 0, 0), ...records, ...Object.values(tables)]);
}

/** A character map: one table per platform and encoding. */
export function characterMap(maps: { platform: number; encoding: number; table: Buffer }[]): Buffer {
  let offset = 4 + 8 * maps.length;
  const records = maps.map(({ platform, encoding, table }) => {
    const record = Buffer.concat([u16(platform, encoding), u32(offset)]);
    offset += table.length;
    return record;
  });
  return Buffer.concat([u16(0, maps.length), ...records, ...maps.map(({ table }) => table)]);
}

/** Glyphs by code, one byte each. */
export function byteMap(glyphs: Record<number, number>): Buffer {
  return Buffer.concat([u16(0, 262, 0), Buffer.from(Array.from({ length: 256 }, (_, code) => glyphs[code] ?? 0))]);
}

/** Segments of codes: glyphs follow by a difference, or stand in a list of their own. */
export function segmentMap(segments: { start: number; end: number; delta?: number; glyphs?: number[] }[]): Buffer {
  const count = segments.length;
  const lists: number[] = [];
  const offsets = segments.map(({ glyphs }, index) => {
    if (glyphs === undefined) return 0;
    const offset = 2 * (count - index + lists.length);
    lists.push(...glyphs);
    return offset;
  });
  return Buffer.concat([
    u16(4, 16 + 8 * count + 2 * lists.length, 0, 2 * count, 0, 0, 0),
    u16(...segments.map(({ end }) => end), 0),
    u16(...segments.map(({ start }) => start)),
    u16(...segments.map(({ delta = 0 }) => delta)),
    u16(...offsets, ...lists),
  ]);
}

export function trimmedMap(first: number, glyphs: number[]): Buffer {
  return u16(6, 10 + 2 * glyphs.length, 0, first, glyphs.length, ...glyphs);
}

export function groupMap(groups: [start: number, end: number, glyph: number][]): Buffer {
  return Buffer.concat([u16(12, 0), u32(16 + 12 * groups.length, 0, groups.length, ...groups.flat())]);
}

/** A table of glyph names, by glyph number; undefined for the standard name of no glyph. */
export function nameTable(names: (string | undefined)[], format = 0x20000): Buffer {
  const own = names.filter((name) => name !== undefined);
  let next = 258;
  const numbers = names.map((name) => (name === undefined ? 0 : next++));
  const strings = own.map((name) => Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1')]));
  return Buffer.concat([u32(format), Buffer.alloc(28), u16(names.length, ...numbers), ...strings]);
}

const index = (items: Buffer[]): Buffer => {
  if (items.length === 0) return u16(0);
  let offset = 1;
  const offsets = [1, ...items.map((item) => (offset += item.length))];
  return Buffer.concat([u16(items.length), Buffer.from([2]), u16(...offsets), ...items]);
};
const integer = (value: number) => Buffer.concat([Buffer.from([29]), u32(value)]);

type CompactFont = {
  /** Strings of the font's own. */
  strings: string[];
  /** The bytes of the character set, or the number of a predefined one. */
  charset: Buffer | number;
  glyphs: number;
  /** Further operators of the top dictionary. */
  more?: Buffer;
};

/** A CFF font without outlines. */
export function compactFont({ strings, charset, glyphs, more = Buffer.alloc(0) }: CompactFont): Buffer {
  const head = Buffer.from([1, 0, 4, 2]);
  const names = index([Buffer.from('F')]);
  const texts = index(strings.map((text) => Buffer.from(text, 'latin1')));
  const top = (set: number, outlines: number) =>
    index([Buffer.concat([more, integer(set), Buffer.from([15]), integer(outlines), Buffer.from([17])])]);
  const start = head.length + names.length + top(0, 0).length + texts.length + 2;
  const set = typeof charset === 'number' ? Buffer.alloc(0) : charset;
  return Buffer.concat([
    ...[head, names, top(typeof charset === 'number' ? charset : start, start + set.length), texts, u16(0), set],
    index(Array.from({ length: glyphs }, () => Buffer.from([14]))),
  ]);
}

export { u16 };
