import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileClauses } from '../../src/text';
import { temporaryFolder } from '../support/temporary-folder';

/** city extends province extends root; the province's act is in force from 2021 on, the city's from 2023 on. */
const LINEAGE: Record<string, string[]> = {
  city: ['city', 'province', 'root'],
  province: ['province', 'root'],
  root: ['root'],
};
const FROM: Record<string, string> = { 'province-1': '2021', 'city-1': '2023' };
const jurisdictions = {
  ids: Object.keys(LINEAGE),
  lineage: (id: string) => LINEAGE[id] ?? [],
  provisions: () => new Set(Object.keys(FROM)),
};

const COMMON = { 'instruments/letter/clauses/effect.hbs': '通行的写法。{{#if name}}{{name}}{{/if}}' };
const PROVINCE = 'jurisdictions/province/clauses/letter/effect.hbs';

function clausesOf(files: Record<string, string | Buffer>) {
  const templatesDir = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(templatesDir, name)), { recursive: true });
    writeFileSync(path.join(templatesDir, name), content);
  }
  return compileClauses({
    templatesDir,
    jurisdictions,
    fields: new Set(['name']),
    instruments: [{ id: 'letter', names: {} }],
  });
}

function read(files: Record<string, string>, place: string, year: string): string[] {
  const basis = (id: string) => ((FROM[id] ?? '9999') <= year ? { id } : undefined);
  return clausesOf({ ...COMMON, ...files }).of('letter', { jurisdiction: { id: place }, basis })('effect', {
    name: '某某',
  });
}

const refusal = (files: Record<string, string | Buffer>) => () => clausesOf({ ...COMMON, ...files });

describe('local wording', () => {
  const local = { [PROVINCE]: '{{!-- basis: province-1 --}}\n本省的写法。\n' };

  it('replaces the common wording in its own place only', () => {
    expect(read(local, 'province', '2026')).toEqual(['本省的写法。']);
    expect(read(local, 'root', '2026')).toEqual(['通行的写法。某某']);
  });

  it('begins on the day on which the provision it rests on does', () => {
    expect(read(local, 'province', '2020')).toEqual(['通行的写法。某某']);
    expect(read(local, 'province', '2021')).toEqual(['本省的写法。']);
  });

  it('holds in a place that extends the one that has it, until that place has its own', () => {
    const both = { ...local, 'jurisdictions/city/clauses/letter/effect.hbs': '{{!-- basis: city-1 --}}\n本市的写法。' };
    expect(read(local, 'city', '2026')).toEqual(['本省的写法。']);
    expect(read(both, 'city', '2022')).toEqual(['本省的写法。']);
    expect(read(both, 'city', '2026')).toEqual(['本市的写法。']);
  });

  it('reads the same with a byte order mark and the line ends of Windows', () => {
    const windows = { [PROVINCE]: '\uFEFF{{!-- basis: province-1 --}}\r\n第一段。\r\n{{> tail}}\r\n' };
    const tail = { 'partials/tail.hbs': '\uFEFF第二段。\r\n' };
    expect(read({ ...windows, ...tail }, 'province', '2026')).toEqual(['第一段。', '第二段。']);
  });

  it('is used on every day when it names no provision', () => {
    expect(read({ [PROVINCE]: '本省的写法。' }, 'province', '1999')).toEqual(['本省的写法。']);
  });

  it('does not start when it names a provision that nobody defined', () => {
    expect(refusal({ [PROVINCE]: '{{!-- basis: province-9 --}}\n写法。' })).toThrow(
      /effect\.hbs:1: cites unknown provision "province-9"/,
    );
  });

  it('does not start with wording that could never be used', () => {
    const misspelt = 'jurisdictions/province/clauses/letter/efect.hbs';
    expect(refusal({ [misspelt]: '{{!-- basis: province-1 --}}\n写法。' })).toThrow(
      /efect\.hbs:1: the instrument has no clause "efect"/,
    );
    const folder = 'jurisdictions/province/clauses/leter/effect.hbs';
    expect(refusal({ [folder]: '{{!-- basis: province-1 --}}\n写法。' })).toThrow(/there is no instrument "leter"/);
    expect(refusal({ [`${PROVINCE}.txt`]: '写法。' })).toThrow(/effect\.hbs\.txt: is no clause/);
  });
});

describe('clauses', () => {
  it('do not start empty: a paragraph would be missing from the document', () => {
    expect(refusal({ [PROVINCE]: ' \r\n' })).toThrow(/effect\.hbs:1: clause is empty/);
    expect(refusal({ 'partials/tail.hbs': '' })).toThrow(/tail\.hbs:1: clause is empty/);
  });

  it('do not start in another encoding, whose characters would print as question marks', () => {
    expect(refusal({ [PROVINCE]: Buffer.from([0xc1, 0xc9, 0xc4, 0xfe]) })).toThrow(
      /effect\.hbs:1: is not encoded in UTF-8/,
    );
  });

  it('do not start broken, and say on which line', () => {
    expect(refusal({ [PROVINCE]: '{{!-- basis: province-1 --}}\n{{#if name}}没有结束' })).toThrow(/effect\.hbs:\d+: /);
    expect(refusal({ [PROVINCE]: '{{!-- basis: province-1 --}}\n{{nmae}}' })).toThrow(
      /effect\.hbs:2: unknown name "nmae"/,
    );
  });

  it('do not start with an unknown partial, however deep it is used', () => {
    const outer = { 'instruments/letter/clauses/outer.hbs': '{{> first}}' };
    expect(refusal(outer)).toThrow(/outer\.hbs:1: unknown partial "first"/);
    expect(refusal({ ...outer, 'partials/first.hbs': '甲\n{{> second}}' })).toThrow(
      /first\.hbs:2: unknown partial "second"/,
    );
    const deep = { ...outer, 'partials/first.hbs': '{{> second}}', 'partials/second.hbs': '{{nmae}}' };
    expect(refusal(deep)).toThrow(/second\.hbs:1: unknown name "nmae"/);
  });

  it('do not start with partials that use each other in a circle', () => {
    const circle = {
      'instruments/letter/clauses/outer.hbs': '{{> first}}',
      'partials/first.hbs': '{{> second}}',
      'partials/second.hbs': '{{> first}}',
    };
    expect(refusal(circle)).toThrow(/second\.hbs:1: partials use each other: first > second > first/);
  });
});
