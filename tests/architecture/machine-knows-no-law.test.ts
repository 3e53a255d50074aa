import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/root';

function sourceFiles(): string[] {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function folders(name: string): string[] {
  return readdirSync(path.join(ROOT, 'templates', name), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Typographic standards and RFCs concern the machine; what they say is no law of protection. */
const LAW = /《|家庭暴力法|保护令|告诫书|法释|法发|公通字|民事诉讼法|治安管理处罚法/;

describe('src/ is the machine', () => {
  const sources = sourceFiles();

  it('names no statute', () => {
    const offenders = sources.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (LAW.test(line) ? [`${path.relative(ROOT, file)}:${index + 1}`] : [])),
    );
    expect(offenders).toEqual([]);
  });

  it('names no province and no instrument', () => {
    const labels = folders('jurisdictions').map((id) => {
      const file = path.join(ROOT, 'templates', 'jurisdictions', id, 'jurisdiction.json');
      return (JSON.parse(readFileSync(file, 'utf8')) as { label: string }).label;
    });
    const short = labels.flatMap((label) => (label === '全国' ? [] : [label.slice(0, 2)]));
    const ids = [...folders('instruments'), ...folders('jurisdictions').filter((id) => id !== 'national')];
    const names = new RegExp([...ids, ...short].map((name) => `\\b${name}\\b|${name}`).join('|'));
    const offenders = sources.filter((file) => names.test(readFileSync(file, 'utf8')));
    expect(offenders.map((file) => path.relative(ROOT, file))).toEqual([]);
  });

  it('reads the environment in main.ts only', () => {
    const others = sources.filter((file) => !file.endsWith(`${path.sep}main.ts`));
    const offenders = others.filter((file) => /process\.env\b(?!`)/.test(readFileSync(file, 'utf8')));
    expect(offenders.map((file) => path.relative(ROOT, file))).toEqual([]);
  });

  it('keeps every file of machine and law within 300 lines', () => {
    const templates = readdirSync(path.join(ROOT, 'templates'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    const long = [...sourceFiles(), ...templates].filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long.map((file) => path.relative(ROOT, file))).toEqual([]);
  });
});
