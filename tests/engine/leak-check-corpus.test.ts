import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdict } from '../support/leak-verdict';

const folder = path.join(__dirname, '../leak-corpus');
const file = (name: string) => readFileSync(path.join(folder, `${name}.pdf`));

const CAUGHT: [name: string, carrier: string][] = [
  ['01-black-rect-over-text', 'PDF 页面文字（第 1 页）'],
  ['03-white-text', 'PDF 页面文字（第 1 页）'],
  ['06-info-metadata', 'PDF 字符串（对象 3）'],
  ['08-attachment', 'PDF 数据流（对象 12）'],
  ['10-form-field', 'PDF 字符串（对象 10）'],
  ['13-actualtext', 'PDF 替代文字（第 1 页）'],
  ['14-optional-content-off', 'PDF 页面文字（第 1 页）'],
  ['16-qr-image', 'PDF 图片里的图形码（对象 7）'],
  ['17-split-over-lines', 'PDF 页面文字（第 1 页）'],
  ['18-partial-mask', 'PDF 页面文字（第 1 页）'],
  ['21-incremental-old-revision', 'PDF 页面文字'],
  ['30-pdfkit-re-black', 'PDF 页面文字（第 1 页）'],
];
const CLEAN = '00-clean-mask';

describe('leak corpus', () => {
  test('behaves as its README says, 13 of 13', async () => {
    const names = readdirSync(folder).flatMap((name) => (name.endsWith('.pdf') ? [name.replace('.pdf', '')] : []));
    expect(names.sort()).toEqual([...CAUGHT.map(([name]) => name), CLEAN].sort());
    const verdicts = await Promise.all(names.map(async (name) => ({ name, said: await verdict('pdf', file(name)) })));
    const right = verdicts.filter(({ name, said }) =>
      name === CLEAN ? said === 'passes' : said.startsWith('protected facts found: '),
    );
    process.stdout.write(`leak corpus: ${right.length}/${names.length}\n`);
    expect(right).toHaveLength(13);
  });

  test.each(CAUGHT)('names the place in %s: %s', async (name, place) => {
    const message = await verdict('pdf', file(name));
    expect(message).toContain(`${place}`);
    expect(message).toContain('现住所');
    expect(message).not.toMatch(/幸福路|88号|301/);
  });
});

/** Another program's way to write the same file must not hide anything. */
describe.each([
  ['rewritten with object streams', ['--object-streams=generate', '--compress-streams=y']],
  ['rewritten without compression', ['--qdf', '--object-streams=disable']],
  ['linearised', ['--linearize']],
])('leak corpus %s by qpdf', (_, options) => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'anshu-corpus-'));
  });
  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  const rewritten = (name: string) => {
    const target = path.join(home, `${name}.pdf`);
    execFileSync('qpdf', [...options, path.join(folder, `${name}.pdf`), target]);
    return readFileSync(target);
  };

  // The earlier revision is dropped by rewriting, so that 21 is clean afterwards.
  const kept = CAUGHT.filter(([name]) => name !== '21-incremental-old-revision');

  test.each(kept)('still catches %s', async (name) => {
    expect(await verdict('pdf', rewritten(name))).toMatch(/^protected facts found: /);
  });

  test('still lets the clean file pass', async () => {
    expect(await verdict('pdf', rewritten(CLEAN))).toBe('passes');
  });
});

test('an encrypted file is unreadable and therefore refused', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'anshu-corpus-'));
  const target = path.join(home, 'encrypted.pdf');
  execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', path.join(folder, '00-clean-mask.pdf'), target]);
  expect(await verdict('pdf', readFileSync(target))).toBe('unreadable: an encrypted PDF (PDF 文件)');
  rmSync(home, { recursive: true });
});
