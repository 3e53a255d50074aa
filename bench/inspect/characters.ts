import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenEngine } from '../run/compare';
import { read, readBytes } from './commands';

/** `printed`: a glyph of its own; `wrong`: another character in its place; `box`: what a missing character looks like; `blank`: nothing; `refused`: no file. */
export type Fate = 'printed' | 'wrong' | 'box' | 'blank' | 'refused';

/** Characters that people are called, and one that belongs to nobody. */
export const PROBES = [
  { name: '䶮 U+4DAE', codePoint: 0x4dae },
  { name: '𠅤 U+20164', codePoint: 0x20164 },
  { name: 'private use U+E863', codePoint: 0xe863 },
] as const;

/** Never assigned, so that no font has it: what the engine draws for it is its sign for "missing". */
const NEVER_ASSIGNED = 0x0378;
const BLANK = 0x3000;

/** What becomes of each probe, seen on the page and not in the text. */
export async function probeCharacters({ engine, process }: OpenEngine, folder: string): Promise<Record<string, Fate>> {
  const fileOf = (codePoint: number) => join(folder, `${engine.id}-${codePoint.toString(16)}.${engine.format}`);
  const draw = async (codePoint: number): Promise<Buffer | undefined> => {
    const file = fileOf(codePoint);
    rmSync(file, { force: true });
    try {
      await process.ask({ kind: 'character', codePoint, file });
    } catch {
      return undefined;
    }
    return existsSync(file) ? readBytes('pdftoppm', ['-r', '50', '-gray', '-f', '1', '-l', '1', file]) : undefined;
  };
  const [missing, blank] = [await draw(NEVER_ASSIGNED), await draw(BLANK)];
  const fates: Record<string, Fate> = {};
  for (const { name, codePoint } of PROBES) {
    const drawn = await draw(codePoint);
    if (drawn === undefined) fates[name] = 'refused';
    else if (blank !== undefined && drawn.equals(blank)) fates[name] = 'blank';
    else if (!hasInk(drawn)) fates[name] = 'blank';
    else if (missing?.equals(drawn)) fates[name] = 'box';
    // What a font without the character made of its number: the text of the file tells.
    else
      fates[name] = read('pdftotext', [fileOf(codePoint), '-'])?.includes(String.fromCodePoint(codePoint))
        ? 'printed'
        : 'wrong';
  }
  return fates;
}

/** Any pixel that is not white, after the header of the picture. */
function hasInk(picture: Buffer): boolean {
  return picture.subarray(20).some((grey) => grey < 0xf0);
}
