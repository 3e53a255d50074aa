import fc from 'fast-check';
import { checkCharacter, findIdProblems } from '../../templates/case/checks/id-number';

const person = { birthDate: '1949-12-31', sex: 'female' as const };
const codes = (type: string, number: string, other: Partial<{ birthDate: string; sex: 'male' | 'female' }> = {}) =>
  findIdProblems({ type, number, ...person, ...other }).map(({ code }) => code);

test.each([
  ['resident-id', '11010519491231002X', []],
  ['resident-id', '110105194912310021', ['ID_CHECKSUM']],
  ['resident-id', '11010519491231002', ['ID_FORMAT']],
  ['resident-id', '110105491231002', ['ID_FORMAT']],
  ['resident-id', '110105194912310X2X', ['ID_FORMAT']],
  ['hk-macao-residence', '11010519491231002X', ['ID_DIVISION']],
  ['passport', 'E12345678', []],
  ['passport', '护照', ['ID_FORMAT']],
  ['hk-macao-travel', 'H12345678', []],
  ['hk-macao-travel', 'X12345678', ['ID_FORMAT']],
  ['taiwan-travel', '12345678', []],
  ['permanent-residence', 'CHN310066010602', []],
  ['permanent-residence', '123456789012345678', ['ID_FORMAT']],
  ['officer', '军字第1234567号', []],
  ['household-book', '110105001', []],
])('%s %s: %j', (type, number, expected) => {
  expect(codes(type, number)).toEqual(expected);
});

test.each([
  ['hk-macao-residence', '810000'],
  ['hk-macao-residence', '820000'],
  ['taiwan-residence', '830000'],
])('%s has the structure of the resident card and the division code %s', (type, division) => {
  const digits = `${division}19491231002`;
  expect(codes(type, digits + checkCharacter(digits))).toEqual([]);
  expect(codes('taiwan-residence', `810000${digits.slice(6)}${checkCharacter(`810000${digits.slice(6)}`)}`)).toContain(
    'ID_DIVISION',
  );
});

test('the new permanent residence card begins with 9 and has the same check character', () => {
  const digits = '91101059491231002';
  expect(codes('permanent-residence', digits + checkCharacter(digits))).toEqual([]);
  expect(codes('permanent-residence', `${digits}${checkCharacter(digits) === '1' ? '2' : '1'}`)).toEqual([
    'ID_CHECKSUM',
  ]);
});

test('checksum, birth date and sex are checked all together', () => {
  expect(codes('resident-id', '110105194912310021', { birthDate: '1950-01-01', sex: 'male' })).toEqual([
    'ID_CHECKSUM',
    'ID_BIRTH_DATE',
    'ID_SEX',
  ]);
});

test('finds every single wrong digit', () => {
  const digits = fc
    .integer({ min: 0, max: 16 })
    .chain((place) => fc.tuple(fc.stringMatching(/^\d{17}$/), fc.constant(place), fc.integer({ min: 1, max: 9 })));
  fc.assert(
    fc.property(digits, ([number, place, shift]) => {
      const wrong = (Number(number[place]) + shift) % 10;
      const changed = `${number.slice(0, place)}${wrong}${number.slice(place + 1)}`;
      expect(checkCharacter(changed)).not.toBe(checkCharacter(number));
    }),
  );
});

test('finds every exchange of two neighbouring digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{17}$/), fc.integer({ min: 0, max: 15 }), (number, place) => {
      const [one, two] = [number[place] ?? '', number[place + 1] ?? ''];
      fc.pre(one !== two);
      const changed = `${number.slice(0, place)}${two}${one}${number.slice(place + 2)}`;
      expect(checkCharacter(changed)).not.toBe(checkCharacter(number));
    }),
  );
});
