import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Basis } from '../../src/jurisdiction';
import { lawOf, loadCaseLaw } from '../support/case-law';
import { LAW_TEXTS } from '../support/law-texts';

const jurisdictions = loadCaseLaw();
const TODAY = '2026-11-21';
const PLACES = jurisdictions.ids;

/** The items （一）…；（二）… of an article, without their closing punctuation. */
function itemsOf(article: string): string[] {
  return article
    .replace(/\n/g, '')
    .split(/（[一二三四五六七八九十]+）/)
    .slice(1)
    .map((item) => item.split(/[；。]/)[0] ?? '');
}

/** What the provision says, by the id of its act and the number of its article. */
function wordsOf({ id, article }: Basis): string {
  const act = id.replace(/-\d.*$/, '');
  const texts: Record<string, string> | undefined = LAW_TEXTS[act as keyof typeof LAW_TEXTS];
  return texts?.[article?.match(/^第(.+?)条/)?.[1] ?? ''] ?? '';
}

const measuresOf = (id: string, date = TODAY) => lawOf(jurisdictions, id, date).lists.measures.map(({ text }) => text);
const groundsOf = (id: string) => lawOf(jurisdictions, id, TODAY).lists.warningGrounds.map(({ text }) => text);

const INTERPRETATION = itemsOf(LAW_TEXTS['dv-interp'].十);

describe('the measures of an order', () => {
  const articles = {
    chongqing: LAW_TEXTS.chongqing.三十四,
    xinjiang: LAW_TEXTS.xinjiang.二十八,
    yunnan: LAW_TEXTS.yunnan.四十二,
    henan: LAW_TEXTS.henan.三十七,
  };

  it('are nationally those of the law and, before the last, those of the judicial interpretation', () => {
    const law = itemsOf(LAW_TEXTS['dv-law'].二十九);
    expect(law).toHaveLength(4);
    expect(measuresOf('national')).toEqual([...law.slice(0, 3), ...INTERPRETATION, ...law.slice(3)]);
  });

  it.each([
    ['chongqing', 9],
    ['xinjiang', 4],
    ['yunnan', 5],
    ['henan', 7],
  ] as const)('are in %s the %d of the local article, word for word and in its order', (id, count) => {
    const local = itemsOf(articles[id]);
    expect(local).toHaveLength(count);
    expect(measuresOf(id).filter((text) => local.includes(text))).toEqual(local);
  });

  it.each(['chongqing', 'xinjiang', 'yunnan', 'henan'] as const)(
    'add in %s nothing but what the judicial interpretation adds everywhere',
    (id) => {
      const local = itemsOf(articles[id]);
      const added = measuresOf(id).filter((text) => !local.includes(text));
      expect(INTERPRETATION).toEqual(expect.arrayContaining(added));
    },
  );

  it('are in Xinjiang and Yunnan the local ones alone while there was no judicial interpretation', () => {
    expect(measuresOf('xinjiang', '2022-07-31')).toEqual(itemsOf(articles.xinjiang));
    expect(measuresOf('yunnan', '2022-07-31')).toEqual(itemsOf(articles.yunnan));
  });

  it.each(PLACES)('end in %s with the one that must be written out', (id) => {
    const { measures } = lawOf(jurisdictions, id, TODAY).lists;
    expect(measures.flatMap(({ id: measure, other }) => (other === true ? [measure] : []))).toEqual(['other']);
    expect(measures.at(-1)?.id).toBe('other');
  });

  it.each(PLACES)('say in %s which one sets a time to leave and which name places', (id) => {
    const { measures } = lawOf(jurisdictions, id, TODAY).lists;
    expect(measures.filter(({ vacate }) => vacate === true)).toEqual([expect.objectContaining({ id: 'move-out' })]);
    const places = measures.filter(({ place }) => place === true);
    expect(places.length).toBeGreaterThan(0);
    for (const { text } of places) expect(text).toMatch(/住所|居住场所/);
  });
});

describe('the circumstances that call for a warning letter', () => {
  const national = itemsOf(LAW_TEXTS['warning-opinion'].六);

  it('are nationally the five of the opinion', () => {
    expect(national).toHaveLength(5);
    expect(groundsOf('national')).toEqual(national);
  });

  it.each([
    ['chongqing', LAW_TEXTS.chongqing.二十六],
    ['xinjiang', LAW_TEXTS.xinjiang.十五],
    ['yunnan', LAW_TEXTS.yunnan.二十七],
    ['henan', LAW_TEXTS.henan.二十四],
  ])('hold in %s every circumstance of the local article in its order', (id, article) => {
    const local = itemsOf(article);
    expect(local.length).toBeGreaterThanOrEqual(4);
    expect(groundsOf(id).filter((text) => local.includes(text))).toEqual(local);
  });

  it('cover in Chongqing a woman within six months of the end of a pregnancy', () => {
    const vulnerable = lawOf(jurisdictions, 'chongqing', TODAY).lists.warningGrounds.find(
      ({ id }) => id === 'vulnerable-victim',
    );
    expect(vulnerable?.text).toContain('终止妊娠六个月内的妇女');
  });
});

describe('what is printed', () => {
  const lists = [
    'measures',
    'warningGrounds',
    'orderConsequences',
    'assistanceItems',
    'advanceNoticeRules',
    'serviceRules',
  ] as const;
  const rules = PLACES.flatMap((place) =>
    lists.flatMap((list) =>
      lawOf(jurisdictions, place, TODAY).lists[list].map((rule) => ({ ...rule, name: `${place} ${list}.${rule.id}` })),
    ),
  );

  it.each(rules)('stands in the provision it cites: $name', ({ text, bases }) => {
    const words = bases.map(wordsOf).join('\n').replace(/\s/g, '');
    const phrases = text.split(/[，；。]/).filter((phrase) => phrase !== '');
    expect(phrases.filter((phrase) => !words.includes(phrase))).toEqual([]);
  });

  it('threatens with exactly what the law threatens', () => {
    const [again, refused] = lawOf(jurisdictions, 'chongqing', TODAY).lists.warningConsequences;
    expect(again?.text).toBe(`再次${LAW_TEXTS['dv-law'].三十三.replace('加害人', '')}`);
    for (const phrase of LAW_TEXTS['penalty-law'].七十三第二项.split(/[：；，]/).slice(0, 3)) {
      expect(refused?.text).toContain(phrase);
    }
    const [xinjiang] = lawOf(jurisdictions, 'xinjiang', TODAY).lists.warningConsequences;
    expect(xinjiang?.text).toBe(LAW_TEXTS.xinjiang.三十三);
  });

  it('calls the two kinds of order in Xinjiang by their names', () => {
    const names = lawOf(jurisdictions, 'xinjiang', TODAY).parameters.orderKindNames?.value;
    expect(LAW_TEXTS.xinjiang.二十七).toContain(`分为${names?.general}和${names?.urgent}`);
    expect(lawOf(jurisdictions, 'chongqing', TODAY).parameters.orderKindNames).toBeUndefined();
  });
});

describe('the wording of a place', () => {
  const dir = path.join(__dirname, '../../templates/jurisdictions');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));

  it.each(files)('names the local provision it rests on, so that it begins with it: %s', (name) => {
    const place = name.split(path.sep)[0] ?? '';
    const [line = ''] = readFileSync(path.join(dir, name), 'utf8').split('\n');
    const ids = /^\{\{!-- basis: (.+) --\}\}$/.exec(line)?.[1]?.split(' ') ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect([...jurisdictions.provisions(place)]).toContain(id);
    expect(ids.some((id) => id.startsWith(`${place}-`))).toBe(true);
  });
});
