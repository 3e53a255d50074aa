import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Rewrites a PDF without compression, so that its text can be edited; Latin-1 letters stand for bytes. */
export function unpack(pdf: Buffer): string {
  return inFolder((folder) => {
    const [packed, plain] = [join(folder, 'packed.pdf'), join(folder, 'plain.pdf')];
    writeFileSync(packed, pdf);
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--newline-before-endstream', packed, plain]);
    return readFileSync(plain, 'latin1');
  });
}

/** Sets lengths, offsets and cross-reference table right again after an edit. */
export function repair(text: string): Buffer {
  return inFolder((folder) => {
    const edited = join(folder, 'edited.pdf');
    writeFileSync(edited, text, 'latin1');
    return execFileSync('fix-qdf', [edited], { maxBuffer: 64e6 });
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'anshu-plant-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
