import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type JurisdictionFile, jurisdictionFile } from './rules';

/**
 * Reads `<dir>/<id>/jurisdiction.json` of every jurisdiction; folders that begin with a dot are none.
 * @throws Error naming the file and the place at fault
 */
export function readJurisdictions(dir: string): Map<string, JurisdictionFile> {
  const folders = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  return new Map(folders.map(({ name }) => [name, readJurisdiction(path.join(dir, name), name)]));
}

function readJurisdiction(folder: string, id: string): JurisdictionFile {
  const name = path.join(folder, 'jurisdiction.json');
  const parsed = jurisdictionFile.safeParse(parseJson(name));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  refuseStrays(folder);
  if (parsed.data.id !== id) throw new Error(`${name}: id "${parsed.data.id}" is not the folder's name`);
  return parsed.data;
}

/** Folders that are read, here or by those who compile the clauses. */
const FOLDERS: readonly string[] = ['clauses', 'samples'];

/** Local wording in a folder with a slip in its name would silently not be used. */
function refuseStrays(folder: string): void {
  const stray = readdirSync(folder, { withFileTypes: true }).find((entry) =>
    entry.isDirectory() ? !entry.name.startsWith('.') && !FOLDERS.includes(entry.name) : entry.name.endsWith('.hbs'),
  );
  if (stray === undefined) return;
  throw new Error(`${path.join(folder, stray.name)}: is read by nobody; wording belongs to clauses/<instrument>/`);
}

function parseJson(file: string): unknown {
  if (!existsSync(file)) throw new Error(`${file}: is missing`);
  const text = decode(file);
  if (text.trim() === '') throw new Error(`${file}: is empty`);
  const twice = repeatedKey(text);
  if (twice !== undefined) throw new Error(`${file}: key "${twice}" stands twice in one object`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new Error(`${file}: cannot be read as JSON: ${why}`, { cause });
  }
}

/** Text without the byte order mark of Windows; words of the law in another encoding would become question marks. */
function decode(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new Error(`${file}: is not encoded in UTF-8`, { cause });
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** The first key that an object has twice; JSON would silently keep the last of the two rules. */
function repeatedKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (tokens[index + 1] === ':') {
      const keys = open.at(-1);
      if (keys?.has(token)) return token.slice(1, -1);
      keys?.add(token);
    }
  }
  return undefined;
}
