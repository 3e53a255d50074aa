/** Weights of GB 11643-1999; the check character is ISO 7064 MOD 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The eighteenth character that belongs to the first seventeen digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

type Document = { type: string; number: string; birthDate?: string | undefined; sex: 'male' | 'female' };

export type IdProblem = { code: string; detail: string };

const EIGHTEEN = /^\d{17}[\dX]$/;

/** Papers whose number is built like that of the resident identity card, with the division codes they must have. */
const RESIDENT: Readonly<Record<string, RegExp | undefined>> = {
  'resident-id': /^\d{6}/,
  'hk-macao-residence': /^8[12]0000/,
  'taiwan-residence': /^830000/,
};

/** Papers whose numbers have several forms: only what is surely wrong is refused. */
const LOOSE: Readonly<Record<string, RegExp | undefined>> = {
  passport: /^[A-Z0-9]{5,20}$/,
  'hk-macao-travel': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-travel': /^[A-Z0-9（）()]{8,20}$/,
};

/** What is wrong with the number of an identity paper, all of it; nothing when it is right. */
export function findIdProblems({ type, number, birthDate, sex }: Document): IdProblem[] {
  const divisions = RESIDENT[type];
  if (divisions !== undefined) return residentProblems({ number, birthDate, sex, divisions });
  if (type === 'permanent-residence') return permanentResidenceProblems(number);
  const form = LOOSE[type];
  if (form === undefined || form.test(number)) return [];
  return [{ code: 'ID_FORMAT', detail: '证件号码的形式与证件种类不符，请核对号码或者改选证件种类' }];
}

type Resident = Omit<Document, 'type'> & { divisions: RegExp };

function residentProblems({ number, birthDate, sex, divisions }: Resident): IdProblem[] {
  if (!EIGHTEEN.test(number)) {
    return [{ code: 'ID_FORMAT', detail: '公民身份号码应为 18 位（前 17 位数字，末位数字或者 X），请核对' }];
  }
  const problems: IdProblem[] = [];
  if (!divisions.test(number)) {
    problems.push({ code: 'ID_DIVISION', detail: '号码前六位与证件种类不符，请核对号码或者改选证件种类' });
  }
  if (checkCharacter(number) !== number[17]) {
    problems.push({ code: 'ID_CHECKSUM', detail: '公民身份号码的校验码不对（GB 11643），请逐位核对' });
  }
  if (birthDate !== undefined && number.slice(6, 14) !== birthDate.replaceAll('-', '')) {
    problems.push({ code: 'ID_BIRTH_DATE', detail: '号码第 7 至 14 位与出生日期不一致，请核对号码和出生日期' });
  }
  if ((Number(number[16]) % 2 === 1 ? 'male' : 'female') !== sex) {
    problems.push({ code: 'ID_SEX', detail: '号码第 17 位与性别不一致（奇数为男，偶数为女），请核对号码和性别' });
  }
  return problems;
}

/** The card since 2023-12 has 18 digits and begins with 9; older cards with 3 letters and 12 digits are still in use. */
function permanentResidenceProblems(number: string): IdProblem[] {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return [];
  if (!EIGHTEEN.test(number) || !number.startsWith('9')) {
    const detail = '外国人永久居留身份证号码应为以 9 开头的 18 位号码，或者旧证的 3 个字母加 12 位数字，请核对';
    return [{ code: 'ID_FORMAT', detail }];
  }
  if (checkCharacter(number) === number[17]) return [];
  return [{ code: 'ID_CHECKSUM', detail: '证件号码的校验码不对，请逐位核对' }];
}
