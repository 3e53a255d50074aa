import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../src/errors';
import { FACES } from '../../src/layout/compose/font-metrics';
import { type FontSet, openFonts } from '../../src/layout/fonts';
import { temporaryFolder } from '../support/temporary-folder';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await openFonts('fonts');
});

const RARE = '䶮㛃𠅤𠮷喆堃昇瑄烜彧淏';

describe('coverage', () => {
  test('draws rare characters of names, by another face where the body face lacks them', () => {
    expect(fonts.missingGlyphs(RARE)).toEqual([]);
    expect(fonts.draw('法', 'fang').face).toBe('fang');
    expect(fonts.draw('喆', 'fang').face).toBe('kai');
    expect(fonts.draw('𠮷', 'fang').face).toBe('rare');
  });

  test('draws everything a form is made of', () => {
    expect(fonts.missingGlyphs('（2026）渝0103民保令1号 〔2026〕①②□☐☑☒√×％‰℃㎡￥¥——……·〇“”‘’《》【】～ⅠⅡ')).toEqual([]);
  });

  test('draws every character of the clauses, the law and the instruments', () => {
    const files = readdirSync('templates', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(hbs|json|ts)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(100);
    // Patterns say what comes in, not what is printed.
    const printed = (file: string) => readFileSync(file, 'utf8').replace(/replace\(\/[^\n]*?\/g/g, '');
    const missing = files.map((file) => [file, fonts.missingGlyphs(printed(file))] as const);
    expect(missing.filter(([, characters]) => characters.length > 0)).toEqual([]);
  });

  test('names a character without a glyph once, private-use characters and emoji included', () => {
    expect(fonts.missingGlyphs('甲\ue000乙\ue000😀')).toEqual(['\ue000', '😀']);
  });

  test('does not miss line ends, tabs, blanks, format characters or variation selectors', () => {
    expect(fonts.missingGlyphs('甲\n乙\t丙　丁\u200b\u200e\ufe00\u{e0100}')).toEqual([]);
  });

  test.each(['fang', 'hei', 'kai', 'song', 'title'] as const)('%s gives full-width punctuation a full cell', (face) => {
    for (const mark of '，。、；：？！“”‘’（）《》「」〔〕…—·〇①℃')
      expect([mark, fonts.draw(mark, face).em]).toEqual([mark, 1]);
  });

  test('does not let the body face draw a dollar sign for ￥', () => {
    expect(fonts.draw('￥', 'fang').face).toBe('song');
  });
});

describe('the files', () => {
  test('are named, licensed and summed', () => {
    const names = readdirSync('fonts');
    const readme = readFileSync('fonts/README.md', 'utf8');
    const faces = names.filter((name) => name.endsWith('.ttf'));
    expect(faces).toHaveLength(FACES.length);
    for (const name of [...faces, ...names.filter((other) => other.startsWith('LICENSE'))])
      expect(readme).toContain(name);
  });

  test('stay below 70 MB', () => {
    const total = readdirSync('fonts').reduce((sum, name) => sum + statSync(join('fonts', name)).size, 0);
    expect(total).toBeLessThan(70e6);
  });

  test('stop the service, by name, when one was changed or is missing', async () => {
    const folder = temporaryFolder();
    cpSync('fonts', folder, { recursive: true });
    writeFileSync(join(folder, 'anshu-hei.ttf'), 'changed');
    await expect(openFonts(folder)).rejects.toThrow(/anshu-hei\.ttf does not match/);
    rmSync(join(folder, 'anshu-hei.ttf'));
    await expect(openFonts(folder)).rejects.toThrow(/anshu-hei\.ttf cannot be read/);
    await expect(openFonts(folder)).rejects.toBeInstanceOf(AppError);
  });

  test('that were checked at start are the ones that are read, also when an update has replaced them', async () => {
    const folder = temporaryFolder();
    cpSync('fonts', folder, { recursive: true });
    const { file } = await openFonts(folder);
    const before = file('hei').read(0, 1000);
    writeFileSync(join(folder, 'new.ttf'), 'another font');
    renameSync(join(folder, 'new.ttf'), join(folder, 'anshu-hei.ttf'));
    expect(file('hei').read(0, 1000).equals(before)).toBe(true);
    expect(() => file('hei').read(1e9, 4)).toThrow(/ends too early/);
  });
});
