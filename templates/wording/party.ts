import { arabicDate, type View } from '../../src/authoring';
import { SEXES } from '../case/person';
import type { Case } from '../case/schema';
import { addressText } from './address';
import { WITHHELD } from './withheld';

type VictimView = View<Case['victims'][number]>;
type RespondentView = View<Case['respondents'][number]>;
type IdView = RespondentView['idDocument'];

/** What the partial `party` prints of one person; a part that may not be stated is left out. */
export type Party = {
  role: string;
  name: string;
  sex?: string | undefined;
  birthDate?: string | undefined;
  nationality?: string | undefined;
  ethnicity?: string | undefined;
  idLabel?: string | undefined;
  idNumber?: string | undefined;
  household?: string | undefined;
  workplace?: string | undefined;
  address?: string | undefined;
  whereabouts?: string | undefined;
};

/** Computed names of the partials `party` and `party-police`, for the `names` of an instrument. */
export const PARTY_NAMES = {
  role: '诉讼地位，如申请人、被申请人、被告诫人',
  nationality: '国籍，如“美国国籍”；没有填写时没有',
  idLabel: '证件号码的名称，如公民身份号码、护照号码',
  idNumber: '证件号码；不得载明时没有',
  household: '户籍所在地',
  address: '住所；不得载明时没有',
  whereabouts: '没有住所可写时的下落，如“现羁押于某看守所”“下落不明”',
} as const;

const ID_LABELS: Record<NonNullable<NonNullable<IdView>['type']>, string> = {
  'resident-id': '公民身份号码',
  passport: '护照号码',
  'hk-macao-residence': '港澳居民居住证号码',
  'taiwan-residence': '台湾居民居住证号码',
  'hk-macao-travel': '港澳居民来往内地通行证号码',
  'taiwan-travel': '台湾居民来往大陆通行证号码',
  'permanent-residence': '外国人永久居留身份证号码',
  officer: '军官证号码',
  'household-book': '公民身份号码',
  none: '证件号码',
};

type Identity = Pick<RespondentView, 'name' | 'sex' | 'birthDate' | 'nationality' | 'ethnicity' | 'idDocument'>;

/** Codes of GB/T 3304 that name no ethnic group: a line of a party does not state them. */
const NO_GROUP: readonly (string | undefined)[] = ['其他', '外国血统'];

/** 美国国籍; 无国籍 and 某国公民 stay as they are. */
function nationalityText(nationality: string | undefined): string | undefined {
  return nationality === undefined || /(?:国籍|公民)$/.test(nationality) ? nationality : `${nationality}国籍`;
}

function identity({ name, sex, birthDate, nationality, ethnicity, idDocument }: Identity): Omit<Party, 'role'> {
  return {
    name: name ?? WITHHELD,
    sex: sex === undefined ? undefined : SEXES[sex],
    birthDate: birthDate === undefined ? undefined : arabicDate(birthDate),
    nationality: nationalityText(nationality),
    ethnicity: NO_GROUP.includes(ethnicity) ? undefined : ethnicity,
    idLabel: idDocument?.type === undefined ? '证件号码' : ID_LABELS[idDocument.type],
    idNumber: idDocument?.number,
  };
}

/**
 * The victim as a party. Where she now lives is never part of it: the shared home is named as her residence only as
 * long as she lives there (法发〔2022〕10号第四条).
 */
export function victimParty(role: string, victim: VictimView): Party {
  const { residence } = victim;
  const home = residence?.status === 'cohabiting' ? addressText(residence.shared) : undefined;
  return { role, ...identity(victim), address: home };
}

/** What stands in place of an address: it follows no 住. */
const WHEREABOUTS =
  /^现?(?:被?(?:羁押|关押)|在?(?:服刑|押)|被(?:行政|刑事|司法)?拘留|下落不明|去向不明|无固定住所|居无定所|住(?:所|址)?(?:不明|不详)|不明|不详)/;

function whereOf(text: string | undefined): Pick<Party, 'address' | 'whereabouts'> {
  return text !== undefined && WHEREABOUTS.test(text) ? { whereabouts: text } : { address: text };
}

/** The respondent as a party. */
export function respondentParty(role: string, respondent: RespondentView): Party {
  return {
    role,
    ...identity(respondent),
    household: addressText(respondent.householdRegistration),
    workplace: respondent.workplace,
    ...whereOf(addressText(respondent.residence)),
  };
}

/** The party without a number of which this copy may show the end only: a row of asterisks is no identity. */
export function withoutMaskedNumber<P extends Party>(party: P): P {
  return party.idNumber?.includes('*') ? { ...party, idNumber: undefined } : party;
}
