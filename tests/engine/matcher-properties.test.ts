import fc from 'fast-check';
import { createMatcher, findFacts, type ProtectedFact, redact } from '../../src/match';
import { HOME, VILLAGE } from '../matcher-corpus/hand-written-places';
import { addressFact, fact } from '../matcher-corpus/labelled';
import { makePlace, SHAPES, write } from '../matcher-corpus/places';
import { seeded } from '../matcher-corpus/random';
import { NORMALISED, PARTIAL } from '../matcher-corpus/spellings';

const REDACTION = '（依法不载明）';
const FACTS: ProtectedFact[] = [
  addressFact(HOME),
  { ...addressFact(VILLAGE), pointer: '/village' },
  fact('phone', '13800000016'),
  fact('id', '51010119900101123X'),
  fact('name', '陈喆兰'),
  fact('text', 'chen@example.com'),
];
const matcher = createMatcher(FACTS);
const clean = (text: string) => redact(text, matcher.find(text), REDACTION);

/** Texts that are made of what addresses are made of, so that every rule is met. */
const PIECES =
  '幸福路 听涛里 火星村 南溪区 江川省 临江 88号 八十八 2幢 301室 301 3组 36号 1单元 某 ** × 路 号 - ， 。 （ ） \n 的 与 住 在 A座 B1 负一层 # xingfulu XFL 13800000016 138 陈喆兰 陈 chen@example.com at 附 第 6栋 86 90号 至 辛福路 听淘里 3O1室 13800000O16 Ⅹ'.split(
    ' ',
  );
/** Latin words stand apart: where two are glued together, it is open which of them is meant. */
const addressLike = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((parts) => parts.map((part) => (/[a-z]/i.test(part) ? ` ${part} ` : part)).join(''));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  // Lone surrogates are no characters, but texts hold them.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)),
  addressLike,
);

describe('in any text at all', () => {
  it('spans lie within the text, are not empty, and come in order with a confidence', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const { start, end, confidence } of matcher.find(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThanOrEqual(0.5);
          expect(confidence).toBeLessThanOrEqual(1);
          last = start;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('what was redacted once stays as it is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('a span is the same whether the facts were prepared before or not', () => {
    fc.assert(
      fc.property(addressLike, (text) => {
        expect(findFacts(text, [...FACTS])).toEqual(matcher.find(text));
      }),
      { numRuns: 100 },
    );
  });
});

/** A generated address in a generated spelling; undefined where the spelling does not fit its shape. */
const spelt = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    shape: fc.constantFrom(...SHAPES),
    name: fc.constantFrom(...Object.keys({ ...NORMALISED, ...PARTIAL })),
  })
  .map(({ seed, shape, name }) => {
    const random = seeded(seed);
    const place = makePlace(random, shape);
    return { place, spelling: { ...NORMALISED, ...PARTIAL }[name]?.(place, random) };
  });

describe('a narrative with an address in any spelling', () => {
  it('holds nothing that can be found after redaction, and its length does not show', () => {
    fc.assert(
      fc.property(spelt, ({ place, spelling }) => {
        fc.pre(spelling !== undefined);
        const facts = [addressFact(place.parts)];
        const text = `申请人现住${spelling}，请保密。`;
        const once = redact(text, findFacts(text, facts), REDACTION);
        expect(findFacts(once, facts)).toEqual([]);
        expect(once).toBe(`申请人现住${REDACTION}，请保密。`);
      }),
      { numRuns: 1500 },
    );
  });

  it('is left alone where the address may stand', () => {
    fc.assert(
      fc.property(spelt, ({ place, spelling }) => {
        fc.pre(spelling !== undefined);
        const text = `双方共同住所为${spelling}。`;
        expect(findFacts(text, [addressFact(place.parts)], [place.parts])).toEqual([]);
        expect(findFacts(text, [addressFact({ line: write(place.pieces) })], [place.parts])).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the work grows in proportion to the text', () => {
  const steps = (text: string) => {
    const work = { steps: 0 };
    matcher.find(text, work);
    return work.steps;
  };

  test.each([
    ['prose', '申请人与被申请人系夫妻，二〇二六年三月发生争吵。'],
    ['addresses', '住幸福路88号听涛里2幢1单元301室，'],
    ['parts that never become one', '幸福路，听涛，2幢，88，'],
    ['numbers', '88-2-301 13800000016 '],
    ['hidden names', '某某路××号**幢'],
    ['Latin letters', 'xingfulu XFL chen@example.com '],
    ['names of a like sound', '辛福路88号听淘里2幢'],
    ['ranges', '86-90号，1至3幢'],
    ['letters among digits', '3O1室 138OOOOOO16'],
    ['one digit', '8'],
    ['one hiding character', '某'],
    ['one letter', 'x'],
    ['one mark', '（'],
  ])('for %s', (_, piece) => {
    const [small, large] = [steps(piece.repeat(500)), steps(piece.repeat(4000))];
    expect(large).toBeGreaterThan(small);
    expect(large / small).toBeLessThan(9);
  });
});
