import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';
import { FACE_NAMES, type FaceName } from './style';

export const FONTS_DIR = resolve('fonts');
/** Everything the benchmark writes beside its report. */
export const OUT_DIR = resolve('out/bench');

/** Family names inside the bundled files, as Typst, Chromium and LibreOffice ask for them. */
export const FAMILIES: Record<FaceName, string> = {
  fang: 'Anshu Fang',
  title: 'Anshu Title',
  hei: 'Anshu Hei',
  kai: 'Anshu Kai',
  song: 'Anshu Song',
};

export function fontFile(face: FaceName): string {
  return join(FONTS_DIR, `anshu-${face}.ttf`);
}

/**
 * The bundled fonts cut down to the 6,763 characters and the symbols of GB 2312 and to `extra`, which is what users of
 * pdfmake and pdfkit do to get small and fast files. Made once, kept in out/bench.
 * @param extra further characters, e.g. of names
 */
export async function subsetFonts(extra: string): Promise<Record<FaceName, Buffer>> {
  const folder = join(OUT_DIR, 'fonts');
  mkdirSync(folder, { recursive: true });
  const wanted = gb2312() + extra;
  const read = async (face: FaceName): Promise<Buffer> => {
    const file = join(folder, `${face}.ttf`);
    if (!existsSync(file)) writeFileSync(file, await subsetFont(readFileSync(fontFile(face)), wanted, {}));
    return readFileSync(file);
  };
  const fonts: Partial<Record<FaceName, Buffer>> = {};
  for (const face of FACE_NAMES) fonts[face] = await read(face);
  return fonts as Record<FaceName, Buffer>;
}

/** Characters that the measured documents use beyond GB 2312. */
export const BEYOND_GB2312 = '喆堃〇';

/** Rows 1–9 (symbols, letters) and 16–87 (characters) of GB 2312, and ASCII. */
function gb2312(): string {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  for (let row = 0xa1; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  const ascii = Array.from({ length: 95 }, (_, place) => String.fromCharCode(0x20 + place)).join('');
  return ascii + decoder.decode(Uint8Array.from(bytes));
}

/** Height of a face's line without its gap, in em: engines that only know a factor of the natural height need it. */
export function naturalLineHeight(file: Buffer): number {
  const tables = new Map<string, number>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    tables.set(file.toString('latin1', record, record + 4), file.readUInt32BE(record + 8));
  }
  const unitsPerEm = file.readUInt16BE((tables.get('head') ?? 0) + 18);
  const hhea = tables.get('hhea') ?? 0;
  return (file.readInt16BE(hhea + 4) - file.readInt16BE(hhea + 6)) / unitsPerEm;
}
