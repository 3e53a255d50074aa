import type { LawShape } from '../authoring';
import type { Notice } from '../errors';
import type { Disclosure } from '../privacy';
import type { Order } from '../workers';
import type { Deps } from './deps';
import { prepareCopy } from './prepare-copy';
import { type RenderedCopy, renderCopy } from './render-copy';
import type { CopyRequest } from './request';

/** Stands where the number of an issued copy would stand. Never well-formed, so that it cannot be verified. */
const PREVIEW_NUMBER = 'PREVIEW';
const WATERMARK = '预览 不得送达';

/** The copy as it would be issued, with a watermark. Registers nothing. @throws AppError */
export function previewInstrument<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: CopyRequest,
  order: Order,
): Promise<{ file: RenderedCopy; notices: Notice[] }> {
  return deps.workers.takeTurn(order, async () => {
    const copy = prepareCopy(deps, request);
    const file = await renderCopy(deps, copy, {
      ...{ number: PREVIEW_NUMBER, issuedAt: deps.clock(), format: request.format, watermark: WATERMARK },
      order,
    });
    return { file, notices: copy.notices };
  });
}

export type DisclosureReport = {
  instrument: string;
  audience: string;
  audienceLabel: string;
  item: string | undefined;
  disclosures: Disclosure[];
  notices: Notice[];
};

/** What the copy shows, masks and withholds, with rule and citation for every fact. Never a value. @throws AppError */
export function reportDisclosure<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: CopyRequest,
): DisclosureReport {
  const { instrument, audience, item, projection, notices } = prepareCopy(deps, request);
  return {
    instrument: instrument.id,
    audience,
    audienceLabel: deps.templates.policy.audiences[audience] ?? audience,
    item: item?.pointer,
    disclosures: projection.disclosures,
    notices,
  };
}
