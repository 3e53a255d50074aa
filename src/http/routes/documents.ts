import { type RequestHandler, type Response, Router } from 'express';
import { AppError } from '../../errors';
import { MEDIA_TYPES } from '../../layout/format';
import {
  issueInstrument,
  previewInstrument,
  type RenderedCopy,
  readRequest,
  reportDisclosure,
  validateRequest,
} from '../../pipeline';
import type { Entry } from '../../registry';
import { readBody } from '../body';
import type { HttpDeps } from '../deps';
import { orderOf } from '../order';

const JSON_TYPE = 'application/json';
const IDEMPOTENCY_KEY = /^[\x21-\x7E]{1,128}$/;

/** Validating, previewing and issuing copies, and what the register knows of them. */
export function documentRoutes(deps: HttpDeps): Router {
  const { pipeline, metrics, limits } = deps;
  const router = Router();
  const json = readBody(limits, { multipart: false });
  const jsonOrForm = readBody(limits, { multipart: true });

  router.post('/validations', json, (request, response) => {
    const wanted = readRequest(request.body, { withFormat: false });
    try {
      response.json({ valid: true, errors: [], ...validateRequest(pipeline, wanted) });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'INVALID_CASE') throw error;
      response.json({ valid: false, errors: error.errors, notices: [] });
    }
  });

  router.post('/previews', json, async (request, response) => {
    const wanted = readRequest(request.body, { withFormat: true });
    const accepted = chooseType(request, MEDIA_TYPES[wanted.format]);
    if (accepted === JSON_TYPE) {
      response.json(reportDisclosure(pipeline, wanted));
      return;
    }
    const { file, notices } = await previewInstrument(pipeline, wanted, orderOf(request, response));
    response.set('Anshu-Notice-Count', String(notices.length));
    sendFile(response, { file, name: `${wanted.instrument}-preview.${wanted.format}` });
  });

  router.post('/documents', jsonOrForm, async (request, response) => {
    const wanted = readRequest(request.body, { withFormat: true });
    const accepted = chooseType(request, MEDIA_TYPES[wanted.format]);
    const { entry, file, notices, disclosures, replayed } = await issueInstrument(pipeline, wanted, {
      idempotencyKey: readIdempotencyKey(request.get('Idempotency-Key')),
      order: orderOf(request, response),
    });
    const { instrument, audience, format } = entry;
    if (!replayed) metrics.documents.inc({ instrument, audience, format });
    Object.assign(response.locals, { instrument, audience, format, number: entry.number });
    response
      .status(201)
      .location(`/v1/documents/${entry.number}`)
      .set({
        'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
        'Anshu-Document-Number': entry.number,
        'Anshu-Notice-Count': String(notices.length),
        ...(replayed ? { 'Idempotency-Replayed': 'true' } : {}),
      });
    if (accepted === JSON_TYPE) response.json({ ...toMetadata(entry, pipeline.publicBaseUrl), notices, disclosures });
    else sendFile(response, { file, name: `${instrument}-${entry.number}.${format}` });
  });

  router.get('/documents/:number', (request, response) => {
    response.json(toMetadata(findEntry(deps, request.params.number), pipeline.publicBaseUrl));
  });

  router.post('/documents/:number/void', json, (request, response) => {
    const { number } = findEntry(deps, String(request.params['number']));
    const entry = pipeline.registry.void(number, readReason(request.body));
    response.json(toMetadata(entry, pipeline.publicBaseUrl));
  });

  return router;
}

/** The type to answer with: the file, or JSON when the caller asks for it. @throws AppError NOT_ACCEPTABLE */
function chooseType(request: Parameters<RequestHandler>[0], fileType: string): string {
  const accepted = request.accepts([fileType, JSON_TYPE]);
  if (accepted === false) {
    const detail = `Accept 应为 ${fileType} 或者 ${JSON_TYPE}`;
    throw new AppError('NOT_ACCEPTABLE', 'no acceptable type', { detail });
  }
  return accepted;
}

function readIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return key;
  const errors = [{ pointer: '', code: 'IDEMPOTENCY_KEY', detail: 'Idempotency-Key 应为 1 至 128 个可见 ASCII 字符' }];
  throw new AppError('INVALID_REQUEST', 'bad idempotency key', { errors });
}

function readReason(body: unknown): string {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { reason } = fields;
  if (typeof reason === 'string' && reason.trim() !== '' && reason.length <= 500 && Object.keys(fields).length === 1) {
    return reason.trim();
  }
  const errors = [{ pointer: '/reason', code: 'REQUIRED', detail: '请用“reason”写明作废理由，最多 500 个字符' }];
  throw new AppError('INVALID_REQUEST', 'void without a reason', { errors });
}

function findEntry({ pipeline }: HttpDeps, number: string): Entry {
  const entry = pipeline.registry.find(number);
  if (entry === undefined) throw new AppError('DOCUMENT_UNKNOWN', 'unknown number', { detail: '请核对文书编号' });
  return entry;
}

/** What may be told of an entry; the reason of a void is written by people and stays inside. */
function toMetadata(entry: Entry, publicBaseUrl: string) {
  const { number, instrument, audience, format, status, issuer, datedOn, variant, sha256, templateHash } = entry;
  return {
    ...{ number, status, instrument, variant, audience, format, issuer, datedOn, sha256, templateHash },
    reservedAt: entry.reservedAt.toISOString(),
    sealedAt: entry.sealedAt?.toISOString(),
    voidedAt: entry.voidedAt?.toISOString(),
    verifyUrl: `${publicBaseUrl}/v/${number}`,
  };
}

/** File names are neutral: instrument and number, no person (RFC 6266). */
function sendFile(response: Response, { file, name }: { file: RenderedCopy; name: string }): void {
  const disposition = `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  response.set('Content-Disposition', disposition).type(file.mediaType).send(file.bytes);
}
