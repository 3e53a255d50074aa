import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { isWellFormedNumber, readNumber } from '../../src/registry';
import { makeNumber } from '../../src/registry/number';

const noon = new Date('2026-11-21T04:00:00Z');
const number = fc.uint8Array({ minLength: 7, maxLength: 7 }).map((bytes) => makeNumber(noon, () => Buffer.from(bytes)));

describe('document number', () => {
  test('has the day in Beijing, ten random characters and two check characters', () => {
    expect(makeNumber(noon, randomBytes)).toMatch(/^AS20261121(-[0-9A-HJKMNP-TV-Z]{5}){2}-[0-9A-HJKMNP-TV-Z]{2}$/);
  });

  test('changes its day at midnight in Beijing, not in London', () => {
    expect(makeNumber(new Date('2026-11-21T15:59:59Z'), randomBytes)).toMatch(/^AS20261121-/);
    expect(makeNumber(new Date('2026-11-21T16:00:00Z'), randomBytes)).toMatch(/^AS20261122-/);
  });

  test('uses all 50 bits: two sources that differ in one bit give two numbers', () => {
    const base = makeNumber(noon, () => Buffer.alloc(7));
    const numbers = Array.from({ length: 50 }, (_, bit) =>
      makeNumber(noon, () => {
        const bytes = Buffer.alloc(7);
        bytes[6 - Math.floor(bit / 8)] = 1 << (bit % 8);
        return bytes;
      }),
    );
    expect(new Set([base, ...numbers]).size).toBe(51);
  });

  test('is well formed as made', () => {
    fc.assert(fc.property(number, (made) => isWellFormedNumber(made)));
  });

  test('is read from what a person types off the paper', () => {
    fc.assert(
      fc.property(number, (made) => {
        const typed = [
          made.toLowerCase(),
          ` ${made.replaceAll('-', ' ')} `,
          made.replaceAll('-', ''),
          made.replaceAll('-', '－'),
          `AS${made.slice(2, 10)}${made.slice(10).replaceAll('0', 'o').replaceAll('1', 'l')}`,
        ];
        expect(typed.map(readNumber)).toEqual(typed.map(() => made));
      }),
    );
    expect(readNumber('../../etc/passwd')).toBe('../../etc/passwd');
  });

  test('shows any single mistyped character', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let round = 0; round < 20; round += 1) {
      const made = makeNumber(noon, randomBytes);
      for (let index = 0; index < made.length; index += 1) {
        const wrong = [...alphabet, '-', ' '].filter((char) => char !== made[index]);
        const accepted = wrong.filter((char) =>
          isWellFormedNumber(made.slice(0, index) + char + made.slice(index + 1)),
        );
        expect(accepted).toEqual([]);
      }
    }
  });

  test('shows any two characters that changed places', () => {
    fc.assert(
      fc.property(number, fc.nat(16), fc.nat(16), (made, one, other) => {
        // Places in front of the check characters: the day and the random part, hyphens left out.
        const places = [...made.slice(2, 21).matchAll(/[^-]/g)].map(({ index }) => index + 2);
        const chars = [...made];
        const [left = 0, right = 0] = [places[one], places[other]];
        [chars[left], chars[right]] = [chars[right] ?? '', chars[left] ?? ''];
        const swapped = chars.join('');
        return swapped === made || !isWellFormedNumber(swapped);
      }),
    );
  });

  test('accepts no other text, no trailing line break and no small letters', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => !isWellFormedNumber(text)));
    expect(isWellFormedNumber(`${makeNumber(noon, randomBytes)}\n`)).toBe(false);
    expect(isWellFormedNumber(makeNumber(noon, randomBytes).toLowerCase())).toBe(false);
  });
});
