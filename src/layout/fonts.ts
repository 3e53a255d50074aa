import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors';
import { printedPart } from './compose/characters';
import { FACES, type Face, type FontMetrics } from './compose/font-metrics';
import { readTrueType, type TrueTypeFont } from './truetype';

/** A font file as the PDF writer embeds it; `id` is the SHA-256 of its bytes. */
export type FontFile = { id: string; bytes: Buffer };

export type FontSet = FontMetrics & {
  /** The file of a face, read once. */
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
const IDEOGRAPH = /\p{Script=Han}/u;

/**
 * Opens the fonts of a folder.
 * @throws AppError INTERNAL when a file is missing or its SHA-256 differs from SHA256SUMS; the message names the file
 */
export async function openFonts(fontsDir: string): Promise<FontSet> {
  const sums = await readSums(fontsDir);
  // One after the other: the rare face alone has 25 MB, and is only kept when a document needs it.
  for (const face of FACES) checkSum(FILES[face], sums, await readFont(fontsDir, FILES[face]));

  const files = new Map<Face, FontFile>();
  const parsed = new Map<Face, TrueTypeFont>();
  const file = (face: Face): FontFile => {
    const known = files.get(face);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(fontsDir, FILES[face]));
    const opened = { id: checkSum(FILES[face], sums, bytes), bytes };
    files.set(face, opened);
    return opened;
  };
  const font = (face: Face): TrueTypeFont => {
    const known = parsed.get(face) ?? readTrueType(file(face).bytes);
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

async function readFont(fontsDir: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(fontsDir, name));
  } catch (cause) {
    throw new AppError('INTERNAL', `font file ${name} cannot be read`, { cause });
  }
}

async function readSums(fontsDir: string): Promise<Map<string, string>> {
  const lines = (await readFont(fontsDir, 'SHA256SUMS')).toString('utf8').trim().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

function checkSum(name: string, sums: Map<string, string>, bytes: Buffer): string {
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sums.get(name) !== sum) throw new AppError('INTERNAL', `font file ${name} does not match fonts/SHA256SUMS`);
  return sum;
}
