import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FACTS, verdict } from '../support/leak-verdict';

type Listed = { name: string; about: string; carrier?: string };

const folder = path.join(__dirname, '../leak-corpus/own');
const files = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Listed[];
const hidden = files.filter(({ carrier }) => carrier !== undefined);
const clean = files.filter(({ carrier }) => carrier === undefined);
const PHONE = { pointer: '/phone', label: '电话', spellings: ['13812345678'], kind: 'phone' as const };
const judge = ({ name }: Listed) =>
  verdict(name.endsWith('.pdf') ? 'pdf' : 'docx', readFileSync(path.join(folder, name)), [...FACTS, PHONE]);

test.each(hidden)('catches $name: $about', async (file) => {
  const message = await judge(file);
  expect(message).toMatch(/^protected facts found: /);
  expect(message).toContain(file.carrier);
  expect(message).not.toMatch(/幸福|88|301|1381/);
});

test.each(clean)('lets $name pass: $about', async (file) => {
  expect(await judge(file)).toBe('passes');
});

test('is as large as promised', () => {
  expect(hidden.length).toBeGreaterThanOrEqual(170);
  expect(clean.length).toBeGreaterThanOrEqual(15);
});
