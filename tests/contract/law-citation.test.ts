import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RECIPIENT_KINDS } from '../../templates/case/court';
import { REPRESENTATIVE_KINDS, representative } from '../../templates/case/facts';
import { NOTICE_METHODS, SERVICE_METHODS } from '../../templates/case/service';
import { lawOf, loadCaseLaw } from '../support/case-law';

const jurisdictions = loadCaseLaw();
const TODAY = '2026-11-21';
const DAYS = ['2016-03-01', '2020-06-01', '2021-03-01', '2022-08-01', '2022-10-01', '2024-10-01', '2026-01-01', TODAY];
const everywhere = jurisdictions.ids.flatMap((place) => DAYS.map((day) => [place, day] as const));

const folder = (place: string) => path.resolve(__dirname, '../../templates/jurisdictions', place);

describe('the operative sentence', () => {
  it.each(everywhere)('never rests on an opinion in %s on %s', (place, day) => {
    const kinds = lawOf(jurisdictions, place, day).lists.operativeBases.flatMap(({ bases }) =>
      bases.map(({ kind }) => kind),
    );
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).not.toContain('opinion');
    expect(kinds).not.toContain('standard');
  });

  it.each(everywhere)('cites laws, then local regulations, then judicial interpretations in %s on %s', (place, day) => {
    const rank = { law: 0, 'local-regulation': 1, interpretation: 2, opinion: 9, standard: 9 };
    const ranks = lawOf(jurisdictions, place, day).lists.operativeBases.flatMap(({ bases }) =>
      bases.map(({ kind }) => rank[kind]),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it.each(jurisdictions.ids.filter((id) => id !== 'national'))('names the local list of measures in %s', (place) => {
    const { lists } = lawOf(jurisdictions, place, TODAY);
    const granted = lists.operativeBases.filter(({ when }) => when === 'grant').flatMap(({ bases }) => bases);
    const measure = lists.measures[0]?.bases[0];
    expect(granted.some(({ id }) => measure?.id.startsWith(id))).toBe(true);
  });

  it('cites one provision per entry, so that each can be left out alone', () => {
    for (const place of jurisdictions.ids) {
      const { operativeBases } = lawOf(jurisdictions, place, TODAY).lists;
      expect(operativeBases.filter(({ bases }) => bases.length !== 1)).toEqual([]);
    }
  });

  it('can cite the judicial interpretation for each measure that rests on it', () => {
    for (const place of jurisdictions.ids) {
      const { measures, operativeBases } = lawOf(jurisdictions, place, TODAY).lists;
      const citable = operativeBases.filter(({ when }) => when === 'other-measure').flatMap(({ bases }) => bases);
      const needed = measures.flatMap(({ bases }) => bases.filter(({ kind }) => kind === 'interpretation'));
      expect(needed.length).toBeGreaterThan(0);
      expect(citable).toEqual(expect.arrayContaining(needed));
    }
  });
});

describe('every provision', () => {
  it.each(jurisdictions.ids)('of %s was read somewhere that is no place on a machine', (place) => {
    for (const { source, checkedOn } of lawOf(jurisdictions, place, TODAY).bases) {
      expect(source).toMatch(/[\u4e00-\u9fa5]{4}/);
      expect(source).not.toMatch(/(?:^|[\s；])[~./]|:\\|file:/);
      expect(checkedOn >= '2026-11-21').toBe(true);
    }
  });

  it.each(jurisdictions.ids)('of %s is an article written out', (place) => {
    const article =
      /^第[一二三四五六七八九十百千零]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?$/;
    const wrong = lawOf(jurisdictions, place, TODAY).bases.filter(({ article: text }) => !article.test(text ?? ''));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each(jurisdictions.ids)('of %s is explained beside it: dates, differences and gaps', (place) => {
    const readme = readFileSync(path.join(folder(place), 'README.md'), 'utf8');
    for (const heading of ['## Act', '## Differences', '## Not found or uncertain']) expect(readme).toContain(heading);
    const own = lawOf(jurisdictions, place, TODAY).bases.filter(({ kind }) => kind === 'local-regulation');
    for (const { title, validFrom } of own) {
      expect(readme).toContain(title);
      expect(readme).toContain(validFrom);
    }
  });
});

describe('the code of the templates', () => {
  const root = path.resolve(__dirname, '../../templates');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const known = new Set(lawOf(jurisdictions, 'national', TODAY).bases.map(({ id }) => id));
  const acts = new Set([...known].map((id) => id.replace(/-\d.*$/, '')));

  it('names no national provision that is not defined', () => {
    const named = sources.flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/'([a-z-]+?)(-\d[\d-]*)'/g)].flatMap(
        ([, act = '', number]) => (acts.has(act) ? [`${act}${number}`] : []),
      ),
    );
    expect(named).toContain('dv-law-29');
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the codes of the law', () => {
  const lists = (place: string) => lawOf(jurisdictions, place, TODAY).lists;

  it.each(jurisdictions.ids)('explain every way of service that a case of %s can name, and no other', (place) => {
    const explained = new Set(lists(place).serviceRules.flatMap(({ methods }) => methods));
    expect([...explained].sort()).toEqual(Object.keys(SERVICE_METHODS).sort());
  });

  it.each(jurisdictions.ids)('name ways of telling in advance that a case of %s knows', (place) => {
    const named = lists(place).advanceNoticeRules.flatMap(({ methods }) => methods);
    expect(Object.keys(NOTICE_METHODS)).toEqual(expect.arrayContaining(named));
  });

  it.each(jurisdictions.ids)('name representatives and grounds that a case of %s knows', (place) => {
    const { representatives } = lists(place);
    const kinds = representatives.flatMap((rule) => rule.kinds);
    expect(Object.keys(REPRESENTATIVE_KINDS)).toEqual(expect.arrayContaining(kinds));
    const { reason } = representative.shape;
    for (const ground of representatives.flatMap((rule) => rule.grounds)) {
      expect(reason.safeParse(ground).success).toBe(true);
    }
  });

  it.each(jurisdictions.ids)('ask only those for assistance in %s who can be asked in a case', (place) => {
    const kinds = lists(place).assistanceItems.map(({ kind }) => kind);
    expect(Object.keys(RECIPIENT_KINDS)).toEqual(expect.arrayContaining(kinds));
    for (const kind of ['police', 'committee', 'womens-federation', 'school']) expect(kinds).toContain(kind);
  });

  it.each([
    ['national', false],
    ['chongqing', false],
    ['yunnan', false],
    ['henan', false],
    ['xinjiang', true],
  ])('asks employers for assistance only where a rule does: %s %s', (place, asked) => {
    expect(lists(place).assistanceItems.some(({ kind }) => kind === 'employer')).toBe(asked);
  });

  it('lets the disabled federation apply in Chongqing and a pregnant woman be represented in Xinjiang', () => {
    const local = (place: string) =>
      lists(place).representatives.find(({ bases }) => bases[0]?.kind === 'local-regulation');
    expect(local('chongqing')?.kinds).toContain('disabled-federation');
    expect(local('xinjiang')?.grounds).toContain('pregnancy');
    expect(local('yunnan')?.grounds).not.toContain('pregnancy');
  });
});
