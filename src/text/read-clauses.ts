import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type ClauseFile = { source: string; file: string };

/**
 * The clauses of a folder by name; none when there is no such folder.
 * @throws Error for a file that is no clause, and for an empty one: a paragraph would silently be missing
 */
export function readClauses(folder: string): Map<string, ClauseFile> {
  const files = visible(folder).map((name): [string, ClauseFile] => {
    const file = path.join(folder, name);
    if (!name.endsWith('.hbs')) throw new Error(`${file}: is no clause (.hbs)`);
    const source = decode(file).replace(/\r\n?/g, '\n');
    if (source.trim() === '') throw new Error(`${file}:1: clause is empty`);
    return [path.basename(name, '.hbs'), { source, file }];
  });
  return new Map(files);
}

/** Text without the byte order mark of Windows, which would be printed with the wording. */
function decode(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new Error(`${file}:1: is not encoded in UTF-8`, { cause });
  }
}

/** Names of the folders in a folder; none when there is no such folder. */
export function subfolders(folder: string): string[] {
  return visible(folder);
}

function visible(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
}

/** A comment on the first line of local wording: `{{!-- basis: act-27-2 --}}`, several ids parted by spaces. */
const BASIS = /^\{\{!--\s*basis:\s*([\w\s-]+?)\s*--\}\}/;

type Rested = ClauseFile & { provisions: ReadonlySet<string> };

/**
 * The provisions that local wording rests on: on other days than theirs it is not used. Wording that names none is used
 * on every day.
 * @throws Error when it names one that its jurisdiction does not know
 */
export function basisOf({ source, file, provisions }: Rested): string[] {
  const ids = BASIS.exec(source)?.[1]?.split(/\s+/) ?? [];
  const unknown = ids.find((id) => !provisions.has(id));
  if (unknown !== undefined) throw new Error(`${file}:1: cites unknown provision "${unknown}"`);
  return ids;
}
