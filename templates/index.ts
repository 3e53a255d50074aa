import { caseSchema, checkCase } from './case';
import { assistanceNotice } from './instruments/assistance-notice/instrument';
import { followUpVisit } from './instruments/follow-up-visit/instrument';
import { protectionOrder } from './instruments/protection-order/instrument';
import { serviceReceipt } from './instruments/service-receipt/instrument';
import { warningLetter } from './instruments/warning-letter/instrument';
import { type CaseTemplates, lawLists, lawParameters } from './law';
import { policy } from './policy';

/** THE LAW, as the machine sees it. A new instrument is one folder and one line here. */
export const templates: CaseTemplates = {
  instruments: [warningLetter, protectionOrder, assistanceNotice, serviceReceipt, followUpVisit],
  policy,
  law: { parameters: lawParameters, lists: lawLists },
  showcase: {
    label: '人身安全保护令裁定书',
    request: 'protection-order/chongqing.respondent.json',
    file: 'ruling.pdf',
  },
  rootJurisdiction: 'national',
  caseSchema,
  jurisdictionOf: ({ jurisdiction }) => jurisdiction,
  checkCase,
};
