import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

/** Rewrites a PDF without compression, so that its text can be edited; Latin-1 letters stand for bytes. */
export function unpack(pdf: Buffer): string {
  const folder = temporaryFolder();
  const [packed, plain] = [join(folder, 'packed.pdf'), join(folder, 'plain.pdf')];
  writeFileSync(packed, pdf);
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--newline-before-endstream', packed, plain]);
  return readFileSync(plain, 'latin1');
}

/** Sets lengths, offsets and cross-reference table right again after an edit. */
export function repair(text: string): Buffer {
  const edited = join(temporaryFolder(), 'edited.pdf');
  writeFileSync(edited, text, 'latin1');
  return execFileSync('fix-qdf', [edited], { maxBuffer: 64e6 });
}
