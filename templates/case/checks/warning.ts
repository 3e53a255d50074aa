import { calendarDate, daysBetween, type Finding, hoursBetween } from '../../../src/authoring';
import type { CaseLaw } from '../../law';
import type { Case } from '../schema';
import { type Check, citing, citingList, error, notice, when } from './finding';
import { missingRecipients } from './recipients';

type Warning = NonNullable<Case['warning']>;
type Receipt = Pick<Warning, 'readAloudAt' | 'signature' | 'refusal'>;

/** A warning letter: grounds, times, how it was handed over, and who is told. A late letter must still be issued. */
export const checkWarning: Check = (input) => {
  const { case: root, law } = input;
  const { warning } = root;
  if (warning === undefined) return [];
  return [
    ...checkGrounds(input),
    ...checkTimes(input),
    ...receiptsOf(warning).flatMap((at) => checkReceipt({ ...at, decidedAt: warning.decidedAt })),
    ...when(
      warning.officers.length < 2,
      notice({
        pointer: '/warning/officers',
        code: 'WARNING_ONE_OFFICER',
        detail: '只填写了一名民警，告诫书的第二个民警签名栏将留空，请在送交前补签',
      }),
    ),
    ...when(
      warning.onSpot === true,
      notice({
        pointer: '/warning/onSpot',
        code: 'WARNING_ON_SPOT',
        detail: '当场决定的，应当使用执法记录仪等设备录音录像备查',
        ...citing(law, 'warning-opinion-8'),
      }),
    ),
    ...missingRecipients({
      rules: law.lists.warningRecipients,
      present: (warning.recipients ?? []).map(({ kind }) => kind),
      pointer: '/warning/recipients',
      code: 'WARNING_RECIPIENT_MISSING',
    }),
    ...checkEvidence(input),
  ];
};

const checkGrounds: Check = ({ case: { warning }, law }) => {
  const rules = law.lists.warningGrounds;
  const known = rules.map(({ id, text }) => `${id}（${text}）`).join('、');
  const grounds = warning?.grounds ?? [];
  return [
    ...grounds.flatMap((ground, index) =>
      when(
        rules.length > 0 && !rules.some(({ id }) => id === ground),
        error({
          pointer: `/warning/grounds/${index}`,
          code: 'WARNING_GROUND_UNKNOWN',
          detail: `本地没有这种应当出具告诫书的情形，可选：${known}`,
          ...citingList(rules),
        }),
      ),
    ),
    ...when(
      grounds.includes('repeated'),
      notice({
        pointer: '/warning/grounds',
        code: 'WARNING_INSTEAD_OF_PENALTY',
        detail:
          '多次实施家庭暴力，构成违反治安管理行为或者涉嫌犯罪的，不得以告诫代替行政处罚或者刑事处罚，请核对处理意见',
        ...citing(law, 'warning-opinion-20'),
      }),
    ),
  ];
};

const checkTimes: Check = ({ case: { warning }, law }) => {
  if (warning === undefined) return [];
  const { acceptedAt, decidedAt } = warning;
  const hours = hoursBetween(acceptedAt, decidedAt);
  const missed = missedLimit(law, { acceptedAt, decidedAt });
  return [
    ...when(
      hours < 0,
      error({
        pointer: '/warning/decidedAt',
        code: 'WARNING_BEFORE_REPORT',
        detail: '作出告诫决定时间早于受理报案时间，请改正',
      }),
    ),
    ...when(
      missed !== undefined,
      notice({
        pointer: '/warning/decidedAt',
        code: 'WARNING_DECISION_LATE',
        detail: `作出告诫决定已超过受理报案后${missed?.span ?? ''}，仍应出具告诫书，请在案卷中说明原因`,
        ...(missed === undefined ? {} : { citation: missed.citation }),
      }),
    ),
  ];
};

/** Hours run from the report; of days, that of the report does not count (民法典第二百零一条). */
function missedLimit({ parameters }: CaseLaw, { acceptedAt, decidedAt }: Pick<Warning, 'acceptedAt' | 'decidedAt'>) {
  const { warningDecisionHours: hours, warningDecisionDays: days } = parameters;
  if (hours !== undefined && hoursBetween(acceptedAt, decidedAt) > hours.value) {
    return { ...hours, span: ` ${hours.value} 小时` };
  }
  if (days === undefined || daysBetween(calendarDate(acceptedAt), calendarDate(decidedAt)) <= days.value) return;
  return { ...days, span: ` ${days.value} 日` };
}

/** One receipt per letter: with several respondents each letter has its own. */
function receiptsOf(warning: Warning): { receipt: Receipt; pointer: string }[] {
  const letters = warning.letters ?? [];
  if (letters.length === 0) return [{ receipt: warning, pointer: '/warning' }];
  return letters.map((receipt, index) => ({ receipt, pointer: `/warning/letters/${index}` }));
}

const HANDING_OVER = '公通字〔2024〕34号第十条';

/** Read aloud, then signed or refused: one of the two, or the fields stay blank for the pen. */
function checkReceipt({ receipt, pointer, decidedAt }: { receipt: Receipt; pointer: string; decidedAt: string }) {
  const { readAloudAt, signature, refusal } = receipt;
  const early = (moment: string | undefined) => moment !== undefined && hoursBetween(decidedAt, moment) < 0;
  const detailEarly = '早于作出告诫决定的时间，请改正';
  const findings: Finding[] = [
    ...when(
      early(readAloudAt),
      error({ pointer: `${pointer}/readAloudAt`, code: 'READ_BEFORE_DECISION', detail: `宣读时间${detailEarly}` }),
    ),
    ...when(
      early(signature?.signedAt),
      error({
        pointer: `${pointer}/signature/signedAt`,
        code: 'SIGNED_BEFORE_DECISION',
        detail: `签名时间${detailEarly}`,
      }),
    ),
    ...when(
      signature !== undefined && readAloudAt !== undefined && hoursBetween(readAloudAt, signature.signedAt) < 0,
      error({
        pointer: `${pointer}/signature/signedAt`,
        code: 'SIGNED_BEFORE_READING',
        detail: '签名时间早于宣读时间；应当先当面宣读，再由被告诫人签名、捺印，请改正',
        citation: HANDING_OVER,
      }),
    ),
    ...when(
      signature !== undefined && refusal !== undefined,
      error({
        pointer: `${pointer}/refusal`,
        code: 'WARNING_SIGNED_AND_REFUSED',
        detail: '同一告诫书不能既已签名又被拒绝签收，请删除其中一项',
        citation: HANDING_OVER,
      }),
    ),
    ...when(
      signature === undefined && refusal === undefined,
      notice({
        pointer: `${pointer}/signature`,
        code: 'WARNING_NOT_HANDED_OVER',
        detail: '尚未填写签名或者拒绝签收的情况，告诫书的签收栏留空，请在宣读送交时当场填写',
        citation: HANDING_OVER,
      }),
    ),
  ];
  return findings;
}

/** Who denies is warned only on the victim's or a witness's word and one more piece of evidence. */
const checkEvidence: Check = ({ case: { warning, evidence, police }, law }) => {
  if (warning?.admitted !== false || police === undefined) return [];
  const types = new Set(evidence?.map(({ type }) => type));
  const hasWord = types.has('statement') || types.has('testimony');
  const detail = '加害人否认的，需要受害人陈述或者证人证言以及另外一种辅证，请核对证据种类';
  return when(
    !hasWord || types.size < 2,
    notice({ pointer: '/evidence', code: 'WARNING_EVIDENCE', detail, ...citing(law, 'warning-opinion-3') }),
  );
};

/** The day from which visits are counted: handing over, or else the decision. */
export function deliveredOn(warning: Warning): string {
  const moments = receiptsOf(warning).map(
    ({ receipt: { signature, readAloudAt } }) => signature?.signedAt ?? readAloudAt ?? warning.decidedAt,
  );
  return calendarDate(moments.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? warning.decidedAt);
}
