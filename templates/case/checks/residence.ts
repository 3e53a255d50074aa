import { type Finding, readPointer } from '../../../src/authoring';
import { OPINION } from '../privacy/citations';
import { absolutePointer, hiddenHomes, isHiddenHome, isSamePlace, kindOfKnown } from '../privacy/known';
import type { Case } from '../schema';
import { type Check, error, notice, when } from './finding';

type Victim = Case['victims'][number];

/** Where the victim is, and what the case says the respondent knows of it. */
export const checkResidence: Check = ({ case: root }) => [
  ...root.victims.flatMap((victim, index) => {
    const pointer = `/victims/${index}`;
    return [
      ...(victim.residence.status === 'cohabiting'
        ? checkCohabiting(victim, pointer)
        : checkHidden(victim, pointer, root)),
      ...checkMixed(victim, pointer, root),
      ...emptyAddresses(victim, pointer),
      ...checkKnown(root, index),
    ];
  }),
  ...root.respondents.flatMap((respondent, index) => emptyAddresses(respondent, `/respondents/${index}`)),
];

/** What is handed to a victim who still lives with the respondent, he reads too: also what it says of one who has left. */
function checkMixed({ residence: { status } }: Victim, pointer: string, { victims }: Case): Finding[] {
  const detail =
    '这名受害人仍与加害人同住，其他受害人已搬离：交给其的文书可能被加害人看到，请不要带回共同住所，或者改交内容与加害人文书相同的一份（audience 为 respondent）';
  return when(
    status === 'cohabiting' && victims.some(({ residence }) => residence.status !== 'cohabiting'),
    notice({ pointer: `${pointer}/residence/status`, code: 'RESIDENCE_MIXED', detail, citation: OPINION }),
  );
}

function checkCohabiting({ residence: { shared, current } }: Victim, pointer: string): Finding[] {
  if (shared === undefined) {
    const detail = '仍与加害人共同居住的，请填写共同住所';
    return [error({ pointer: `${pointer}/residence/shared`, code: 'SHARED_HOME_REQUIRED', detail })];
  }
  const detail = '仍共同居住的，现住所就是共同住所：两处不一致时请删除现住所，或者把同住情况改为 moved-out（已搬离）';
  return when(
    current !== undefined && !isSamePlace(current, shared),
    error({ pointer: `${pointer}/residence/current`, code: 'RESIDENCE_CONTRADICTORY', detail }),
  );
}

const DETAIL_REGISTERED =
  '与加害人户籍所在地相同：文书写明加害人户籍地，叙述中的同一地址因此不隐去，请在叙述中删去受害人住在该处的内容';

/** A new home that is entered as a known one would be printed: the mistake must not pass. */
function checkHidden(victim: Victim, pointer: string, root: Case): Finding[] {
  const { status, current, intended } = victim.residence;
  const homes = { current, intended };
  const sharedHomes = root.victims.map(({ residence }) => residence.shared);
  const detailShared =
    '与“共同住所”（本人或者其他受害人的）相同：已搬离的请核对现住所，受害人之间共同居住的新住所不填入“共同住所”；仍与加害人同住的请把同住情况改为 cohabiting';
  const detailRespondent = '与加害人住址相同：已搬离的请核对两处地址；仍同住的请把同住情况改为 cohabiting';
  const sameAs = (home: object, place: unknown) => isSamePlace(place, home as Record<string, unknown>);
  return [
    ...when(
      status === 'unknown',
      notice({
        pointer: `${pointer}/residence/status`,
        code: 'RESIDENCE_UNKNOWN',
        detail: '居住情况不明，按已搬离处理：不载明受害人的行踪、联系方式和现住所',
        citation: OPINION,
      }),
    ),
    ...Object.entries(homes).flatMap(([name, home]) => {
      if (home === undefined) return [];
      const at = `${pointer}/residence/${name}`;
      const isShared = sharedHomes.some((place) => sameAs(home, place));
      return [
        ...when(
          isShared,
          error({ pointer: at, code: 'RESIDENCE_SAME_AS_SHARED', detail: detailShared, citation: OPINION }),
        ),
        ...when(
          !isShared && root.respondents.some(({ residence }) => sameAs(home, residence)),
          error({ pointer: at, code: 'RESIDENCE_SAME_AS_RESPONDENT', detail: detailRespondent, citation: OPINION }),
        ),
        ...when(
          root.respondents.some(({ householdRegistration }) => sameAs(home, householdRegistration)),
          notice({ pointer: at, code: 'RESIDENCE_IS_REGISTERED_HOME', detail: DETAIL_REGISTERED, citation: OPINION }),
        ),
      ];
    }),
    ...checkServiceAddress(victim, pointer),
  ];
}

function checkServiceAddress(victim: Victim, pointer: string): Finding[] {
  const address = victim.serviceAddress?.address;
  const detail = '送达地址就是受害人的现住所，建议改用人民法院诉讼服务中心、妇女联合会、代理人等替代地址';
  return when(
    hiddenHomes(victim).some((home) => isSamePlace(address, home)),
    notice({
      pointer: `${pointer}/serviceAddress/address`,
      code: 'SERVICE_ADDRESS_IS_HOME',
      detail,
      citation: OPINION,
    }),
  );
}

/** An address without a single part says nothing and would be printed as a blank. */
function emptyAddresses(person: Victim | Case['respondents'][number], pointer: string): Finding[] {
  const places = [
    'residence',
    'residence/shared',
    'residence/current',
    'residence/intended',
    'householdRegistration',
    'serviceAddress/address',
  ];
  return places.flatMap((place) => {
    const value = readPointer(person, `/${place}`);
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    const detail = '地址是空的，请至少填写一项，或者整体删除';
    return when(isEmpty, error({ pointer: `${pointer}/${place}`, code: 'ADDRESS_EMPTY', detail }));
  });
}

function checkKnown(root: Case, victim: number): Finding[] {
  const entries = root.victims[victim]?.knownToRespondent ?? [];
  const pointers = entries.map(({ pointer }) => absolutePointer(pointer, victim));
  return pointers.flatMap((known, index) => {
    const pointer = `/victims/${victim}/knownToRespondent/${index}/pointer`;
    if (kindOfKnown(known) === 'never') {
      const detail = '现住所、拟迁往的住所、庇护场所和送达地址不因加害人知悉而载明，请删除这一项';
      return [error({ pointer, code: 'KNOWN_NOT_ALLOWED', detail, citation: OPINION })];
    }
    if (readPointer(root, known) === undefined) {
      const detail = '案件中没有这个位置，请填写已有信息的 JSON Pointer，如 /victims/0/workplace 或者 /workplace';
      return [error({ pointer, code: 'KNOWN_POINTER', detail })];
    }
    if (isHiddenHome(root, known)) {
      const detail = '所指信息就是受害人的现住所（拟迁往的住所），不得载明，请删除这一项';
      return [error({ pointer, code: 'KNOWN_IS_HOME', detail, citation: OPINION })];
    }
    return [
      ...when(
        kindOfKnown(known) === 'location' && root.respondents.length > 1,
        notice({
          pointer: `/victims/${victim}/knownToRespondent/${index}/reason`,
          code: 'KNOWN_TO_EACH',
          detail: '有多名加害人，这一信息将印入交给每一名加害人的文书：请核实每一名均已知悉，否则删除这一项',
          citation: OPINION,
        }),
      ),
      ...when(
        pointers.indexOf(known) < index,
        notice({ pointer, code: 'KNOWN_REPEATED', detail: '同一信息重复列明，请保留一项并写全理由' }),
      ),
      ...when(
        kindOfKnown(known) === 'without-effect',
        notice({
          pointer,
          code: 'KNOWN_WITHOUT_EFFECT',
          detail: '这一项不影响文书内容：只有户籍所在地、工作单位、就读学校可以因加害人知悉而载明，联系方式一律不载明',
        }),
      ),
    ];
  });
}
