import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../temporary-folder';
import type { Picture } from './png';

const run = promisify(execFile);

const GREY = 160;
/** Between and around the two pages, in pixels. */
const GAP = 8;

/** One page of a PDF as poppler draws it; with `under`, on top of the only page of another PDF. */
export function drawPage(pdf: Buffer, options: { page: number; dpi: number; under?: Buffer }): Promise<Picture> {
  const { page, dpi, under } = options;
  return inTemporaryFolder(async (folder) => {
    let file = join(folder, 'in.pdf');
    await writeFile(file, pdf);
    if (under !== undefined) {
      await writeFile(join(folder, 'under.pdf'), under);
      const both = join(folder, 'both.pdf');
      await run('qpdf', [file, '--underlay', join(folder, 'under.pdf'), '--from=', '--repeat=1', '--', both]);
      file = both;
    }
    const place = ['-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile'];
    await run('pdftoppm', [...place, file, join(folder, 'page')]);
    return readPixmap(await readFile(join(folder, 'page.ppm')));
  });
}

/** Pictures of the same size side by side on grey. */
export function sideBySide(pictures: readonly Picture[]): Picture {
  const [first] = pictures;
  if (first === undefined) throw new Error('no page to show');
  const width = pictures.length * (first.width + GAP) + GAP;
  const height = first.height + 2 * GAP;
  const pixels = new Uint8Array(width * height * 3).fill(GREY);
  pictures.forEach((picture, index) => {
    const left = GAP + index * (first.width + GAP);
    for (let y = 0; y < picture.height; y += 1) {
      const row = picture.pixels.subarray(y * picture.width * 3, (y + 1) * picture.width * 3);
      pixels.set(row, ((y + GAP) * width + left) * 3);
    }
  });
  return { width, height, pixels };
}

/** @throws Error when the file is no binary PPM of 8 bits */
function readPixmap(file: Buffer): Picture {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a PPM of 8 bits');
  return { width: Number(header[1]), height: Number(header[2]), pixels: file.subarray(header[0].length) };
}
