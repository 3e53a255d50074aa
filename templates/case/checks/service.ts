import { addDays, calendarDate, daysBetween, type Finding, hoursBetween } from '../../../src/authoring';
import { isKindOfPlace } from '../privacy/place-names';
import type { Case } from '../schema';
import { type Check, error, notice, when } from './finding';
import { findParty } from './party-pointers';
import { plainName } from './plain-name';
import { missingRecipients } from './recipients';

type Entry = NonNullable<Case['service']>[number];
type At = Parameters<Check>[0] & { entry: Entry; pointer: string };

const SUBSTITUTES = '法释〔2004〕13号《最高人民法院关于以法院专递方式邮寄送达民事诉讼文书的若干规定》第七条第二款';

/** Service: who may receive, when, and that nobody the law names is forgotten. */
export const checkService: Check = ({ case: root, law, item, now }) => {
  const { service, order } = root;
  if (service === undefined) return [];
  const entries = service.map((entry, index) => ({ case: root, law, item, now, entry, pointer: `/service/${index}` }));
  return [
    ...entries.flatMap((at) => [
      ...checkAddressee(at),
      ...checkReceiver(at),
      ...checkWitnesses(at),
      ...checkPosted(at),
      ...checkTimes(at),
      ...checkFuture(at),
      ...checkPublicNotice(at),
      ...checkEntrusted(at),
    ]),
    ...(order?.outcome === 'grant'
      ? missingRecipients({
          rules: law.lists.orderRecipients,
          present: service.map(({ recipient }) => recipient.kind),
          pointer: '/service',
          code: 'ORDER_RECIPIENT_MISSING',
        })
      : []),
  ];
};

/** One sheet, one addressee, named in full. */
function checkAddressee({ case: root, entry: { recipient }, pointer: entry }: At): Finding[] {
  const pointer = `${entry}/recipient/name`;
  const parties = { victim: root.victims, respondent: root.respondents };
  const party = recipient.party === undefined ? undefined : findParty(root, recipient.party);
  const side = recipient.kind === 'victim' || recipient.kind === 'respondent' ? parties[recipient.kind] : undefined;
  const expected = party === undefined ? side : side?.slice(party.index, party.index + 1);
  return [
    ...when(
      /[、，,；;]/.test(recipient.name),
      error({ pointer, code: 'SERVICE_COMBINED', detail: '一张送达回证只能有一名受送达人，请分别填写' }),
    ),
    ...when(
      side !== undefined && !expected?.some(({ name }) => plainName(name) === plainName(recipient.name)),
      error({ pointer, code: 'SERVICE_PARTY_NAME', detail: '受送达人姓名与该当事人的姓名不一致，请核对' }),
    ),
    ...when(
      side === undefined && isKindOfPlace(recipient.name),
      notice({ pointer, code: 'RECIPIENT_NAME_VAGUE', detail: '请写明受送达单位的全称' }),
    ),
  ];
}

/** The other party, or a child, never receives for an addressee. */
function checkReceiver({ case: root, entry, pointer }: At): Finding[] {
  const { recipient, substitute, receivedBy } = entry;
  const others = [
    ...(recipient.kind === 'victim' ? [] : root.victims),
    ...(recipient.kind === 'respondent' ? [] : root.respondents),
  ].map(({ name }) => plainName(name));
  const minors = [...root.victims, ...(root.relatives ?? [])].filter(({ minor }) => minor === true);
  const isOther = (name: string | undefined) => name !== undefined && others.includes(plainName(name));
  const detail = '另一方当事人不得代收，请改为向受送达人本人送达，或者由其他同住成年家属、指定代收人签收';
  return [
    ...when(
      isOther(substitute?.name),
      error({
        pointer: `${pointer}/substitute/name`,
        code: 'SUBSTITUTE_IS_OTHER_PARTY',
        detail,
        citation: SUBSTITUTES,
      }),
    ),
    ...when(
      isOther(receivedBy),
      error({ pointer: `${pointer}/receivedBy`, code: 'RECEIVER_IS_OTHER_PARTY', detail, citation: SUBSTITUTES }),
    ),
    ...when(
      substitute !== undefined && minors.some(({ name }) => plainName(name) === plainName(substitute.name)),
      error({
        pointer: `${pointer}/substitute/name`,
        code: 'SUBSTITUTE_IS_MINOR',
        detail: '同住家属代收的应当是成年家属，请改由他人代收',
        citation: '《中华人民共和国民事诉讼法》第八十八条第一款',
      }),
    ),
  ];
}

/** A witness stands outside the matter (民事诉讼法第八十九条: 有关基层组织或者所在单位的代表). */
function checkWitnesses({ case: root, entry, pointer }: At): Finding[] {
  const parties = [...root.victims, ...root.respondents].map(({ name }) => plainName(name));
  return (entry.refusal?.witnesses ?? []).flatMap(({ name }, index) =>
    when(
      parties.includes(plainName(name)),
      error({
        pointer: `${pointer}/refusal/witnesses/${index}/name`,
        code: 'WITNESS_IS_PARTY',
        detail: '当事人不能作为留置送达的见证人，请邀请有关基层组织或者所在单位的代表，或者改为拍照、录像方式',
        citation: '《中华人民共和国民事诉讼法》第八十九条',
      }),
    ),
  );
}

function checkPosted({ entry: { posted }, pointer }: At): Finding[] {
  return when(
    posted?.receivedOn !== undefined && posted.receivedOn < posted.sentOn,
    error({
      pointer: `${pointer}/posted/receivedOn`,
      code: 'POSTED_RECEIVED_EARLY',
      detail: '回执注明的收件日期早于交寄日期，请改正',
    }),
  );
}

/** Moments of an entry, each of which lies after the order. */
function checkTimes({ case: { order }, law, entry, pointer }: At): Finding[] {
  const isOfOrder = entry.documents.some(({ title }) => /裁定书|保护令/.test(title));
  if (order === undefined || !isOfOrder) return [];
  const moments = {
    at: entry.at,
    'advanceNotice/at': entry.advanceNotice?.at,
    'refusal/refusedAt': entry.refusal?.refusedAt,
  };
  const early = Object.entries(moments).filter(
    ([, moment]) => moment !== undefined && hoursBetween(order.decidedAt, moment) < 0,
  );
  const days = {
    'posted/sentOn': entry.posted?.sentOn,
    'entrusted/sentOn': entry.entrusted?.sentOn,
    'publicNotice/issuedOn': entry.publicNotice?.issuedOn,
  };
  const before = Object.entries(days).filter(([, day]) => day !== undefined && day < calendarDate(order.decidedAt));
  const limit = law.parameters.orderServiceHours;
  const late = limit !== undefined && entry.at !== undefined && hoursBetween(order.decidedAt, entry.at) > limit.value;
  return [
    ...[...early, ...before].map(([place]) =>
      error({
        pointer: `${pointer}/${place}`,
        code: 'SERVICE_BEFORE_ORDER',
        detail: '该时间早于作出裁定的时间，请改正',
      }),
    ),
    ...when(
      late,
      notice({
        pointer: `${pointer}/at`,
        code: 'SERVICE_LATE',
        detail: `送达已超过作出裁定后 ${limit?.value ?? 0} 小时，请在卷宗中说明原因`,
        ...(limit === undefined ? {} : { citation: limit.citation }),
      }),
    ),
    ...when(
      entry.method === 'electronic' && entry.at === undefined,
      notice({
        pointer: `${pointer}/at`,
        code: 'SERVICE_TIME_MISSING',
        detail: '电子送达以送达信息到达受送达人特定系统的日期为送达日期，请填写送达时间',
        citation: '《中华人民共和国民事诉讼法》第九十条第二款',
      }),
    ),
    ...when(
      entry.advanceNotice !== undefined && entry.at === undefined && entry.method !== 'public-notice',
      notice({
        pointer: `${pointer}/advanceNotice`,
        code: 'ADVANCE_NOTICE_ONLY',
        detail: '先行告知（通知）不代替送达，仍应依法送达并填写送达时间',
        citation: '《中华人民共和国民事诉讼法》第八十七条',
      }),
    ),
  ];
}

/** A receipt records what was done. */
function checkFuture({ entry: { at }, pointer, now }: At): Finding[] {
  const detail = '送达时间晚于现在，请核对；尚未送达的请留空，由送达人当场填写';
  return when(
    at !== undefined && calendarDate(at) > calendarDate(now),
    notice({ pointer: `${pointer}/at`, code: 'SERVICE_IN_FUTURE', detail }),
  );
}

function checkPublicNotice({ entry: { method, publicNotice, at }, law, pointer }: At): Finding[] {
  const days = law.parameters.publicNoticeDays;
  if (method !== 'public-notice' || publicNotice === undefined || days === undefined) return [];
  const deemed = addDays(publicNotice.issuedOn, days.value);
  return when(
    at !== undefined && calendarDate(at) < deemed,
    error({
      pointer: `${pointer}/at`,
      code: 'PUBLIC_NOTICE_RUNNING',
      detail: `公告送达自发出公告之日起经过 ${days.value} 日才视为送达，送达时间不得早于期满之日，请改正或者删除送达时间`,
      citation: days.citation,
    }),
  );
}

function checkEntrusted({ entry: { entrusted, at }, law, pointer }: At): Finding[] {
  const days = law.parameters.entrustedServiceDays;
  if (entrusted === undefined || at === undefined || days === undefined) return [];
  return when(
    daysBetween(entrusted.sentOn, calendarDate(at)) > days.value,
    notice({
      pointer: `${pointer}/at`,
      code: 'ENTRUSTED_SERVICE_LATE',
      detail: `受委托人民法院应当自收到委托函之日起 ${days.value} 日内代为送达，请核对是否超期`,
      citation: days.citation,
    }),
  );
}
