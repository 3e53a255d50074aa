import { readTableRecords, readTrueType, type TrueTypeFont } from '../truetype';
import type { FontBytes } from './collection';
import { commonCharacters, sampleOf } from './common-characters';
import { damagedTables } from './damage';

const TRUETYPE: ReadonlySet<string> = new Set(['\0\u0001\0\0', 'true']);
const CFF = '字形是 CFF（PostScript）轮廓，嵌入文书的字体只支持 TrueType（glyf）轮廓，请换用 TTF 版本';
const FOREIGN: Readonly<Record<string, string>> = {
  OTTO: CFF,
  wOFF: '是网页字体（WOFF），请换用 TTF 版本',
  wOF2: '是网页字体（WOFF2），请换用 TTF 版本',
};

/** Without these no subset can be made: OpenType, "TrueType Outlines", and what a PDF says about a font. */
const NEEDED = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf', 'cmap', 'name', 'OS/2'];

/** OpenType, `head`. */
const UNITS_PER_EM = { least: 16, most: 16384 } as const;

/** OpenType, `OS/2`, fsType: of several rights the widest holds. */
const RESTRICTED = 0x0002;
const MAY_BE_EMBEDDED = 0x000c;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

/**
 * Part of the common characters that may be missing or have a width of their own: fonts made after the table of 2013
 * lack three, and real ones have slips. These characters are drawn by a bundled face.
 */
const TOLERATED = 0.01;

/** The name by which a PDF calls a font. */
const POSTSCRIPT_NAME = 6;

/**
 * Checks whether documents can be set in a font: a whole TrueType file that may be embedded and draws the common
 * characters one em wide.
 * @returns one Chinese phrase for each fault
 */
export function findFontFaults(font: FontBytes): string[] {
  try {
    return structureFaults(font) ?? contentFaults(font.read);
  } catch {
    // What a reader stumbles over behind these checks would stop a document later.
    return ['文件已损坏，不能读取'];
  }
}

/** Faults that leave nothing else to be checked; undefined when there are none. */
function structureFaults({ read, size }: FontBytes): string[] | undefined {
  if (size < 12) return ['不是字体文件'];
  const kind = read(0, 4).toString('latin1');
  if (!TRUETYPE.has(kind)) return [FOREIGN[kind] ?? '不是 TrueType 字体文件'];
  const records = readTableRecords(read);
  const cut = [...records].find(([, { offset, length }]) => offset + length > size);
  if (cut !== undefined) return [`文件不完整，${cut[0].trim()} 表超出文件末尾`];
  if (records.has('CFF ') || records.has('CFF2')) return [CFF];
  const missing = NEEDED.filter((tag) => !records.has(tag));
  if (missing.length > 0) return [`文件缺少 ${missing.join('、')} 表`];
  const damaged = damagedTables(read, records);
  return damaged.length > 0 ? [`文件已损坏，${damaged.join('、')} 表的内容不对`] : undefined;
}

function contentFaults(read: FontBytes['read']): string[] {
  const records = readTableRecords(read);
  const table = (tag: string): Buffer => {
    const { offset, length } = records.get(tag) ?? { offset: 0, length: 0 };
    return read(offset, length);
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  if (unitsPerEm < UNITS_PER_EM.least || unitsPerEm > UNITS_PER_EM.most)
    return [`每字单位数（unitsPerEm）是 ${unitsPerEm}，应为 16 至 16384`];
  return [
    ...licenceFaults(table('OS/2').readUInt16BE(8)),
    ...(hasPostScriptName(table('name')) ? [] : ['没有 PostScript 名称']),
    ...characterFaults(read, table('maxp').readUInt16BE(4)),
  ];
}

function licenceFaults(embedding: number): string[] {
  const isRestricted = (embedding & RESTRICTED) !== 0 && (embedding & MAY_BE_EMBEDDED) === 0;
  return [
    ...(isRestricted ? ['许可禁止嵌入文件（OS/2 fsType：受限许可）'] : []),
    ...((embedding & NO_SUBSETTING) === 0 ? [] : ['许可禁止只嵌入用到的字（OS/2 fsType：禁止子集）']),
    ...((embedding & BITMAPS_ONLY) === 0 ? [] : ['许可只准嵌入点阵字（OS/2 fsType：仅点阵）']),
  ];
}

function hasPostScriptName(name: Buffer): boolean {
  const count = name.readUInt16BE(2);
  return Array.from({ length: count }, (_, index) => name.readUInt16BE(12 + index * 12)).includes(POSTSCRIPT_NAME);
}

function characterFaults(read: FontBytes['read'], glyphCount: number): string[] {
  const font = tryReading(read);
  if (font === undefined) return ['没有 Unicode 字符表（cmap 格式 4 或 12）'];
  const characters = commonCharacters();
  const missing: string[] = [];
  const uneven: string[] = [];
  for (const character of characters) {
    const glyph = font.glyph(character.codePointAt(0) ?? 0);
    if (glyph === 0 || glyph >= glyphCount) missing.push(character);
    else if (font.advance(glyph) !== 1) uneven.push(character);
  }
  const tolerated = characters.length * TOLERATED;
  return [
    ...(missing.length <= tolerated ? [] : [`缺少 ${missing.length} 个常用汉字：${sampleOf(missing)}`]),
    ...(uneven.length <= tolerated ? [] : [`有 ${uneven.length} 个常用汉字的宽度不是一个字：${sampleOf(uneven)}`]),
  ];
}

function tryReading(read: FontBytes['read']): TrueTypeFont | undefined {
  try {
    return readTrueType(read);
  } catch {
    return undefined;
  }
}
