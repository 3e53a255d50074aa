import { nearestName } from '../../src/schema';

const NAMES = { name: '受害人姓名', birthDate: '出生日期', ethnicity: '民族', idDocument: '身份证件', sex: '性别' };

describe('the name that was probably meant', () => {
  it.each([
    ['brithDate', 'birthDate'],
    ['birthDat', 'birthDate'],
    ['birth_date', 'birthDate'],
    ['BIRTHDATE', 'birthDate'],
    ['etnicity', 'ethnicity'],
    ['idDocumnet', 'idDocument'],
    ['nmae', 'name'],
    ['姓名', 'name'],
    ['出生日期', 'birthDate'],
  ])('for %s is %s', (wrong, meant) => {
    expect(nearestName(wrong, NAMES)).toBe(meant);
  });

  it.each(['address', 'six or seven', '住址', '', 'n', '__proto__', 'constructor', 'a'.repeat(5_000)])(
    'is not guessed for %p',
    (wrong) => {
      expect(nearestName(wrong, NAMES)).toBeUndefined();
    },
  );

  it('is not chosen among equals', () => {
    expect(nearestName('paths', { patha: '甲', pathb: '乙' })).toBeUndefined();
    expect(nearestName('姓名', { one: '甲方姓名', two: '乙方姓名' })).toBeUndefined();
  });
});
