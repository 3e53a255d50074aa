import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdict } from '../support/leak-verdict';

const folder = path.join(__dirname, '../leak-corpus');
const file = (name: string) => readFileSync(path.join(folder, `${name}.pdf`));

const CAUGHT: [name: string, carrier: string][] = [
  ['01-black-rect-over-text', 'PDF 页面文字'],
  ['03-white-text', 'PDF 页面文字'],
  ['06-info-metadata', '的字符串'],
  ['08-attachment', '的数据流'],
  ['10-form-field', '的字符串'],
  ['13-actualtext', 'PDF 替代文字'],
  ['14-optional-content-off', 'PDF 页面文字'],
  ['17-split-over-lines', 'PDF 页面文字'],
  ['21-incremental-old-revision', 'PDF 页面文字'],
  ['30-pdfkit-re-black', 'PDF 页面文字'],
];

/** Partial masks are caught by the parts of an address among its spellings. */
const PARTS = [{ pointer: '/x', label: '现住所', spellings: ['2幢301室'] }];

describe('leak corpus', () => {
  test('is complete: every file is either caught here, clean, or left to the reading of pictures', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    const known = [...CAUGHT.map(([name]) => name), '00-clean-mask', '16-qr-image', '18-partial-mask'];
    expect(names.map((name) => name.replace('.pdf', '')).sort()).toEqual(known.sort());
  });

  test('lets the clean file pass', () => {
    expect(verdict('pdf', file('00-clean-mask'))).toBe('passes');
    expect(verdict('pdf', file('00-clean-mask'), PARTS)).toBe('passes');
  });

  test.each(CAUGHT)('catches %s in: %s', (name, carrier) => {
    const message = verdict('pdf', file(name));
    expect(message).toMatch(/^protected facts found: /);
    expect(message).toContain(`${carrier}`);
    expect(message).toContain('现住所');
    expect(message).not.toMatch(/幸福路|88号|301/);
  });

  test('catches a door number left beside a masked road when the parts are protected', () => {
    expect(verdict('pdf', file('18-partial-mask'), PARTS)).toContain('PDF 页面文字');
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

  test.each(kept)('still catches %s', (name) => {
    expect(verdict('pdf', rewritten(name))).toMatch(/^protected facts found: /);
  });

  test('still lets the clean file pass', () => {
    expect(verdict('pdf', rewritten('00-clean-mask'))).toBe('passes');
  });
});

test('an encrypted file is unreadable and therefore refused', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'anshu-corpus-'));
  const target = path.join(home, 'encrypted.pdf');
  execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', path.join(folder, '00-clean-mask.pdf'), target]);
  expect(verdict('pdf', readFileSync(target))).toBe('unreadable: an encrypted PDF');
  rmSync(home, { recursive: true });
});
