import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../errors';
import { printedPart } from './compose/characters';
import { FACES, type Face, type FontMetrics } from './compose/font-metrics';
import { readTrueType, type TrueTypeFont } from './truetype';

/**
 * A font file as the PDF writer embeds it; `id` is the SHA-256 of its bytes. Only what a document needs is read: whole
 * files would take 35 MB of memory, 65 MB with the rare face.
 */
export type FontFile = { id: string; read(offset: number, length: number): Buffer };

export type FontSet = FontMetrics & {
  /** The file of a face, as it was when it was opened. */
  file(face: Face): FontFile;
  /** Characters of `text` that no face can draw, each once, in order of appearance. */
  missingGlyphs(text: string): string[];
};

const FILES: Record<Face, string> = {
  fang: 'anshu-fang.ttf',
  title: 'anshu-title.ttf',
  hei: 'anshu-hei.ttf',
  kai: 'anshu-kai.ttf',
  song: 'anshu-song.ttf',
  rare: 'anshu-rare.ttf',
};

/**
 * When the wanted face lacks a character, these are asked in turn. 楷体 stands nearest to 仿宋 in weight, so that a name
 * with one rare character does not look corrected; its marks are too narrow, which is why it lends ideographs only.
 */
const FALLBACK: readonly Face[] = ['song', 'rare'];
const FALLBACK_OF_FANG: readonly Face[] = ['kai', 'song', 'rare'];
/** Bytes of a font file that are summed at a time. */
const CHUNK = 1 << 20;
const IDEOGRAPH = /\p{Script=Han}/u;

/**
 * Opens the fonts of a folder.
 * @throws AppError INTERNAL when a file is missing or its SHA-256 differs from SHA256SUMS; the message names the file
 */
export async function openFonts(fontsDir: string): Promise<FontSet> {
  const sums = await readSums(fontsDir);
  const files = new Map<Face, FontFile>();
  for (const face of FACES) files.set(face, openFontFile(join(fontsDir, FILES[face]), sums));

  const parsed = new Map<Face, TrueTypeFont>();
  const file = (face: Face): FontFile => {
    const known = files.get(face);
    if (known === undefined) throw new AppError('INTERNAL', `face ${face} has no file`);
    return known;
  };
  const font = (face: Face): TrueTypeFont => {
    const known = parsed.get(face) ?? readTrueType(file(face).read);
    parsed.set(face, known);
    return known;
  };
  const find = (character: string, wanted: Face): { face: Face; em: number } | undefined => {
    const codePoint = character.codePointAt(0) ?? 0;
    const isBodyIdeograph = wanted === 'fang' && IDEOGRAPH.test(character);
    for (const face of [wanted, ...(isBodyIdeograph ? FALLBACK_OF_FANG : FALLBACK)]) {
      const glyph = font(face).glyph(codePoint);
      if (glyph !== 0) return { face, em: font(face).advance(glyph) };
    }
    return undefined;
  };
  return {
    file,
    draw: remember((character, wanted) => find(character, wanted) ?? { face: wanted, em: 1 }),
    missingGlyphs: (text) => {
      return [...new Set(text)].filter((character) => {
        const printed = printedPart(character);
        return printed !== '' && find(printed, 'song') === undefined;
      });
    },
  };
}

/** Each character is looked up once per face and process; there are at most some ten thousand of them. */
function remember(draw: FontMetrics['draw']): FontMetrics['draw'] {
  const known = new Map<Face, Map<string, { face: Face; em: number }>>(FACES.map((face) => [face, new Map()]));
  return (character, wanted) => {
    const found = known.get(wanted)?.get(character) ?? draw(character, wanted);
    known.get(wanted)?.set(character, found);
    return found;
  };
}

/** Stays open, so that what was checked is what is read later, also when an update puts another file in its place. */
function openFontFile(path: string, sums: Map<string, string>): FontFile {
  const name = basename(path);
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    const id = digest(fd);
    if (sums.get(name) === id) return { id, read: reader(fd) };
  } catch (cause) {
    if (fd !== undefined) closeSync(fd);
    throw new AppError('INTERNAL', `font file ${name} cannot be read`, { cause });
  }
  closeSync(fd);
  throw new AppError('INTERNAL', `font file ${name} does not match fonts/SHA256SUMS`);
}

/** Blocks the process, which serves nothing yet, and takes a chunk of memory instead of a file's size. */
function digest(fd: number): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  for (let at = 0; ; ) {
    const read = readSync(fd, chunk, 0, CHUNK, at);
    if (read === 0) return hash.digest('hex');
    hash.update(chunk.subarray(0, read));
    at += read;
  }
}

function reader(fd: number): FontFile['read'] {
  return (offset, length) => {
    const bytes = Buffer.alloc(length);
    if (readSync(fd, bytes, 0, length, offset) < length) throw new Error('a font file ends too early');
    return bytes;
  };
}

async function readSums(fontsDir: string): Promise<Map<string, string>> {
  const text = await readFile(join(fontsDir, 'SHA256SUMS'), 'utf8').catch((cause: unknown) => {
    throw new AppError('INTERNAL', 'font file SHA256SUMS cannot be read', { cause });
  });
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}
