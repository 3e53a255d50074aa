/** Fonts as offices have them, made of a bundled one: other character maps, licences, containers, and broken files. */
import { readFileSync } from 'node:fs';
import { readTrueType } from '../../src/layout/truetype';
import { characterMap, segmentMap, u16 } from './font-programs';

type Tables = Map<string, Buffer>;

const HEADER = 12;
const RECORD = 16;

/** The tables of a TrueType file. */
export function tablesOf(file: Buffer): Tables {
  const tables: Tables = new Map();
  for (let at = HEADER; at < HEADER + RECORD * file.readUInt16BE(4); at += RECORD) {
    const [offset, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    tables.set(file.toString('latin1', at, at + 4), Buffer.from(file.subarray(offset, offset + length)));
  }
  return tables;
}

function checkSum(tag: string, table: Buffer): number {
  const words = Buffer.concat([table], Math.ceil(table.length / 4) * 4);
  if (tag === 'head') words.writeUInt32BE(0, 8);
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A TrueType file of these tables with the sums that belong to them; `start`: where it will stand in a collection. */
export function fontOf(tables: Tables, start = 0): Buffer {
  const header = Buffer.alloc(HEADER + RECORD * tables.size);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.size, 4);
  const parts = [header];
  let offset = header.length;
  [...tables].forEach(([tag, table], index) => {
    const at = HEADER + RECORD * index;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checkSum(tag, table), at + 4);
    header.writeUInt32BE(start + offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.concat([table], Math.ceil(table.length / 4) * 4);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** A TrueType collection (TTC). */
export function collectionOf(fonts: Tables[]): Buffer {
  const header = Buffer.alloc(HEADER + 4 * fonts.length);
  header.write('ttcf', 0, 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(fonts.length, 8);
  const parts: Buffer[] = [header];
  let start = header.length;
  fonts.forEach((tables, index) => {
    header.writeUInt32BE(start, HEADER + 4 * index);
    const font = fontOf(tables, start);
    parts.push(font);
    start += font.length;
  });
  return Buffer.concat(parts);
}

/** The same tables with one of them exchanged or, when `change` returns nothing, left out. */
export function changed(tables: Tables, tag: string, change: (table: Buffer) => Buffer | undefined): Tables {
  const copy = new Map(tables);
  const table = change(Buffer.from(tables.get(tag) ?? Buffer.alloc(0)));
  if (table === undefined) copy.delete(tag);
  else copy.set(tag, table);
  return copy;
}

/** Writes a number into a table. */
export function withNumber(tables: Tables, tag: string, { at, value }: { at: number; value: number }): Tables {
  return changed(tables, tag, (table) => {
    table.writeUInt16BE(value, at);
    return table;
  });
}

/** The glyphs of a font's characters in the first plane. */
function glyphsOf(tables: Tables): [code: number, glyph: number][] {
  const file = fontOf(tables);
  const { glyph } = readTrueType((offset, length) => file.subarray(offset, offset + length));
  const codes = Array.from({ length: 0xffff }, (_, code) => code);
  return codes.map((code): [number, number] => [code, glyph(code)]).filter(([, number]) => number !== 0);
}

/** Only a map of format 4, as in Windows' older fonts: segments by difference, every third by a list of glyphs. */
export function withSegments(tables: Tables, platform = 3, encoding = 1): Tables {
  const segments: { start: number; end: number; delta?: number; glyphs?: number[] }[] = [];
  let run: [number, number][] = [];
  const close = () => {
    const [first] = run;
    if (first === undefined) return;
    const [start, glyph] = first;
    const end = start + run.length - 1;
    if (segments.length % 3 === 2) segments.push({ start, end, glyphs: run.map(([, number]) => number) });
    else segments.push({ start, end, delta: (glyph - start + 0x10000) % 0x10000 });
    run = [];
  };
  for (const [code, glyph] of glyphsOf(tables)) {
    const last = run.at(-1);
    if (last !== undefined && (last[0] + 1 !== code || last[1] + 1 !== glyph)) close();
    run.push([code, glyph]);
  }
  close();
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 });
  return changed(tables, 'cmap', () => characterMap([{ platform, encoding, table: segmentMap(segments) }]));
}

/** Number of the glyph of a character. */
export function glyphIn(file: Buffer, character: string): number {
  const { glyph } = readTrueType((offset, length) => file.subarray(offset, offset + length));
  return glyph(character.codePointAt(0) ?? 0);
}

/** A font of one's own name: `name` is its PostScript name. */
export function renamed(tables: Tables, name: string): Tables {
  return changed(tables, 'name', () =>
    Buffer.concat([u16(0, 1, 18, 1, 0, 0, 6, name.length, 0), Buffer.from(name, 'latin1')]),
  );
}

export function bundled(name: string): Tables {
  return tablesOf(readFileSync(`fonts/${name}`));
}
