import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

export type FileContent = Record<string, unknown>;

const JURISDICTIONS = path.resolve(__dirname, '../../templates/jurisdictions');

/**
 * Writes a folder of jurisdictions for one test and returns its path. A string is written as it stands, `undefined`
 * makes a folder without a file.
 */
export function writeJurisdictions(files: Record<string, FileContent | string | undefined>): string {
  const dir = temporaryFolder();
  for (const [folder, content] of Object.entries(files)) writeJurisdiction({ dir, folder, content });
  return dir;
}

/** The jurisdictions of the product with one more folder, in a copy. */
export function copyJurisdictionsWith(folder: string, content: FileContent): string {
  const dir = temporaryFolder();
  cpSync(JURISDICTIONS, dir, { recursive: true });
  writeJurisdiction({ dir, folder, content });
  return dir;
}

function writeJurisdiction(options: { dir: string; folder: string; content: FileContent | string | undefined }): void {
  const { dir, folder, content } = options;
  mkdirSync(path.join(dir, folder), { recursive: true });
  if (content === undefined) return;
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(path.join(dir, folder, 'jurisdiction.json'), text);
}
