import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/root';

const FOLDERS = ['docs', 'fonts', 'samples', 'templates', 'tests'];

describe('the documentation', () => {
  it('links only to files that are there', () => {
    const below = FOLDERS.flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    );
    const files = [...readdirSync(ROOT), ...below].filter((name) => name.endsWith('.md'));
    const links = files.flatMap((file) => {
      const prose = readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
      return [...prose.matchAll(/\]\(([^)#\s]+)/g)].flatMap(([, target = '']) =>
        /^\w+:/.test(target) ? [] : [{ file, target }],
      );
    });
    expect(links.length).toBeGreaterThan(20);
    const broken = links.filter(({ file, target }) => !existsSync(path.resolve(ROOT, path.dirname(file), target)));
    expect(broken).toEqual([]);
  });
});
