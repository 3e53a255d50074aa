import fc from 'fast-check';
import { AppError } from '../../src/errors';
import { findFacts } from '../../src/match';
import { type Policy, type PrivacyClass, project } from '../../src/privacy';
import { choice, date, fieldTree, line, listOf, narrative, section, z } from '../../src/schema';
import { describe as mark } from '../../src/schema/field';

const schema = section('案件', {
  name: line({ label: '姓名', privacy: 'name' }),
  child: line({ label: '孩子', privacy: 'masked' }).optional(),
  secret: line({ label: '秘密', privacy: 'secret' }).optional(),
  place: line({ label: '地点', privacy: 'known-place' }).optional(),
  born: date('生日', 'secret').optional(),
  kind: choice('种类', 'secret', { one: '一', two: '二' }).optional(),
  stray: mark(z.string(), { label: '未分类' }).optional(),
  odd: line({ label: '类别写错', privacy: 'no-such-class' }).optional(),
  story: narrative({ label: '经过', privacy: 'story' }).optional(),
  organ: line({ label: '机关', privacy: 'organ' }).optional(),
  unit: line({ label: '派出机构', privacy: 'organ' }).optional(),
  home: section(
    '住址',
    {
      road: line({ label: '路', privacy: 'secret' }).optional(),
      number: line({ label: '号', privacy: 'secret' }).optional(),
    },
    'address',
  ).optional(),
  entries: listOf('条目', section('条目', { to: line({ label: '对象', privacy: 'entry' }) }), { max: 5 }).optional(),
});
type Root = z.infer<typeof schema>;

const row = (decide: PrivacyClass['decide'], more: Partial<PrivacyClass> = {}): PrivacyClass => ({
  label: '类',
  rule: '规则',
  citation: '《某法》第一条',
  decide,
  guarded: false,
  ...more,
});

const policy: Policy = {
  audiences: { near: '近', far: '远' },
  refused: {},
  classes: {
    name: row({ near: 'show', far: 'show' }),
    masked: row({ near: 'show', far: 'mask' }, { guarded: true, mask: (value) => `${value.slice(0, 1)}某某` }),
    secret: row({ near: 'show' }, { guarded: true }),
    'known-place': row({ near: 'show' }, { guarded: true, whenKnown: { audiences: ['far'], decision: 'show' } }),
    story: row({ near: 'show', far: 'show' }),
    organ: row({ near: 'show', far: 'show' }, { anchor: true }),
    'entry-own': row({ near: 'show', far: 'show' }),
    'entry-other': row({}, { guarded: true }),
    unmasked: row({ near: 'mask', far: 'mask' }),
  },
  refine: ({ privacy, inItem }) => (privacy === 'entry' ? (inItem ? 'entry-own' : 'entry-other') : privacy),
  known: (root) => new Set((root as Root).name === '知情' ? ['/place'] : []),
  spellings: { address: ({ road, number }) => [`${String(road)}${String(number)}`, String(road)] },
  surroundings: { address: ({ number }) => [String(number)] },
  redaction: '（隐）',
};

type Options = { readers?: string[]; item?: string; freeText?: 'redact' | 'reject' };

function see(root: Root, { readers = ['far'], item, freeText = 'redact' }: Options = {}) {
  return project({ root, tree: fieldTree(schema), policy, readers, item, freeText });
}

test('an unmarked leaf and a class that the policy does not name are withheld from everyone', () => {
  const root = { name: '甲乙', stray: '没有分类的话', odd: '类别写错的话' };
  for (const reader of ['near', 'far']) expect(see(root, { readers: [reader] }).view).toEqual({ name: '甲乙' });
});

test('an audience that nobody decided about gets nothing', () => {
  const root = { name: '甲乙', secret: '丙丁', story: '戊己' };
  expect(see(root, { readers: ['stranger'] }).view).toEqual({});
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
  expect(errors).toEqual([expect.objectContaining({ pointer: '/story', code: 'FREE_TEXT_LEAK' })]);
  expect(JSON.stringify([errors, message])).not.toContain('听涛里');
});

test('a masked name stands masked in running text too', () => {
  expect(see({ name: '甲乙', child: '李小明', story: '李小明在场，李 小明哭了' }).view.story).toBe(
    '李某某在场，李某某哭了',
  );
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

test('codes of choices are not hunted, dates are hunted as they are printed', () => {
  const { forbidden, view } = see({ name: '甲乙', kind: 'one', born: '2016-09-03', story: '二〇一六年九月三日出生' });
  expect(forbidden.map(({ pointer }) => pointer)).toEqual(['/born']);
  expect(view).toEqual({ name: '甲乙', story: '（隐）出生' });
});

test('an address goes as a whole, with the number that touches its road', () => {
  const { view } = see({
    name: '甲乙',
    home: { road: '临江支路', number: '17号' },
    story: '住临江支路 17 号，门牌17号',
  });
  expect(view).toEqual({ name: '甲乙', story: '住（隐），门牌17号' });
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
