import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../temporary-folder';

const run = promisify(execFile);

/** A page in grey, row by row from the top left; 0 black, 255 white. */
export type Raster = { width: number; height: number; pixels: Uint8Array };

/** Every page of a PDF as poppler draws it, smoothed, `dpi` dots per inch. */
export function rasterise(pdf: Buffer, dpi: number): Promise<Raster[]> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'in.pdf');
    await writeFile(file, pdf);
    await run('pdftoppm', ['-gray', '-r', String(dpi), file, join(folder, 'page')]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    return Promise.all(names.map(async (name) => readGreyMap(await readFile(join(folder, name)))));
  });
}

/** @throws Error when the file is no binary PGM of 8 bits */
function readGreyMap(file: Buffer): Raster {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a PGM of 8 bits');
  return { width: Number(header[1]), height: Number(header[2]), pixels: file.subarray(header[0].length) };
}
