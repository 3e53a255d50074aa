import type { LawShape } from '../authoring';
import { AppError, type Notice } from '../errors';
import type { Disclosure } from '../privacy';
import type { Entry } from '../registry';
import type { Order } from '../workers';
import type { Deps } from './deps';
import { prepareCopy } from './prepare-copy';
import { type RenderedCopy, renderCopy } from './render-copy';
import { type CopyRequest, fingerprint } from './request';

export type IssuedCopy = {
  entry: Entry;
  file: RenderedCopy;
  notices: Notice[];
  disclosures: Disclosure[];
  /** Whether this answers an earlier request once more. */
  replayed: boolean;
};

type IssueOptions = {
  /** The same key and request give the same document, also after a restart. */
  idempotencyKey?: string | undefined;
  /** Among whom the request waits, and whether its client is still there. */
  order: Order;
};

/**
 * The whole story of a document: wait for a turn, check, project, number, write, prove, seal. Nothing is begun before the
 * turn; a failure after the number was taken, a client that left among them, leaves a voided number and nothing else.
 * @throws AppError
 */
export function issueInstrument<C, P extends LawShape, L extends LawShape>(
  deps: Deps<C, P, L>,
  request: CopyRequest,
  { idempotencyKey, order }: IssueOptions,
): Promise<IssuedCopy> {
  return deps.workers.takeTurn(order, async () => {
    const copy = prepareCopy(deps, request);
    const { notices, projection, instrument, audience } = copy;
    const { disclosures } = projection;
    const { format } = request;
    const idempotency =
      idempotencyKey === undefined ? undefined : { key: idempotencyKey, fingerprint: fingerprint(request) };
    const earlier = idempotency && deps.registry.replay(idempotency);
    if (earlier !== undefined) {
      refuseVoided(earlier);
      const { number, reservedAt: issuedAt } = earlier;
      const file = await renderCopy(deps, copy, { number, issuedAt, format, order });
      refuseChanged(earlier, file);
      return { entry: earlier, file, notices, disclosures, replayed: true };
    }
    const { templateHash } = deps;
    const reservation = { instrument: instrument.id, audience, format, templateHash };
    const reserved = deps.registry.reserve(idempotency === undefined ? reservation : { ...reservation, idempotency });
    const { number, reservedAt: issuedAt } = reserved;
    try {
      const file = await renderCopy(deps, copy, { number, issuedAt, format, order });
      const { issuer, datedOn, variant } = file.built;
      const entry = deps.registry.seal(number, { sha256: file.sha256, issuer, datedOn, variant });
      return { entry, file, notices, disclosures, replayed: false };
    } catch (error) {
      deps.registry.giveUp(number, `出具失败：${error instanceof AppError ? error.code : 'INTERNAL'}`);
      throw error;
    }
  });
}

function refuseVoided({ status }: Entry): void {
  if (status !== 'voided') return;
  throw new AppError('DOCUMENT_VOIDED', 'replayed document was voided', { detail: '该幂等键对应的文书已经作废' });
}

function refuseChanged(earlier: Entry, file: RenderedCopy): void {
  if (earlier.sha256 !== file.sha256) {
    const detail =
      '原文书出具后，模板或者程序已经更新，不能重现相同的文件；请凭文书编号查询，或者换用新的幂等键重新出具';
    throw new AppError('IDEMPOTENCY_STALE', 'replay gives other bytes', { detail });
  }
}
