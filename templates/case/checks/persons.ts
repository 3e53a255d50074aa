import { ageOn, calendarDate, type Finding } from '../../../src/authoring';
import type { Case } from '../schema';
import { type Check, citing, error, notice, when } from './finding';
import { findIdProblems } from './id-number';

type Party = Case['victims'][number] | Case['respondents'][number];

/** Identity papers, birth dates, minors; and that nobody stands on both sides. */
export const checkPersons: Check = ({ case: root, law, now }) => {
  const today = calendarDate(now);
  const sides = [
    ...root.victims.map((party, index) => ({ party, pointer: `/victims/${index}` })),
    ...root.respondents.map((party, index) => ({ party, pointer: `/respondents/${index}` })),
  ];
  return [
    ...sides.flatMap(({ party, pointer }) => [
      ...checkId(party, pointer),
      ...checkBirth(party.birthDate, pointer, today),
      ...checkNationality(party, pointer),
    ]),
    ...root.victims.flatMap((victim, index) =>
      checkMinor({ person: victim, pointer: `/victims/${index}`, root, today }),
    ),
    ...(root.relatives ?? []).flatMap((relative, index) => [
      ...checkBirth(relative.birthDate, `/relatives/${index}`, today),
      ...checkMinor({ person: relative, pointer: `/relatives/${index}`, root, today }),
    ]),
    ...root.respondents.flatMap((respondent, index) => checkKnown(respondent, `/respondents/${index}`)),
    ...checkBothSides(root),
    ...checkProtection(root).map((finding) => ({ ...finding, ...citing(law, 'dv-law-23-2') })),
  ];
};

function checkId({ idDocument, birthDate, sex }: Party, pointer: string): Finding[] {
  const { type, number } = idDocument;
  const at = `${pointer}/idDocument/number`;
  if (type === 'none') {
    return [
      notice({
        pointer: at,
        code: 'ID_MISSING',
        detail: '证件信息待补，文书不载明证件号码；请在取得后补录，不影响出具',
      }),
      ...when(
        number !== undefined,
        error({
          pointer: at,
          code: 'ID_NUMBER_UNUSED',
          detail: '证件种类为待补的不填写号码，请删除号码或者改选证件种类',
        }),
      ),
    ];
  }
  if (number === undefined) {
    const detail = '缺少证件号码，请填写；一时无法取得的，证件种类请选 none（证件信息待补）';
    return [error({ pointer: at, code: 'ID_NUMBER_REQUIRED', detail })];
  }
  return findIdProblems({ type, number, birthDate, sex }).map((problem) => error({ pointer: at, ...problem }));
}

/** Whoever is not known in full can still be bound by an order, as long as he is told from others. */
function checkKnown({ birthDate, ethnicity }: Case['respondents'][number], pointer: string): Finding[] {
  const missing = Object.entries({ birthDate, ethnicity }).filter(([, value]) => value === undefined);
  const detail = '未填写，文书不载明这一项；请核对其他身份信息能否确定其人，并在查明后补录，不影响出具';
  return missing.map(([field]) => notice({ pointer: `${pointer}/${field}`, code: 'IDENTITY_INCOMPLETE', detail }));
}

/** Papers that foreigners and stateless persons have. */
const FOREIGN_PAPERS: readonly string[] = ['passport', 'permanent-residence'];

function checkNationality({ idDocument, nationality }: Party, pointer: string): Finding[] {
  const detail = '以护照、外国人永久居留身份证为证件的，请填写国籍；无国籍的写“无国籍”';
  return when(
    FOREIGN_PAPERS.includes(idDocument.type) && nationality === undefined,
    notice({ pointer: `${pointer}/nationality`, code: 'NATIONALITY_MISSING', detail }),
  );
}

function checkBirth(birthDate: string | undefined, pointer: string, today: string): Finding[] {
  const detail = '出生日期晚于今天，请改正';
  return when(
    birthDate !== undefined && birthDate > today,
    error({ pointer: `${pointer}/birthDate`, code: 'BIRTH_IN_FUTURE', detail }),
  );
}

type Minor = {
  person: { minor?: boolean | undefined; birthDate?: string | undefined };
  pointer: string;
  root: Case;
  today: string;
};

/** The flag decides what leaves the parties, so that it must agree with the age on the day of the paper. */
function checkMinor({ person, pointer, root, today }: Minor): Finding[] {
  const { minor, birthDate } = person;
  if (minor === undefined || birthDate === undefined) return [];
  const day = root.order?.decidedAt ?? root.warning?.decidedAt ?? root.application?.receivedAt;
  const isMinor = ageOn(birthDate, day === undefined ? today : calendarDate(day)) < 18;
  const detail = isMinor
    ? '按出生日期不满十八周岁，“是否未成年人”应为 true，请核对（未成年人的姓名等信息须隐去）'
    : '按出生日期已满十八周岁，“是否未成年人”应为 false，请核对';
  return when(isMinor !== minor, error({ pointer: `${pointer}/minor`, code: 'MINOR_FLAG', detail }));
}

function checkBothSides({ victims, respondents }: Case): Finding[] {
  const numbers = new Set(victims.flatMap(({ idDocument }) => idDocument.number ?? []));
  const detail = '同一证件号码不能既是受害人又是加害人，请核对双方信息';
  return respondents.flatMap(({ idDocument }, index) =>
    when(
      idDocument.number !== undefined && numbers.has(idDocument.number),
      error({ pointer: `/respondents/${index}/idDocument/number`, code: 'ID_ON_BOTH_SIDES', detail }),
    ),
  );
}

/** Someone must speak for an applicant who cannot. */
function checkProtection({ victims, application, representative }: Case): Finding[] {
  if (application === undefined) return [];
  const isSpokenFor = (pointer: string) =>
    representative !== undefined && (representative.party ?? pointer) === pointer;
  const detail = '该申请人无民事行为能力或者限制民事行为能力，案件未填写代为申请人，请核对“representative”';
  return victims.flatMap(({ capacity }, index) =>
    when(
      capacity !== 'full' && !isSpokenFor(`/victims/${index}`),
      notice({ pointer: `/victims/${index}/capacity`, code: 'REPRESENTATIVE_MISSING', detail }),
    ),
  );
}
