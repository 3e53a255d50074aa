/** What poppler finds in the PDF that LibreOffice made of a DOCX. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../../scripts/temporary-folder';

const run = promisify(execFile);

/** A word with its box in pt from the page's top left corner. */
export type Word = { page: number; text: string; xMin: number; yMin: number; xMax: number; yMax: number };

/** Darkness of a page, 0 white to 255 black, read by position in mm. */
export type Scan = { darkness(xMm: number, yMm: number): number };

/** Text in content order, one string per page. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const text = await withFile(pdf, async (path) => (await run('pdftotext', ['-raw', path, '-'])).stdout);
  return text.split('\f').slice(0, -1);
}

export async function wordsOf(pdf: Buffer): Promise<Word[]> {
  const html = await withFile(pdf, async (path) => (await run('pdftotext', ['-bbox', path, '-'])).stdout);
  return html.split('<page ').flatMap((part, page) =>
    [...part.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g)].map(
      ([, xMin, yMin, xMax, yMax, text = '']) => ({
        page,
        text,
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
      }),
    ),
  );
}

/** The printed page as a 300 dpi scanner sees it. */
export async function scanOf(pdf: Buffer, page: number): Promise<Scan> {
  const dpi = 300;
  const args = ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile'];
  const image = await withFile(pdf, async (path) => {
    await run('pdftoppm', [...args, path, `${path}.scan`]);
    return readFile(`${path}.scan.pgm`);
  });
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a PGM');
  const width = Number(header[1]);
  const pixel = (mm: number): number => Math.round((mm / 25.4) * dpi);
  return {
    darkness: (xMm, yMm) => 255 - (image[header[0].length + pixel(yMm) * width + pixel(xMm)] ?? 255),
  };
}

function withFile<T>(pdf: Buffer, read: (path: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'in.pdf');
    await writeFile(path, pdf);
    return read(path);
  });
}
