import type { Finding } from '../../../src/authoring';
import { RECIPIENT_LABELS } from '../court';
import { notice } from './finding';

type Rule = { kind: string; mandatory: boolean; citation: string };

type Options = { rules: readonly Rule[]; present: readonly string[]; pointer: string; code: string };

/** Addressees whom the law names and the case does not. */
export function missingRecipients({ rules, present, pointer, code }: Options): Finding[] {
  return rules
    .filter(({ kind, mandatory }) => mandatory && !present.includes(kind))
    .map(({ kind, citation }) =>
      notice({
        pointer,
        code,
        detail: `应当送达（通知）${RECIPIENT_LABELS[kind] ?? kind}，案件中没有这一项，请补充送达（通知）`,
        citation,
      }),
    );
}
