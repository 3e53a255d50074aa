import type { View } from '../../src/authoring';
import type { Case } from '../case/schema';

type EvidenceView = View<NonNullable<Case['evidence']>>;
type EvidenceType = NonNullable<Case['evidence']>[number]['type'];

/** Evidence by kind only, in the order of 法释〔2022〕17号第六条第二款: never who gave it or where it came from. */
const TEXTS: readonly (readonly [EvidenceType, string])[] = [
  ['statement', '当事人的陈述'],
  ['warning-or-penalty', '公安机关出具的告诫、处罚文书'],
  ['police-record', '公安机关的出警、询问记录'],
  ['repentance-letter', '书面悔过、保证材料'],
  ['audio-visual', '视听资料'],
  ['communication', '通讯记录'],
  ['medical-record', '医疗机构的诊疗记录'],
  ['complaint-record', '有关单位收到求助的记录'],
  ['testimony', '证人证言'],
  ['injury-appraisal', '伤情鉴定意见'],
];

/** The kinds of evidence at hand, each once; undefined when there is none that has a name. */
export function evidenceText(evidence: EvidenceView | undefined): string | undefined {
  const present = new Set((evidence ?? []).map(({ type }) => type));
  const texts = TEXTS.filter(([type]) => present.has(type)).map(([, text]) => text);
  return texts.length === 0 ? undefined : texts.join('、');
}
