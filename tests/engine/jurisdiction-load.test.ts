import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadJurisdictions } from '../../src/jurisdiction';
import { z } from '../../src/schema';
import { type FileContent, writeJurisdictions } from '../support/jurisdiction-folders';

const SCHEMA = {
  parameters: { hours: z.int().positive() },
  lists: { measures: z.strictObject({ text: z.string() }) },
};

const ACT = {
  id: 'act-1',
  title: '示例法',
  article: '第一条',
  kind: 'law',
  source: '示例文本库',
  checkedOn: '2026-11-21',
  validFrom: '2020-01-01',
};

function rootWith(change: FileContent = {}): FileContent {
  return {
    id: 'root',
    label: '全部',
    bases: [ACT],
    parameters: { hours: { value: 24, basis: ['act-1'] } },
    lists: { measures: [{ id: 'one', text: '第一项措施', basis: ['act-1'] }] },
    ...change,
  };
}

function load(...files: FileContent[]) {
  const dir = writeJurisdictions(Object.fromEntries(files.map((file) => [String(file.id), file])));
  return loadJurisdictions({ dir, schema: SCHEMA });
}

describe('loading the jurisdictions', () => {
  it('loads rules that name their provision', () => {
    const law = load(rootWith()).law('root', '2026-11-21');
    expect(law?.parameters.hours).toMatchObject({ value: 24, citation: '《示例法》第一条' });
    expect(law?.lists.measures).toMatchObject([{ id: 'one', text: '第一项措施', citation: '《示例法》第一条' }]);
  });

  it('refuses a parameter without a provision', () => {
    expect(() => load(rootWith({ parameters: { hours: { value: 24 } } }))).toThrow(/parameters.hours.basis/);
    expect(() => load(rootWith({ parameters: { hours: { value: 24, basis: [] } } }))).toThrow(/parameters.hours.basis/);
  });

  it('refuses a list item without a provision', () => {
    const uncited = { measures: [{ id: 'one', text: '无依据的措施' }] };
    expect(() => load(rootWith({ lists: uncited }))).toThrow(/lists.measures\[0\].basis/);
    const empty = { measures: [{ id: 'one', text: '无依据的措施', basis: [] }] };
    expect(() => load(rootWith({ lists: empty }))).toThrow(/lists.measures\[0\].basis/);
  });

  it.each([
    ['a title in brackets of its own', { title: '《示例法》' }, 'without brackets'],
    ['an article in figures', { article: '第18条' }, 'Chinese numerals'],
    ['a paragraph that is no part of an article', { article: '二十九条一项' }, 'Chinese numerals'],
    ['a source of blanks', { source: ' ' }, 'bases[0].source'],
  ])('refuses %s, which papers would print as it is', (_, change, message) => {
    expect(() => load(rootWith({ bases: [{ ...ACT, ...change }] }))).toThrow(message);
  });

  it.each(['第十条', '第十条第二项', '第一百三十三条之一第一款', '第六条第一款第四项'])('takes %s', (article) => {
    const law = load(rootWith({ bases: [{ ...ACT, article }] })).law('root', '2026-11-21');
    expect(law?.parameters.hours?.citation).toBe(`《示例法》${article}`);
  });

  it('refuses an empty list, which would leave the rules above in force', () => {
    expect(() => load(rootWith({ lists: { measures: [] } }))).toThrow('An empty list changes nothing');
  });

  it('refuses a rule that cites a provision nobody defined', () => {
    expect(() => load(rootWith({ parameters: { hours: { value: 24, basis: ['act-9'] } } }))).toThrow(
      'root/jurisdiction.json parameters.hours: cites unknown provision "act-9"',
    );
    const lists = { measures: [{ id: 'one', text: '措施', basis: ['act-1', 'act-9'] }] };
    expect(() => load(rootWith({ lists }))).toThrow('lists.measures.one: cites unknown provision "act-9"');
  });

  it.each(['source', 'checkedOn', 'validFrom', 'title', 'kind'])('refuses a provision without %s', (key) => {
    const { [key as keyof typeof ACT]: _left, ...rest } = ACT;
    expect(() => load(rootWith({ bases: [rest] }))).toThrow(new RegExp(`bases\\[0\\].${key}`));
  });

  it('refuses a provision whose date is no day of the calendar', () => {
    expect(() => load(rootWith({ bases: [{ ...ACT, validFrom: '2024-02-30' }] }))).toThrow(/bases\[0\].validFrom/);
  });

  it('refuses a parameter and a list that the templates do not know', () => {
    const parameters = { days: { value: 1, basis: ['act-1'] } };
    expect(() => load(rootWith({ parameters }))).toThrow('parameters.days: unknown parameter');
    expect(() => load(rootWith({ lists: { notes: [{ id: 'one', basis: ['act-1'] }] } }))).toThrow(
      'lists.notes: unknown list',
    );
  });

  it('refuses values of the wrong shape, naming the place', () => {
    const parameters = { hours: { value: '24', basis: ['act-1'] } };
    expect(() => load(rootWith({ parameters }))).toThrow(/^root\/jurisdiction.json parameters.hours: /);
    const lists = { measures: [{ id: 'one', txt: '措施', basis: ['act-1'] }] };
    expect(() => load(rootWith({ lists }))).toThrow(/^root\/jurisdiction.json lists.measures.one: /);
  });

  it('refuses keys that it does not know', () => {
    expect(() => load(rootWith({ measures: [] }))).toThrow(/measures/);
  });

  it('refuses a provision or an item that is defined twice', () => {
    const child = { id: 'child', label: '一地', extends: 'root', bases: [{ ...ACT, validFrom: '2025-01-01' }] };
    expect(() => load(rootWith(), child)).toThrow('child/jurisdiction.json bases.act-1: provision is defined twice');
    const item = { id: 'one', text: '措施', basis: ['act-1'] };
    expect(() => load(rootWith({ lists: { measures: [item, item] } }))).toThrow('measures.one: item is defined twice');
  });

  it('refuses a folder whose name is not the id', () => {
    const dir = writeJurisdictions({ elsewhere: rootWith() });
    expect(() => loadJurisdictions({ dir, schema: SCHEMA })).toThrow(/id "root" is not the folder's name/);
  });

  it('refuses an unknown parent and a circle of parents', () => {
    const orphan = { id: 'child', label: '一地', extends: 'nowhere', bases: [] };
    expect(() => load(rootWith(), orphan)).toThrow('child: extends unknown jurisdiction "nowhere"');
    const circle = (id: string, parent: string) => ({ id, label: id, extends: parent, bases: [] });
    expect(() => load(circle('a', 'b'), circle('b', 'a'))).toThrow(/extends itself/);
  });

  it('refuses a provision that ends before it begins', () => {
    expect(() => load(rootWith({ bases: [{ ...ACT, validUntil: '2019-12-31' }] }))).toThrow(
      'root/jurisdiction.json bases.act-1: validUntil lies before validFrom',
    );
  });

  it('refuses a place that forgot what it extends: it would lose the law that holds everywhere', () => {
    expect(() => load(rootWith(), { id: 'child', label: '一地', bases: [] })).toThrow(
      /child, root: only one jurisdiction may go without "extends"|root, child: only one/,
    );
  });

  it('refuses a key that stands twice, which JSON would silently read as the last of the two', () => {
    const text = JSON.stringify(rootWith()).replace('"parameters":{', '"parameters":{"hours":{"value":1,"basis":[]},');
    const dir = writeJurisdictions({ root: text });
    expect(() => loadJurisdictions({ dir, schema: SCHEMA })).toThrow(
      /root\/jurisdiction.json: key "hours" stands twice in one object/,
    );
  });

  it('reads a file with a byte order mark and the line ends of Windows', () => {
    const text = `\uFEFF${JSON.stringify(rootWith(), null, 2).replaceAll('\n', '\r\n')}`;
    const dir = writeJurisdictions({ root: text, '.hidden': undefined });
    expect(loadJurisdictions({ dir, schema: SCHEMA }).ids).toEqual(['root']);
  });

  it('refuses a file in another encoding, whose characters would print as question marks', () => {
    const dir = writeJurisdictions({ root: undefined });
    writeFileSync(path.join(dir, 'root', 'jurisdiction.json'), Buffer.from([0x22, 0xc1, 0xc9, 0xc4, 0xfe, 0x22]));
    expect(() => loadJurisdictions({ dir, schema: SCHEMA })).toThrow(
      /root\/jurisdiction.json: is not encoded in UTF-8/,
    );
  });

  it.each(['clause/paper/decision.hbs', 'decision.hbs'])('names wording where nobody reads it: %s', (place) => {
    const root = { id: 'root', label: '根', bases: [], parameters: {}, lists: {} };
    const dir = writeJurisdictions({ root });
    const file = path.join(dir, 'root', place);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '本地文字。');
    expect(() => loadJurisdictions({ dir, schema: SCHEMA })).toThrow(
      new RegExp(`root/${place.split('/')[0]}: is read by nobody; wording belongs to clauses/<instrument>/`),
    );
  });

  it('names the file that is empty', () => {
    const dir = writeJurisdictions({ root: '\n' });
    expect(() => loadJurisdictions({ dir, schema: SCHEMA })).toThrow(/root\/jurisdiction.json: is empty/);
  });

  it('names the file that is no JSON or is missing', () => {
    const broken = writeJurisdictions({ root: '{ "id": ' });
    expect(() => loadJurisdictions({ dir: broken, schema: SCHEMA })).toThrow(
      /root\/jurisdiction.json: cannot be read as JSON/,
    );
    const empty = writeJurisdictions({ root: undefined });
    expect(() => loadJurisdictions({ dir: empty, schema: SCHEMA })).toThrow(/root\/jurisdiction.json: is missing/);
  });
});
