import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontConfiguration } from '../../scripts/compare-pages/font-configuration';

/**
 * A folder of its own for a program: its profile, and a font configuration that knows the bundled fonts only. It is
 * removed when this process ends.
 */
export function makeProgramHome(): { folder: string; environment: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), 'anshu-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, fontConfiguration(join(folder, 'cache')));
  return { folder, environment: { ...process.env, FONTCONFIG_FILE: file, HOME: folder } };
}
