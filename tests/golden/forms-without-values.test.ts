import type { CaseView } from '../../templates/case/schema';
import { SERVICE_METHODS } from '../../templates/case/service';
import { assistanceNotice } from '../../templates/instruments/assistance-notice/instrument';
import { followUpVisit } from '../../templates/instruments/follow-up-visit/instrument';
import { serviceReceipt } from '../../templates/instruments/service-receipt/instrument';
import type { CaseInstrument } from '../../templates/law';
import { buildCopy, readSamples } from '../support/build-copy';

const METHODS = Object.keys(SERVICE_METHODS) as (keyof typeof SERVICE_METHODS)[];

/** Views in which everything was withheld, or everything but what decides the shape of the form. */
const forms: [string, CaseInstrument, CaseView[]][] = [
  [
    'assistance notice',
    assistanceNotice,
    [{}, { victims: [{}], respondents: [{}], relatives: [{}], assistance: [{ recipient: { kind: 'police' } }] }],
  ],
  [
    'service receipt',
    serviceReceipt,
    [
      {},
      { service: [{ method: 'left-witness', refusal: { witnesses: [{}] }, documents: [{}], advanceNotice: {} }] },
      ...METHODS.map((method): CaseView => ({ service: [{ method, recipient: { kind: 'victim' } }] })),
    ],
  ],
  [
    'follow-up visit',
    followUpVisit,
    [
      {},
      { visits: [{ subject: 'victim', visitors: [{}], compliance: [{}], recurrence: {}, expirySummary: {} }] },
      { visits: [{ subject: 'respondent' }], order: { measures: [{ id: 'no-violence' }] } },
    ],
  ],
];

describe.each(forms)('%s', (_name, instrument, views) => {
  test.each(views)('is still a form when its values are withheld: %j', (view) => {
    const [[, first] = []] = readSamples(instrument.id);
    if (first === undefined) throw new Error('no sample');
    const sample = { ...first, item: `/${instrument.item?.section}/0` };
    const { text } = buildCopy({ instrument, sample, audience: first.audience ?? '', view });
    expect(text).toContain('（依法不载明）');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|，，|、、|：，|，。|《》|自起|至止/);
  });
});
