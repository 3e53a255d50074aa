import fc from 'fast-check';
import { unfold } from '../../src/leak-check/text/unfold';
import { createMatcher, type ProtectedFact } from '../../src/match';
import { createPatternSearch } from '../../src/match/text/pattern-search';
import { HOME, TOWER, VILLAGE } from '../matcher-corpus/hand-written-places';
import { addressFact, fact } from '../matcher-corpus/labelled';

const FACTS: ProtectedFact[] = [
  addressFact(HOME),
  { ...addressFact(VILLAGE), pointer: '/village' },
  { ...addressFact(TOWER), pointer: '/tower' },
  fact('phone', '13800000016'),
  fact('name', '陈喆兰'),
];

describe('patterns', () => {
  const row = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 });

  it('are found exactly where a comparison at every place finds them', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 3 })), (patterns, text) => {
        const found: string[] = [];
        createPatternSearch(patterns.map((codes, payload) => ({ codes, payload }))).search(
          Uint16Array.from(text),
          text.length,
          (payload, from, to) => found.push([payload, from, to].join()),
        );
        const expected = patterns.flatMap((codes, payload) =>
          text.flatMap((_, from) => {
            const to = from + codes.length;
            return text.slice(from, to).join() === codes.join() ? [[payload, from, to].join()] : [];
          }),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('of a single code are never found, because they would be everywhere', () => {
    const found: number[] = [];
    createPatternSearch([{ codes: [7], payload: 0 }]).search(Uint16Array.of(7, 7), 2, (_, from) => found.push(from));
    expect(found).toEqual([]);
  });
});

describe('a search that was prepared once', () => {
  const PIECES = [
    ...['xingfulu 88', 'XFL88', 'Tingtaoli', 'huoxingcun', 'yinhe apartment A2101', '88 Xingfu Road', 'xingfu路88号'],
    ...[
      'binjiang dadao 9',
      'AS20261121-00007',
      'no. 5',
      'chen@example.com',
      '13800000016',
      '听涛里2幢',
      '火星村',
      '，',
    ],
  ];
  const texts = fc.array(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join(' ')),
    { minLength: 1, maxLength: 6 },
  );

  it('finds names in Latin letters whatever letters the texts before had', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const prepared = createMatcher(FACTS);
        for (const text of all) expect(prepared.find(text)).toEqual(createMatcher(FACTS).find(text));
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same in texts that are searched together as in each of them', () => {
    const BARRIER = '\nꙮ\n';
    const matcher = createMatcher(FACTS);
    fc.assert(
      fc.property(texts, (all) => {
        let start = 0;
        const apart = all.flatMap((text) => {
          const shift = start;
          start += text.length + BARRIER.length;
          return matcher.find(text).map((hit) => ({ ...hit, start: hit.start + shift, end: hit.end + shift }));
        });
        expect(matcher.find(all.join(BARRIER))).toEqual(apart);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list of tags, as an XML file leaves it', () => {
  const views = (...words: string[]) => unfold(words.join('ꙮ'));

  it('is one text where its words are plain already', () => {
    const words = ['<w:p>', '<w:jc w:val="center"/>', 'AnshuTitle', 'officeDocument/2006/relationships'];
    expect(views(...words)).toEqual([words.join('ꙮ')]);
  });

  it.each([
    ['markup inside a value', 'x="<b>幸福</b>路88号"'],
    ['a comment', '<!-- 幸福路88号 -->'],
    ['character data', '<![CDATA[幸福路88号]]>'],
  ])('is taken apart where a word holds %s', (_, word) => {
    const read = views('<w:p>', word).map((view) => createMatcher([addressFact(HOME)]).find(view));
    expect(read.some((hits) => hits.length > 0)).toBe(true);
  });

  it('gives what a coded word says, in any encoding', () => {
    const secret = '幸福路八十八号听涛里';
    const swapped = Buffer.from(secret, 'utf16le').swap16();
    for (const word of [
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret, 'utf16le').toString('base64'),
      swapped.toString('hex'),
    ]) {
      expect(views('<w:p>', word).flatMap((view) => view.split('\n'))).toContain(secret);
    }
  });
});
