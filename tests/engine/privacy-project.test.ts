import fc from 'fast-check';
import { AppError } from '../../src/errors';
import { findFacts } from '../../src/match';
import { project } from '../../src/privacy';
import { fieldTree } from '../../src/schema';
import { policy, type Root, row, schema, see } from '../support/small-case';

test('an unmarked leaf and a class that the policy does not name are withheld from everyone', () => {
  const root = { name: '甲乙', stray: '没有分类的话', odd: '类别写错的话' };
  for (const reader of ['near', 'far']) expect(see(root, { readers: [reader] }).view).toEqual({ name: '甲乙' });
});

test('an audience that nobody decided about gets nothing', () => {
  const root = { name: '甲乙', secret: '丙丁', story: '戊己' };
  expect(see(root, { readers: ['stranger'] }).view).toEqual({});
});

test('a copy that nobody reads shows nothing', () => {
  expect(see({ name: '甲乙' }, { readers: [] }).view).toEqual({});
});

test('the strictest reader of a copy decides', () => {
  const root = { name: '甲乙', secret: '丙丁', child: '李小明' };
  expect(see(root, { readers: ['near'] }).view).toEqual(root);
  for (const readers of [
    ['near', 'far'],
    ['far', 'near'],
  ]) {
    expect(see(root, { readers }).view).toEqual({ name: '甲乙', child: '李某某' });
  }
});

test('a mask without a way to mask withholds', () => {
  const masks = { ...policy, classes: { ...policy.classes, name: row({ far: 'mask' }) } };
  const options = {
    tree: fieldTree(schema),
    policy: masks,
    readers: ['far'],
    item: undefined,
    freeText: 'redact',
  } as const;
  expect(project({ ...options, root: { name: '甲乙' } }).view).toEqual({});
});

test('what the audience is recorded to know is shown to it and to no other', () => {
  expect(see({ name: '知情', place: '文澜书店' }).view).toEqual({ name: '知情', place: '文澜书店' });
  expect(see({ name: '不知', place: '文澜书店' }).view).toEqual({ name: '不知' });
  expect(see({ name: '知情', place: '文澜书店' }, { readers: ['far', 'stranger'] }).view).toEqual({});
  expect(see({ name: '知情', place: '文澜书店', other: '听涛里' }).view).toEqual({ name: '知情', place: '文澜书店' });
});

test('a protected fact is taken out of running text and reported by pointer and rule, never by value', () => {
  const { view, disclosures } = see({ name: '甲乙', secret: '听涛里', story: '她搬到听涛里去了' });
  expect(view.story).toBe('她搬到（隐）去了');
  expect(disclosures).toContainEqual({
    pointer: '/story',
    label: '经过中的秘密',
    decision: 'redact',
    rule: '规则',
    citation: '《某法》第一条',
    spans: [{ start: 3, end: 6 }],
  });
  expect(JSON.stringify(disclosures)).not.toContain('听涛里');
});

test('running text may be refused instead, without repeating the fact', () => {
  const root = { name: '甲乙', secret: '听涛里', story: '她搬到听涛里去了' };
  let thrown: unknown;
  try {
    see(root, { freeText: 'reject' });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(AppError);
  const { code, errors, message } = thrown as AppError;
  expect(code).toBe('FREE_TEXT_LEAK');
  expect(errors).toEqual([
    {
      pointer: '/story',
      code: 'FREE_TEXT_LEAK',
      detail: '经过中的秘密不得载明（规则），请改写该段文字：第4至6字',
      spans: [{ start: 3, end: 6 }],
    },
  ]);
  expect(JSON.stringify([errors, message])).not.toContain('听涛里');
});

test('a masked name stands masked in running text too', () => {
  expect(see({ name: '甲乙', child: '李小明', story: '李小明在场，李 小明哭了' }).view.story).toBe(
    '李某某在场，李某某哭了',
  );
});

test('who helped is called what they are, not left out', () => {
  const { view, disclosures } = see({ name: '甲乙', helper: '听涛里', story: '听涛里报了警，听 涛里也在场' });
  expect(view.story).toBe('某人报了警，某人也在场');
  expect(disclosures.find(({ decision }) => decision === 'redact')?.spans).toEqual([
    { start: 0, end: 3 },
    { start: 7, end: 11 },
  ]);
});

test('the same fact stated twice is looked for once', () => {
  const { forbidden } = see({ name: '甲乙', secret: '听涛里', place: '听涛里', helper: '听涛里' });
  expect(forbidden.map(({ pointer, kind }) => `${pointer} ${kind}`)).toEqual(['/secret text', '/helper name']);
});

test('text that could not be replaced twice stays as it is the second time', () => {
  const once = see({ name: '甲乙', secret: '听涛里', story: '住在听涛里、听涛里附近。' }).view;
  expect(once.story).toBe('住在（隐）附近。');
  expect(see({ name: '甲乙', secret: '听涛里', story: once.story }).view).toEqual(once);
});

test('an address that is shown elsewhere is not hunted, however it is written', () => {
  const { view } = see(
    { name: '甲乙', home: { road: '临江支路', number: '17号' }, story: '住临江支路十七号' },
    { readers: ['near'] },
  );
  expect(view.story).toBe('住临江支路十七号');
});

test('nobody reads what is made for nobody, and what is no list is left out', () => {
  expect(see({ name: '甲乙' }, { readers: [] }).view).toEqual({});
  const odd = { name: '甲乙', entries: '不是列表' } as unknown as Root;
  expect(see(odd).view).toEqual({ name: '甲乙' });
});

test('a section inside an address is judged for itself', () => {
  const { view, forbidden } = see({ name: '甲乙', home: { road: '临江支路', door: { bell: '左' } } });
  expect(view).toEqual({ name: '甲乙', home: { door: { bell: '左' } } });
  expect(forbidden.map(({ address }) => address)).toEqual([{ road: '临江支路' }]);
});

test('an address that also stands elsewhere by right is not hunted', () => {
  const root = { name: '甲乙', home: { road: '临江支路' }, work: { road: '临江支路' }, story: '在临江支路' };
  expect(see(root)).toMatchObject({ view: { story: '在临江支路' }, forbidden: [] });
});

test('text that states nothing protected is never refused', () => {
  expect(see({ name: '甲乙', secret: '听涛里', story: '无' }, { freeText: 'reject' }).view.story).toBe('无');
});

test('an empty address protects nothing', () => {
  expect(see({ name: '甲乙', home: {} })).toMatchObject({ view: { name: '甲乙' }, forbidden: [] });
});

test('a fact that the copy states by right in another field is not hunted', () => {
  const { view, forbidden } = see({ name: '听涛里', secret: '听涛里', story: '在听涛里' });
  expect(view).toEqual({ name: '听涛里', story: '在听涛里' });
  expect(forbidden.flatMap(({ spellings }) => spellings)).toEqual([]);
});

test('an organ and its unit in one name are shown where both are shown apart', () => {
  const root = { name: '甲乙', organ: '安和分局', unit: '河东派出所', entries: [{ to: '安和分局河东派出所' }] };
  expect(see({ ...root, story: '安和分局河东派出所出警' }).view.story).toBe('安和分局河东派出所出警');
  expect(see({ ...root, entries: [{ to: '安和分局河西派出所' }], story: '安和分局河西派出所出警' }).view.story).toBe(
    '（隐）出警',
  );
});

test('a protected word inside the longer name of an organ is no leak', () => {
  const root = { name: '甲乙', secret: '河东', organ: '河东人民法院', story: '河东人民法院受理，她在河东。' };
  expect(see(root).view.story).toBe('河东人民法院受理，她在（隐）。');
});

test('words of an address that is printed by right are not forbidden in it, nor anywhere else in the copy', () => {
  const root = { name: '甲乙', secret: '河东村', work: { road: '河东村河东小组' }, story: '河东村的人都知道' };
  expect(see(root)).toMatchObject({
    view: { work: { road: '河东村河东小组' }, story: '河东村的人都知道' },
    forbidden: [],
  });
  expect(see({ ...root, work: { road: '河西村' } }).view.story).toBe('（隐）的人都知道');
});

test('codes of choices are not hunted, dates are hunted as they are printed', () => {
  const { forbidden, view } = see({ name: '甲乙', kind: 'one', born: '2016-09-03', story: '二〇一六年九月三日出生' });
  expect(forbidden.map(({ pointer }) => pointer)).toEqual(['/born']);
  expect(view).toEqual({ name: '甲乙', story: '（隐）出生' });
});

test('nothing is taken out of a date: templates reckon with it', () => {
  const { view } = see({ name: '甲乙', secret: '2016-09', on: '2016-09-03', story: '账号2016-09' });
  expect(view).toEqual({ name: '甲乙', on: '2016-09-03', story: '账号（隐）' });
});

test('an address goes as a whole, with the city before it', () => {
  const { view } = see({
    name: '甲乙',
    home: { city: '安和市', road: '临江支路', number: '17号' },
    story: '住安和市临江支路 17 号。她的门牌是17号，安和市。在安和市临江支路上。',
  });
  expect(view).toEqual({
    name: '甲乙',
    home: { city: '安和市' },
    story: '住（隐）。她的门牌是（隐），安和市。在（隐）上。',
  });
});

test('an entry is shown on its own copy only, and entries keep their places', () => {
  const root = { name: '甲乙', entries: [{ to: '一派出所' }, { to: '二派出所' }] };
  expect(see(root, { item: '/entries/1' }).view.entries).toEqual([{}, { to: '二派出所' }]);
  expect(see(root).view.entries).toEqual([{}, {}]);
  expect(
    see({ ...root, entries: Array.from({ length: 5 }, () => ({ to: '某单位名' })) }, { item: '/entries/1' }).view
      .entries?.[0],
  ).toEqual({});
});

/** Characters that occur neither in the redaction nor in each other's numerals. */
const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]{2,6}$/);

test('no view ever contains a withheld string, wherever else it was written', () => {
  fc.assert(
    fc.property(
      fc.record({ name: word, secret: word, place: word, child: word, stray: word }),
      fc.array(word),
      (facts, words) => {
        const root = {
          ...facts,
          story: [...words, facts.secret, facts.place, facts.child, facts.stray, ...words].join('，'),
        };
        const { view } = see(root);
        const text = JSON.stringify(view);
        for (const withheld of [facts.secret, facts.place, facts.child, facts.stray]) {
          if (withheld !== facts.name) expect(text).not.toContain(withheld);
        }
      },
    ),
  );
});

test('redaction is idempotent: nothing protected is left to find', () => {
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1 }), (secret, words) => {
      const { view, forbidden } = see({ name: '乾坤', secret, story: [...words, secret, ...words, secret].join('') });
      expect(findFacts(view.story ?? '', forbidden)).toEqual([]);
    }),
  );
});

test('the case itself is left as it was', () => {
  const root = { name: '甲乙', secret: '听涛里', story: '在听涛里', entries: [{ to: '某单位' }] };
  const before = structuredClone(root);
  see(root);
  expect(root).toEqual(before);
});
