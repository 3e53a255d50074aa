/** LibreOffice as the second reader of our DOCX files, drawing with the bundled fonts only. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../temporary-folder';
import { fontConfiguration } from './font-configuration';

const run = promisify(execFile);

const TIMEOUT_MS = 90_000;
const TIMEOUT_MS_PER_FILE = 10_000;

/**
 * The PDF that LibreOffice makes of an office file. Profile and font configuration are private to the call.
 * @throws Error with one line when soffice is not installed, fails or takes too long
 */
export async function convertToPdf(file: Buffer): Promise<Buffer> {
  const [pdf] = await convertAllToPdf([file]);
  if (pdf === undefined) throw new Error('soffice wrote no PDF');
  return pdf;
}

/** The PDFs of many office files, made by one LibreOffice. @throws Error as `convertToPdf` */
export async function convertAllToPdf(files: readonly Buffer[]): Promise<Buffer[]> {
  try {
    return await inTemporaryFolder((folder) => convertIn(folder, files));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      throw new Error('soffice is not installed: apt-get install libreoffice-writer-nogui');
    }
    throw error;
  }
}

/** Documents, profile, fonts and what LibreOffice puts aside all stay in the directory. */
async function convertIn(directory: string, files: readonly Buffer[]): Promise<Buffer[]> {
  const fontconfig = join(directory, 'fonts.conf');
  await writeFile(fontconfig, fontConfiguration(join(directory, 'cache')));
  const paths = await Promise.all(
    files.map(async (file, index) => {
      const path = join(directory, `${index}.docx`);
      await writeFile(path, file);
      return path;
    }),
  );
  const profile = `-env:UserInstallation=${pathToFileURL(join(directory, 'profile')).href}`;
  const { stdout, stderr } = await run(
    'soffice',
    [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', directory, ...paths],
    {
      timeout: TIMEOUT_MS + files.length * TIMEOUT_MS_PER_FILE,
      env: { ...process.env, FONTCONFIG_FILE: fontconfig, HOME: directory, TMPDIR: directory },
      maxBuffer: 2 ** 26,
    },
  );
  return Promise.all(
    files.map((_, index) =>
      readFile(join(directory, `${index}.pdf`)).catch(() => {
        throw new Error(`soffice wrote no file: ${`${stdout} ${stderr}`.trim().replace(/\s+/g, ' ').slice(0, 500)}`);
      }),
    ),
  );
}
