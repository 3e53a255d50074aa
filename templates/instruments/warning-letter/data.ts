import { arabicDate, arabicMoment, type BuildInput, chineseNumber } from '../../../src/authoring';
import { MANNERS } from '../../case/facts';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { citeAll, wholeArticle, withGround } from '../../wording/citation';
import { nameList } from '../../wording/names';
import { PARTY_NAMES, type Party, respondentParty, victimParty, withoutMaskedNumber } from '../../wording/party';
import { isCoResident, relationConditions, relationOf } from '../../wording/relationship';
import { asPhrase, asSentence } from '../../wording/sentence';
import { WITHHELD } from '../../wording/withheld';
import { incidentsOf, letterEvidence, letterOf } from './schema';

type Input = BuildInput<Case, CaseLaw>;
type LetterRule = CaseLaw['lists']['warningBases'][number];

/** Computed names of the clauses. */
export const LETTER_NAMES = {
  ...PARTY_NAMES,
  parties: '被告诫人和各受害人，依次列明',
  relation: '受害人与被告诫人的关系，如“系夫妻关系”',
  otherSide: '“被告诫人”加姓名',
  warned: '被告诫人姓名；不得载明时为空',
  protectedNames: '受害人姓名；不得载明时为空',
  facts: '各次家庭暴力事实：when 时间、where 地点、how 方式、story 经过、result 后果',
  when: '发生时间',
  where: '发生地点',
  how: '实施方式，如“殴打、恐吓的方式”',
  story: '事实经过，完整的句子',
  result: '损害后果，句末没有标点',
  evidenceTypes: '认定证据的种类',
  kin: '受害人是被告诫人的什么人，如“女儿”；写明双方关系时没有',
  outsideFamily: '双方是否家庭成员以外共同生活的人',
  formerSpouses: '双方是否曾有配偶关系，且本地规定参照家庭暴力处理',
  groundTexts: '应当出具告诫书的情形',
  citation: '适用的法律规定',
  consequences: '再次实施家庭暴力的法律后果，完整的句子',
  officerNames: '办案民警姓名',
  readAt: '宣读时间；没有时留空由民警填写',
  readPlace: '宣读地点',
  isRecorded: '是否已经记录宣读时间',
  attendants: '到场人员，如“某社区居民委员会儿童主任”',
  signedAt: '签名捺印的时间',
  withFingerprint: '是否捺印',
  refusalReason: '拒绝签收的情况，完整的句子',
  recording: '宣读和送交过程录音录像编号',
  deliveryRule: '拒绝签收视为送交的依据',
  isVoucher: '告诫书是否已经可以作为申请庇护、法律援助的凭证',
  isIndependent: '是否已有规定申请保护令不以提起离婚等民事诉讼为条件',
  copies: '告诫书份数，如“三”',
} as const;

export type LetterData = ReturnType<typeof letterData>;

/** Everything the clauses of one letter print. Parts that this copy may not state are undefined and left out. */
export function letterData(input: Input) {
  const { view, law, item, audience } = input;
  const { warning } = view;
  const index = item?.index ?? 0;
  const letter = letterOf(warning, index);
  const respondent = view.respondents?.[index] ?? {};
  const warned = nameList([respondent]);
  const isForRespondent = audience === 'respondent';
  const applies = { always: true, ...relationConditions(view, index) };
  return {
    letterNumber: letter?.number ?? WITHHELD,
    parties: [withoutMaskedNumber(respondentParty('被告诫人', respondent)), ...victimParties(input, warned)],
    warned,
    protectedNames: nameList(view.victims),
    facts: incidentsOf(view.incidents, { decidedAt: warning?.decidedAt, respondent: index }).map(fact),
    evidenceTypes: letterEvidence(view.evidence),
    outsideFamily: isCoResident(view, index),
    formerSpouses: law.lists.warningBases.some(({ when }) => when === 'former-spouse' && applies[when]),
    groundTexts: groundTexts(input),
    citation: citation(input, applies),
    consequences: law.lists.warningConsequences.map(({ text }) => asSentence(forLetter(text))),
    officerNames: nameList(warning?.officers),
    isRecorded: letter?.readAloudAt !== undefined,
    readAt: letter?.readAloudAt === undefined ? undefined : arabicMoment(letter.readAloudAt),
    readPlace: letter?.readAloudPlace === undefined ? undefined : place(letter.readAloudPlace),
    attendants: attendants(warning?.witnesses, isForRespondent),
    signedAt: letter?.signature?.signedAt === undefined ? undefined : arabicMoment(letter.signature.signedAt),
    withFingerprint: letter?.signature?.fingerprint === true,
    isRefused: letter?.refusal !== undefined,
    refusalReason: letter?.refusal?.reason === undefined ? undefined : asSentence(letter.refusal.reason),
    recording: letter?.refusal?.recordingNumber,
    deliveryRule: citeAll([{ bases: law.bases.filter(({ id }) => id === 'warning-opinion-10') }]),
    isVoucher: law.basis('warning-opinion-14') !== undefined,
    isIndependent: law.basis('dv-interp-1') !== undefined,
    copies: law.parameters.warningCopies === undefined ? undefined : chineseNumber(law.parameters.warningCopies.value),
  };
}

/** The letter calls 被告诫人 whom the law calls 加害人. */
function forLetter(text: string): string {
  return text.replaceAll('加害人', '被告诫人');
}

type PolicePartyData = Party & { relation?: string; kin?: string; otherSide?: string };

/** The respondent's copy names the victim, her sex and their relation, and nothing else of her. */
function victimParties({ view, audience, item }: Input, warned: string): PolicePartyData[] {
  const respondent = item?.index ?? 0;
  return (view.victims ?? []).map((victim, index) => {
    const party = withoutMaskedNumber(victimParty('受害人', victim));
    const known = audience === 'respondent' ? { role: party.role, name: party.name, sex: party.sex } : party;
    return { ...known, ...relationOf(view, { victim: index, respondent }), otherSide: `被告诫人${warned}` };
  });
}

type IncidentView = ReturnType<typeof incidentsOf>[number];

function fact({ occurredAt, place: where, manner = [], narrative, consequence }: IncidentView) {
  const named = manner.filter((code) => code !== 'other').map((code) => MANNERS[code]);
  const way = named.length < manner.length ? '等方式' : '的方式';
  return {
    when:
      occurredAt === undefined
        ? undefined
        : occurredAt.length === 10
          ? arabicDate(occurredAt)
          : arabicMoment(occurredAt),
    where: where === undefined ? undefined : place(where),
    how: named.length === 0 ? undefined : `${named.join('、')}${way}`,
    story: narrative === undefined ? undefined : asSentence(narrative),
    result: consequence === undefined ? undefined : asPhrase(consequence),
  };
}

/** A place to follow 在; nothing when the whole of it may not be stated. */
function place(text: string): string | undefined {
  const bare = asPhrase(text).replace(/^在/, '');
  return bare === WITHHELD ? undefined : bare;
}

/**
 * The circumstances that call for a letter. What the victim asked for or would not forgive stands in the file only: put
 * before the respondent, it would turn him against her.
 */
function groundTexts({ view, law, audience }: Input): string | undefined {
  const texts = law.lists.warningGrounds
    .filter(
      ({ id, text }) => view.warning?.grounds?.includes(id) && (audience === 'police-file' || !HER_WISH.test(text)),
    )
    .map(({ text }) => asPhrase(forLetter(text)).replace(/的$/, ''));
  return texts.length === 0 ? undefined : texts.join('；');
}

/**
 * The provisions that the letter rests on, with the articles of law that name its circumstances. Only whole articles: an
 * item would tell the respondent what the victim asked for.
 */
function citation({ view, law }: Input, applies: Record<LetterRule['when'], boolean>): string {
  const rules = law.lists.warningBases.filter(({ when }) => applies[when]);
  const grounds = law.lists.warningGrounds.filter(({ id }) => view.warning?.grounds?.includes(id));
  const articles = grounds.flatMap(({ bases }) => bases.filter(({ kind }) => kind !== 'opinion').map(wholeArticle));
  return citeAll(withGround(rules, [{ bases: articles }]));
}

const HER_WISH = /受害人(?:要求|谅解)/;

type WitnessView = NonNullable<NonNullable<Input['view']['warning']>['witnesses']>[number];

/** Those present, by unit and office; their names stay out of the respondent's copy (公通字〔2024〕34号第二十三条). */
function attendants(witnesses: readonly WitnessView[] | undefined, isForRespondent: boolean): string | undefined {
  const texts = (witnesses ?? []).map(
    ({ name, unit = '', role = '' }) => `${unit}${role}${isForRespondent ? '' : (name ?? '')}`,
  );
  const present = texts.filter((text) => text !== '');
  return present.length === 0 ? undefined : present.join('、');
}
