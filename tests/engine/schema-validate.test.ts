import fc from 'fast-check';
import {
  choice,
  createValidator,
  date,
  dateTime,
  fieldTree,
  line,
  listOf,
  narrative,
  pattern,
  section,
  wholeNumber,
  yesNo,
} from '../../src/schema';

const schema = section('测试', {
  name: line({ label: '姓名', privacy: 'a', max: 10 }),
  story: narrative({ label: '经过', privacy: 'b', max: 200 }).optional(),
  day: date('日期', 'c'),
  moment: dateTime('时间', 'c').optional(),
  kind: choice('种类', 'c', { one: '一', two: '二' }),
  count: wholeNumber('次数', 'c', { min: 1, max: 3 }).optional(),
  agreed: yesNo('同意', 'c').optional(),
  number: pattern({
    label: '编号',
    privacy: 'c',
    pattern: /^第\d+号$/,
    hint: '如 第1号',
    normalize: (value) =>
      value.startsWith('#')
        ? { value: `第${value.slice(1)}号`, notice: { code: 'N', detail: '已改为规范写法' } }
        : { value },
  }).optional(),
  items: listOf('列表', section('项', { text: line({ label: '内容', privacy: 'd' }) }), { max: 3 }).optional(),
  home: section('地址', { line: line({ label: '一行', privacy: 'e' }).optional() }, 'address').optional(),
});
const { validate } = createValidator(schema);
const good = { name: '陈兰', day: '2026-02-28', kind: 'one' };

function errorsOf(input: unknown) {
  const result = validate(input);
  return result.ok ? [] : result.errors;
}

test('reports every wrong field at once, each with its pointer and a remedy in Chinese', () => {
  const errors = errorsOf({
    name: '',
    day: '2026-02-30',
    moment: '2026-02-28 10:00',
    kind: 'three',
    count: 4,
    agreed: 'yes',
    number: 'x',
    items: [{ text: '好' }, { txt: '坏' }],
    extra: 1,
  });
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
    '/agreed TYPE',
    '/count TOO_LONG',
    '/day FORMAT',
    '/extra UNKNOWN_FIELD',
    '/items/1/text REQUIRED',
    '/items/1/txt UNKNOWN_FIELD',
    '/kind CHOICE',
    '/moment FORMAT',
    '/name TOO_SHORT',
    '/number FORMAT',
  ]);
  for (const { detail } of errors) expect(detail).toMatch(/[\u4e00-\u9fa5]/);
});

test('says in the hint what would be right', () => {
  expect(errorsOf({ ...good, kind: 'x' })[0]?.detail).toContain('one（一）、two（二）');
  expect(errorsOf({ ...good, day: 'x' })[0]?.detail).toContain('如 2026-11-21');
});

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-1-01', false],
  ['２０２６-01-01', false],
  ['1900-01-01', true],
  ['1899-12-31', false],
  ['0001-01-01', false],
  ['9999-12-31', false],
])('takes %s for a real date: %s', (day, isReal) => {
  expect(errorsOf({ ...good, day }).length === 0).toBe(isReal);
});

test.each([
  ['2026-02-28T10:00:00+08:00', true],
  ['2026-02-28T10:00Z', true],
  ['2026-02-28T24:00:00+08:00', false],
  ['2026-02-30T10:00:00+08:00', false],
  ['2026-02-28T10:00:00', false],
  ['9999-12-31T23:59:59Z', false],
])('takes %s for a moment with its offset: %s', (moment, isReal) => {
  expect(errorsOf({ ...good, moment }).length === 0).toBe(isReal);
});

test.each([
  ['a control character', '陈\u0007兰'],
  ['a zero-width space', '陈\u200B兰'],
  ['a bidirectional override', '陈\u202E兰'],
  ['an isolate', '陈\u2066兰'],
  ['a lone surrogate', '陈\uD83D'],
  ['a byte order mark', '\uFEFF陈兰'],
  ['a line break in one line', '陈\n兰'],
  ['an invisible filler', '陈\u3164兰'],
  ['a tag character', '陈\u{E0041}'],
  ['a letter by its number in a page', '听&#28059;里'],
  ['a letter by its number in a program', '听\\u6d9b里'],
  ['a word as links spell it', '%E6%b6%9B'],
  ['a word as links within links spell it', '%25E6%25B6'],
])('refuses a text with %s', (_, name) => {
  expect(errorsOf({ ...good, name })).toEqual([expect.objectContaining({ pointer: '/name', code: 'CHARACTER' })]);
});

test.each(['占比 50%、20%', '?a=1&b=%20', 'C&A 商场', 'D:\\user', '折扣&#活动'])(
  'does not take %s for letters by their codes',
  (name) => {
    expect(errorsOf({ ...good, name })).toEqual([]);
  },
);

test('refuses a text of nothing but blanks', () => {
  expect(errorsOf({ ...good, name: '　 ' })[0]).toMatchObject({ pointer: '/name', code: 'BLANK' });
});

test('brings texts into composed form', () => {
  const result = validate({ ...good, name: 'e\u0301' });
  expect(result).toMatchObject({ ok: true, value: { name: '\u00e9' } });
});

test.each([31, 1_000_000])('refuses %d marks piled on one letter: to put them in order could take minutes', (count) => {
  expect(errorsOf({ ...good, story: `e${'\u0301\u0323'.repeat(count / 2 + 1)}` })).toContainEqual(
    expect.objectContaining({ pointer: '/story', code: 'CHARACTER' }),
  );
});

test('brings an accepted variant into its official form and says so without the value', () => {
  const result = validate({ ...good, number: '#42' });
  expect(result).toMatchObject({
    ok: true,
    value: { number: '第42号' },
    notices: [{ pointer: '/number', code: 'N', detail: '已改为规范写法' }],
  });
});

test('takes an address on one line', () => {
  expect(validate({ ...good, home: '幸福路88号' })).toMatchObject({
    ok: true,
    value: { home: { line: '幸福路88号' } },
  });
});

test('refuses inherited names as fields', () => {
  const input: unknown = JSON.parse(
    '{"name":"陈兰","day":"2026-02-28","kind":"one","__proto__":{"x":1},"constructor":1}',
  );
  expect(errorsOf(input).map(({ code }) => code)).toEqual(['UNKNOWN_FIELD', 'UNKNOWN_FIELD']);
});

test('never repeats a value that was entered, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6, maxLength: 40 }), (text) => {
      const canary = `秘密${text}密秘`;
      const input = {
        name: canary,
        day: canary,
        moment: canary,
        kind: canary,
        number: canary,
        count: canary,
        [canary]: 1,
      };
      expect(JSON.stringify(errorsOf(input))).not.toContain(JSON.stringify(canary).slice(1, -1));
    }),
  );
});

test('answers any JSON without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (input) => {
      expect(typeof validate(input).ok).toBe('boolean');
    }),
  );
});

test('survives nesting of ten thousand levels', () => {
  let deep: unknown = {};
  for (let level = 0; level < 10_000; level += 1) deep = level % 2 === 0 ? { items: deep } : [deep];
  expect(validate(deep).ok).toBe(false);
  expect(validate({ ...good, items: deep }).ok).toBe(false);
  expect(validate({ ...good, name: deep, unknown: deep }).ok).toBe(false);
});

test('bounds its work and its answer on lists and objects without end', () => {
  let looks = 0;
  const counted = <T extends object>(value: T): T =>
    new Proxy(value, {
      get(target, key) {
        looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  const items = counted(new Array(1_000_000).fill({ text: 1 }));
  expect(errorsOf({ ...good, items }).length).toBeLessThanOrEqual(5);
  const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
  expect(errorsOf(counted({ ...good, ...keys })).length).toBeLessThanOrEqual(200);
  expect(looks).toBeLessThan(100);
});

test('compares no more unknown names with the known ones than it tells of', () => {
  let comparisons = 0;
  const item = section('项', { text: line({ label: '内容', privacy: 'd' }).optional() });
  const counted = createValidator(section('多项', { items: listOf('列表', item, { max: 100 }) }));
  const { tree } = counted;
  if (tree.kind !== 'object' || tree.fields['items']?.kind !== 'list') throw new Error('another tree');
  const { item: node } = tree.fields['items'];
  if (node.kind !== 'object') throw new Error('another tree');
  const { fields } = node;
  Object.defineProperty(node, 'fields', {
    get: () => {
      comparisons += 1;
      return fields;
    },
  });
  const flood = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`unknown${index}`, 1]));
  const result = counted.validate({ items: Array(100).fill(flood) });
  expect(result.ok ? 0 : result.errors.length).toBe(200);
  expect(comparisons).toBeLessThan(1_000);
});

test('reads a tree of labels and privacy classes off the schema', () => {
  const tree = fieldTree(schema);
  expect(tree).toMatchObject({
    kind: 'object',
    label: '测试',
    required: ['name', 'day', 'kind'],
    fields: {
      name: { kind: 'leaf', meta: { label: '姓名', privacy: 'a' } },
      story: { kind: 'leaf', meta: { freeText: true } },
      items: { kind: 'list', item: { kind: 'object', label: '项' } },
      home: { kind: 'object', composite: 'address' },
    },
  });
});

test('describes itself as JSON Schema with labels, hints and privacy classes', () => {
  expect(createValidator(schema).jsonSchema()).toMatchObject({
    title: '测试',
    properties: { day: { title: '日期', description: expect.stringContaining('真实日期'), 'x-privacy': 'c' } },
    additionalProperties: false,
  });
});
