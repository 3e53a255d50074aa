import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAMILIES, FONTS_DIR } from './fonts';

/** Names written into a DOCX, and the bundled family that stands in for each. */
const STAND_INS: Record<string, string> = {
  仿宋: FAMILIES.fang,
  方正小标宋简体: FAMILIES.title,
  黑体: FAMILIES.hei,
  楷体: FAMILIES.kai,
  宋体: FAMILIES.song,
  'Times New Roman': FAMILIES.song,
};

/**
 * A folder of its own for a program: its profile, and a font configuration that knows the bundled fonts only. It is
 * removed when this process ends.
 */
export function makeProgramHome(): { folder: string; environment: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), 'anshu-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const aliases = Object.entries(STAND_INS).map(
    ([name, family]) =>
      `<alias binding="same"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS_DIR}</dir><cachedir>${join(folder, 'cache')}</cachedir>${aliases.join('')}</fontconfig>`,
  );
  return { folder, environment: { ...process.env, FONTCONFIG_FILE: file, HOME: folder } };
}
