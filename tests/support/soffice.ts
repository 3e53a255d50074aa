/** LibreOffice as the second reader of our DOCX files, drawing with the bundled fonts only. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FONT_DIRECTORY = resolve(__dirname, '../../fonts');
const TIMEOUT_MS = 90_000;

/** The names written into a DOCX, and the bundled file that stands in for each. */
const STAND_INS: Record<string, string> = {
  仿宋: 'anshu-fang.ttf',
  方正小标宋简体: 'anshu-title.ttf',
  黑体: 'anshu-hei.ttf',
  楷体: 'anshu-kai.ttf',
  宋体: 'anshu-song.ttf',
  'Times New Roman': 'anshu-song.ttf',
};

/**
 * The PDF that LibreOffice makes of an office file. Profile and font configuration are private to the call.
 * @throws Error with one line when soffice is not installed, fails or takes longer than 90 s
 */
export async function convertToPdf(file: Buffer): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'anshu-soffice-'));
  try {
    const fontconfig = join(directory, 'fonts.conf');
    await writeFile(fontconfig, await fontConfiguration(directory));
    await writeFile(join(directory, 'in.docx'), file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(directory, 'profile')).href}`;
    const { stdout, stderr } = await run(
      'soffice',
      [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', directory, join(directory, 'in.docx')],
      { timeout: TIMEOUT_MS, env: { ...process.env, FONTCONFIG_FILE: fontconfig, HOME: directory } },
    );
    return await readFile(join(directory, 'in.pdf')).catch(() => {
      throw new Error(`soffice wrote no PDF: ${`${stdout} ${stderr}`.trim().replace(/\s+/g, ' ')}`);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('soffice is not installed: apt-get install libreoffice-writer-nogui');
    }
    throw error;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function fontConfiguration(directory: string): Promise<string> {
  const aliases = await Promise.all(
    Object.entries(STAND_INS).map(async ([name, file]) => {
      const { stdout } = await run('fc-scan', ['--format', '%{family[0]}', join(FONT_DIRECTORY, file)]);
      return `<alias binding="same"><family>${name}</family><prefer><family>${stdout}</family></prefer></alias>`;
    }),
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${FONT_DIRECTORY}</dir><cachedir>${join(directory, 'cache')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}
