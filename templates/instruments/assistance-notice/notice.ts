import { arabicDate, type Block, type Clause, chineseDate, numberedItems, paragraphs } from '../../../src/authoring';
import type { CaseView } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { citeAll, citeProvisions } from '../../wording/citation';
import { orderMeasures } from '../../wording/measures';
import { nameList } from '../../wording/names';
import { respondentParty } from '../../wording/party';
import { chinesePunctuation } from '../../wording/sentence';
import { orderValidity } from '../../wording/validity';
import { WITHHELD } from '../../wording/withheld';

export type AssistanceView = NonNullable<CaseView['assistance']>[number];

export type NoticeInput = { view: CaseView; entry: AssistanceView; law: CaseLaw; clause: Clause };

/** The notice itself: what was ordered, what the addressee is asked to do, and how. */
export function noticeBlocks(input: NoticeInput): Block[] {
  const { view, entry, law, clause } = input;
  const { court, order } = view;
  return [
    { kind: 'issuer', text: court?.name ?? WITHHELD },
    { kind: 'title', text: '协助执行通知书' },
    { kind: 'number', text: order?.caseNumber ?? WITHHELD, align: 'right' },
    { kind: 'addressee', text: `${entry.recipient?.name ?? WITHHELD}：` },
    ...paragraphs([
      ...clause('request', requestData(input)),
      ...numberedItems(itemTexts(input)),
      ...measureTexts(input),
      ...clause('respondents', { parties: (view.respondents ?? []).map((each) => respondentParty('被申请人', each)) }),
      ...clause('protected', {
        applicantNames: nameList(view.victims),
        relativeNames: nameList(view.relatives),
      }),
      ...clause('confidentiality', {
        citation: citeIds(law, ['dv-law-5', 'civil-code-1039']),
        policyCitation: citeIds(law, ['order-opinion-4']),
      }),
      ...clause('report', { ...contactOf(input), byPolice: entry.recipient?.kind === 'police' }),
      ...clause('return', { returnBy: returnBy(entry) }),
      ...clause('consequences', { consequences: law.lists.assistanceConsequences }),
      ...clause('attachments', { caseNumber: order?.caseNumber ?? WITHHELD }),
    ]),
    {
      kind: 'signature',
      issuer: court?.name ?? WITHHELD,
      date: chineseDate(order?.decidedAt ?? law.on),
      sealed: true,
    },
  ];
}

/** Where the court can be reached; a form must say so, hence a field that may not be stated says that. */
export function contactOf({ view: { court } }: Pick<NoticeInput, 'view'>) {
  return {
    name: court?.name ?? WITHHELD,
    unit: court?.unit,
    contactPerson: court?.contactPerson ?? WITHHELD,
    contactPhone: court?.contactPhone ?? WITHHELD,
    address: court?.address ?? WITHHELD,
  };
}

export function returnBy(entry: AssistanceView): string | undefined {
  return entry.returnBy === undefined ? undefined : arabicDate(entry.returnBy);
}

/** What the law asks of such a unit, then what this case asks of it in particular. */
export function itemTexts({ entry, law }: Pick<NoticeInput, 'entry' | 'law'>): string[] {
  const general = itemsOf(law, entry.recipient?.kind).map(({ text }) => text);
  const own = (entry.items ?? []).filter((text) => typeof text === 'string');
  return [...general, ...own.map(chinesePunctuation)];
}

function itemsOf(law: CaseLaw, kind: string | undefined) {
  return law.lists.assistanceItems.filter((item) => item.kind === kind);
}

function requestData({ view, entry, law }: NoticeInput) {
  const { order } = view;
  const validity = orderValidity(order);
  const assistance = law.basis('dv-law-32');
  const bases = [
    ...(assistance === undefined ? [] : [{ bases: [assistance] }]),
    ...itemsOf(law, entry.recipient?.kind),
  ];
  return {
    applicantNames: nameList(view.victims),
    respondentNames: nameList(view.respondents),
    decidedOn: arabicDate(order?.decidedAt ?? law.on),
    caseNumber: order?.caseNumber ?? WITHHELD,
    months: validity?.months,
    lastDay: validity === undefined ? undefined : arabicDate(validity.lastDay),
    citation: citeProvisions(bases),
  };
}

function measureTexts({ view, law, clause }: NoticeInput): string[] {
  const measures = orderMeasures({ measures: view.order?.measures, law, view });
  return measures.length === 0 ? [] : [...clause('measures-intro', {}), ...quoted(clause('measures', { measures }))];
}

/** A quotation of several paragraphs: opened at each, closed at the last (GB/T 15834-2011 4.8). */
function quoted(texts: readonly string[]): string[] {
  return texts.map((text, index) => `“${text}${index === texts.length - 1 ? '”' : ''}`);
}

function citeIds(law: CaseLaw, ids: readonly string[]): string {
  return citeAll(ids.map((id) => ({ bases: law.bases.filter((basis) => basis.id === id) })));
}
