import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../errors';
import { printedPart } from './compose/characters';
import { FACES, type Face, type FontMetrics, OWN_ROLES, type OwnRole } from './compose/font-metrics';
import { type FontFile, openFontFile } from './font-file';
import { readTrueType, type TrueTypeFont } from './truetype';

export type { FontFile };

export type FontSet = FontMetrics & {
  /** The file of a face, as it was when it was opened. */
  file(face: Face): FontFile;
  /** Characters of `text` that no face can draw, each once, in order of appearance. */
  missingGlyphs(text: string): string[];
};

type Bundled = (typeof FACES)[number];

const FILES: Record<Bundled, string> = {
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
const FALLBACK: readonly Bundled[] = ['song', 'rare'];
const FALLBACK_OF_FANG: readonly Bundled[] = ['kai', 'song', 'rare'];
const IDEOGRAPH = /\p{Script=Han}/u;

/**
 * Opens the bundled fonts of a folder.
 * @param own an operator's own fonts, checked: each is asked before the bundled one of its role
 * @throws AppError INTERNAL when a file is missing or its SHA-256 differs from SHA256SUMS; the message names the file
 */
export async function openFonts(fontsDir: string, own: ReadonlyMap<OwnRole, FontFile> = new Map()): Promise<FontSet> {
  const sums = await readSums(fontsDir);
  const files = new Map<Face, FontFile>([...own].map(([role, file]) => [`own-${role}`, file]));
  for (const face of FACES) files.set(face, openBundled(join(fontsDir, FILES[face]), sums));

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
  const drawnBy = (face: Face, codePoint: number): number | undefined => {
    const glyph = font(face).glyph(codePoint);
    return glyph === 0 ? undefined : font(face).advance(glyph);
  };
  const findIn = (faces: readonly Face[], codePoint: number): { face: Face; em: number } | undefined => {
    for (const face of faces) {
      const em = drawnBy(face, codePoint);
      if (em !== undefined) return { face, em };
    }
    return undefined;
  };
  const find = (character: string, wanted: Face): { face: Face; em: number } | undefined => {
    const codePoint = character.codePointAt(0) ?? 0;
    const bundled = findIn(bundledChain(character, wanted), codePoint);
    const found = own.size === 0 ? bundled : findIn(ownChain(character, wanted, files), codePoint);
    // The bundled faces were made so that every full-width mark fills its cell; “ ” — · of others often do not.
    return bundled?.em === 1 && found?.em !== 1 ? bundled : found;
  };
  // Nearly every character of a document was asked for by the one before. Half a pair is never among them.
  const drawable = new Uint8Array(0x10000);
  const canDraw = (character: string): boolean => {
    const printed = printedPart(character);
    if (printed !== '' && find(printed, 'song') === undefined) return false;
    if (character.length === 1) drawable[character.charCodeAt(0)] = 1;
    return true;
  };
  const missingGlyphs = (text: string): string[] => {
    const missing = new Set<string>();
    for (let at = 0; at < text.length; at += 1) {
      if (drawable[text.charCodeAt(at)] === 1) continue;
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += character.length - 1;
      if (!canDraw(character)) missing.add(character);
    }
    return [...missing];
  };
  return {
    file,
    draw: remember((character, wanted) => find(character, wanted) ?? { face: wanted, em: 1 }),
    missingGlyphs,
  };
}

function bundledChain(character: string, wanted: Face): Bundled[] {
  const role = FACES.find((face) => wanted === face || wanted === `own-${face}`) ?? 'song';
  return [role, ...(role === 'fang' && IDEOGRAPH.test(character) ? FALLBACK_OF_FANG : FALLBACK)];
}

/** The same chain with every operator's font before the bundled one of its role. */
function ownChain(character: string, wanted: Face, files: ReadonlyMap<Face, FontFile>): Face[] {
  return bundledChain(character, wanted).flatMap((face): Face[] => {
    const own = OWN_ROLES.find((role) => role === face && files.has(`own-${role}`));
    return own === undefined ? [face] : [`own-${own}`, face];
  });
}

/** Each character is looked up once per face and process; there are at most some ten thousand of them. */
function remember(draw: FontMetrics['draw']): FontMetrics['draw'] {
  const known = new Map<Face, Map<string, { face: Face; em: number }>>();
  return (character, wanted) => {
    const ofFace = known.get(wanted) ?? new Map<string, { face: Face; em: number }>();
    known.set(wanted, ofFace);
    const found = ofFace.get(character) ?? draw(character, wanted);
    ofFace.set(character, found);
    return found;
  };
}

function openBundled(path: string, sums: Map<string, string>): FontFile {
  const name = basename(path);
  const file = tryOpening(path);
  if (sums.get(name) === file.id) return file;
  file.close();
  throw new AppError('INTERNAL', `font file ${name} does not match fonts/SHA256SUMS`);
}

function tryOpening(path: string): ReturnType<typeof openFontFile> {
  try {
    return openFontFile(path);
  } catch (cause) {
    throw new AppError('INTERNAL', `font file ${basename(path)} cannot be read`, { cause });
  }
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
