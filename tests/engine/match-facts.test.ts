import fc from 'fast-check';
import { createMatcher, findFacts, redact } from '../../src/match';

const fact = (...spellings: string[]) => ({ pointer: '/x', label: '秘密', spellings });
const hits = (text: string, ...spellings: string[]) =>
  findFacts(text, [fact(...spellings)]).map(({ start, end }) => text.slice(start, end));

describe('finds a fact', () => {
  test.each([
    ['as it stands', '住幸福路88号2幢', '幸福路88号2幢'],
    ['in full-width digits', '住幸福路８８号２幢', '幸福路88号2幢'],
    ['in Chinese numerals', '住幸福路八十八号二幢', '幸福路88号2幢'],
    ['digit by digit', '住幸福路三〇一号', '幸福路301号'],
    ['with zeros spelt out', '住幸福路三零一号', '幸福路301号'],
    ['in financial numerals', '住幸福路捌拾捌号', '幸福路88号'],
    ['whose own numerals are Chinese', '住幸福路88号', '幸福路八十八号'],
    ['with spaces between its characters', '住幸 福 路　88 号 2 幢', '幸福路88号2幢'],
    ['broken over lines', '住幸福\n路88\r\n号2幢', '幸福路88号2幢'],
    ['parted by punctuation', '住幸福路-88号，2幢', '幸福路88号2幢'],
    ['in traditional characters', '住臨江支路17號', '临江支路17号'],
    ['in capitals', 'CHEN@Example.COM', 'chen@example.com'],
    ['as a telephone number in groups', '电话138-0000 0016。', '13800000016'],
  ])('%s', (_, text, spelling) => {
    expect(hits(text, spelling)).toHaveLength(1);
  });
});

test('a name is found although a numeral touches it', () => {
  expect(hits('证人王五2026年到场', '王五')).toEqual(['王五']);
  expect(hits('李三三月到场', '李三')).toEqual(['李三']);
  expect(hits('拨打13800000016三次', '13800000016')).toEqual(['13800000016']);
});

test.each([
  ['188号', '88号'],
  ['一百八十八号', '88号'],
  ['13800000016', '3800000'],
  ['幸福路880号', '幸福路88'],
  ['2026年', '202'],
])('in %s, %s is a fragment of another number', (text, spelling) => {
  expect(hits(text, spelling)).toEqual([]);
});

test('a single character is never hunted', () => {
  expect(hits('陈在场', '陈', '')).toEqual([]);
});

test('a word inside an allowed name is no hit, the same word alone is', () => {
  const text = '河东人民法院认为，她在河东';
  const found = findFacts(text, [fact('河东')], ['河东人民法院']);
  expect(found.map(({ start }) => start)).toEqual([text.lastIndexOf('河东')]);
});

test('an allowed name that is the fact itself protects nothing', () => {
  expect(findFacts('在河东', [fact('河东')], ['河东'])).toHaveLength(1);
});

describe('redaction', () => {
  const clean = (text: string, facts: ReturnType<typeof fact>[]) => redact(text, findFacts(text, facts), '（隐）');

  test('leaves no bracket alone where neighbours become one', () => {
    const facts = [fact('东方红大道401'), fact('房东姓魏')];
    expect(clean('她住东方红大道401（房东姓魏）。', facts)).toBe('她住（隐）。');
    expect(clean('她住（东方红大道401）房东姓魏。', facts)).toBe('她住（隐）。');
  });

  test('makes one of overlapping hits, so that their number does not show', () => {
    expect(clean('住幸福路88号2幢', [fact('幸福路88号', '88号2幢', '幸福路')])).toBe('住（隐）');
  });

  test('puts the masked form only where the gap is exactly that fact', () => {
    const child = { ...fact('罗小瑶'), shownAs: '罗某某' };
    expect(clean('罗小瑶在场', [child])).toBe('罗某某在场');
    expect(clean('罗小瑶家在场', [child, fact('小瑶家')])).toBe('（隐）在场');
  });

  test('keeps every other character', () => {
    const other = fc.stringMatching(/^[天地玄黄，。 \n0-9]{0,20}$/);
    fc.assert(
      fc.property(other, other, (before, after) => {
        expect(clean(`${before}临江支路${after}`, [fact('临江支路')])).toBe(`${before}（隐）${after}`);
      }),
    );
  });

  test('leaves nothing to find', () => {
    const spelling = fc.stringMatching(/^[甲乙丙丁]{2,4}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[甲乙丙丁 ，]{0,60}$/),
        fc.array(spelling, { minLength: 1, maxLength: 4 }),
        (text, spellings) => {
          const facts = [fact(...spellings)];
          const once = clean(text, facts);
          expect(findFacts(once, facts)).toEqual([]);
          expect(clean(once, facts)).toBe(once);
        },
      ),
    );
  });
});

test('long texts take work in proportion to their length', () => {
  const matcher = createMatcher([fact('听涛里', '临江支路17号')]);
  const workOn = (times: number) => {
    const work = { steps: 0 };
    expect(matcher.find('申请人与被申请人系夫妻，住临江路16号，'.repeat(times), work)).toEqual([]);
    return work.steps;
  };
  expect(workOn(20_000) / workOn(2_000)).toBeLessThan(11);
});

/** Tried in all the ways in which they can be divided, these would take longer than anybody lives. */
describe('what can be read in many ways is read in one', () => {
  const address = { road: '临江支路', number: '17号' };
  const home = { pointer: '/x', label: '住址', kind: 'address' as const, spellings: [], address };

  test('blanks between two rows of a form', () => {
    const text = `住临江支路；${' '.repeat(100_000)}的17号`;
    expect(findFacts(text, [home]).map(({ fact }) => fact)).toEqual([]);
  });

  test('a name of words that are made of each other', () => {
    const community = `${'回迁房'.repeat(60)}里`;
    const facts = [{ ...home, address: { ...address, community } }];
    expect(findFacts('住临江支路17号', facts)).toHaveLength(1);
  });
});

test('finds the same after a text of more characters than are remembered', () => {
  const all = Array.from({ length: 60_000 }, (_, index) => String.fromCodePoint(0x10000 + index)).join('');
  expect(findFacts(all, [fact('幸福路88号')])).toEqual([]);
  expect(hits('住幸福路８８号', '幸福路88号')).toEqual(['幸福路８８号']);
});
