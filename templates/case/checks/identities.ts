import { ageOn, calendarDate, type Finding } from '../../../src/authoring';
import { REPORTERS } from '../privacy/citations';
import type { Case } from '../schema';
import { type Check, error, notice, when } from './finding';
import { plainName } from './plain-name';

type Person = { name: string; birthDate?: string | undefined; idDocument?: { number?: string | undefined } };

/** Ages below which capacity is none or limited; from the last on a minor may live on his own work. */
const NO_CAPACITY_BELOW = 8;
const LIMITED_BELOW = 16;
/** Nobody younger is met as a respondent: the year was mistyped. */
const RESPONDENT_FROM = 14;

/** That everybody in a case is one person, on one side, and of an age that fits the rest. */
export const checkIdentities: Check = ({ case: root, now }) => {
  const { victims, respondents, relatives = [], order, warning, application } = root;
  const day = calendarDate(order?.decidedAt ?? warning?.decidedAt ?? application?.receivedAt ?? now);
  return [
    ...repeated(victims, '/victims'),
    ...repeated(respondents, '/respondents'),
    ...respondents.flatMap((respondent, index) => checkSides(respondent, victims, `/respondents/${index}/name`)),
    ...relatives.flatMap((relative, index) => checkRelative({ relative, root, pointer: `/relatives/${index}/name` })),
    ...victims.flatMap((victim, index) => checkCapacity(victim, { day, pointer: `/victims/${index}/capacity` })),
    ...respondents.flatMap(({ birthDate }, index) =>
      when(
        birthDate !== undefined && ageOn(birthDate, day) < RESPONDENT_FROM,
        notice({
          pointer: `/respondents/${index}/birthDate`,
          code: 'RESPONDENT_AGE',
          detail: `按出生日期，加害人在作出决定时不满 ${RESPONDENT_FROM} 周岁，请核对出生日期`,
        }),
      ),
    ),
    ...checkOfficials(root),
    ...checkInformants(root),
  ];
};

/** Whom the respondent's copy names as somebody else cannot be left out where it tells who bore witness. */
function checkInformants({ informants = [], relatives = [], representative }: Case): Finding[] {
  const named = [
    ...relatives.map(({ name }, index) => ({ name, pointer: `/relatives/${index}/name` })),
    ...(representative === undefined ? [] : [{ name: representative.name, pointer: '/representative/name' }]),
  ];
  const detail =
    '此人又是报案人、知情人或者证人：其姓名印在交给加害人的文书上，叙述中也隐不去，请在叙述、证据说明中不写其姓名和报案、作证的经过';
  return named.flatMap(({ name, pointer }) =>
    when(
      informants.some((informant) => plainName(informant.name) === plainName(name)),
      notice({ pointer, code: 'INFORMANT_NAMED', detail, citation: REPORTERS }),
    ),
  );
}

/** Two persons of one name are the same when nothing that tells persons apart tells these apart. */
function isSame(one: Person, other: Person): boolean {
  const [number, otherNumber] = [one.idDocument?.number, other.idDocument?.number];
  if (number !== undefined && otherNumber !== undefined) return number === otherNumber;
  const [birth, otherBirth] = [one.birthDate, other.birthDate];
  const isAlike = birth === undefined || otherBirth === undefined || birth === otherBirth;
  return isAlike && plainName(one.name) === plainName(other.name);
}

function repeated(persons: readonly Person[], list: string): Finding[] {
  const detail = '与同一方的另一名当事人是同一人，请只保留一项，或者核对姓名、出生日期和证件号码';
  return persons.flatMap((person, index) =>
    when(
      persons.slice(0, index).some((other) => isSame(person, other)),
      error({ pointer: `${list}/${index}/name`, code: 'PERSON_REPEATED', detail }),
    ),
  );
}

function checkSides(respondent: Person, victims: readonly Person[], pointer: string): Finding[] {
  const namesakes = victims.filter(({ name }) => plainName(name) === plainName(respondent.name));
  if (namesakes.some((victim) => isSame(victim, respondent))) {
    const detail = '同一人不能既是受害人又是加害人，请核对双方信息；确系同名的，请填写出生日期或者证件号码加以区别';
    return [error({ pointer, code: 'PERSON_ON_BOTH_SIDES', detail })];
  }
  const detail = '加害人与受害人同名，文书上只能凭诉讼地位区分，请核对是否录错';
  return when(namesakes.length > 0, notice({ pointer, code: 'SAME_NAME', detail }));
}

type Relative = { relative: Person; root: Case; pointer: string };

/** Whoever the order binds is not protected by it, and an applicant need not be named twice. */
function checkRelative({ relative, root, pointer }: Relative): Finding[] {
  const isAmong = (persons: readonly Person[]) => persons.some((person) => isSame(person, relative));
  return [
    ...when(
      isAmong(root.respondents),
      error({
        pointer,
        code: 'RELATIVE_IS_RESPONDENT',
        detail: '被申请人不能列为受保护的近亲属，请删除这一项，或者核对姓名和出生日期',
      }),
    ),
    ...when(
      isAmong(root.victims),
      notice({ pointer, code: 'RELATIVE_IS_VICTIM', detail: '该近亲属已经列为申请人，无须重复，请核对' }),
    ),
  ];
}

type Aged = { day: string; pointer: string };

function checkCapacity({ birthDate, capacity }: Case['victims'][number], { day, pointer }: Aged): Finding[] {
  const age = ageOn(birthDate, day);
  const isYoung = age < NO_CAPACITY_BELOW;
  const fits = isYoung ? capacity === 'none' : age >= LIMITED_BELOW || capacity !== 'full';
  const expected = isYoung ? '无民事行为能力人' : '限制民事行为能力人';
  const detail = `按出生日期为 ${age} 周岁，一般系${expected}，请核对民事行为能力和出生日期`;
  return when(!fits, notice({ pointer, code: 'CAPACITY_AGE', detail }));
}

/** Who decides or records is no party; a namesake may be. */
function checkOfficials({ victims, respondents, order, warning }: Case): Finding[] {
  const parties = [...victims, ...respondents].map(({ name }) => plainName(name));
  const judges = (order?.judges ?? []).map(({ name }, index) => ({ name, pointer: `/order/judges/${index}/name` }));
  const officers = (warning?.officers ?? []).map(({ name }, index) => ({
    name,
    pointer: `/warning/officers/${index}/name`,
  }));
  const others = Object.entries({ judgeAssistant: order?.judgeAssistant, clerk: order?.clerk }).flatMap(
    ([key, name]) => (name === undefined ? [] : [{ name, pointer: `/order/${key}` }]),
  );
  const detailParty = '办案人员与当事人同名，请核对是否录错；系当事人本人的应当回避';
  const detailTwice = '同一人署名两次，请核对';
  return [judges, officers, others].flatMap((list) =>
    list.flatMap(({ name, pointer }, index) => [
      ...when(parties.includes(plainName(name)), notice({ pointer, code: 'OFFICIAL_IS_PARTY', detail: detailParty })),
      ...when(
        list.findIndex((other) => plainName(other.name) === plainName(name)) < index,
        notice({ pointer, code: 'OFFICIAL_REPEATED', detail: detailTwice }),
      ),
    ]),
  );
}
