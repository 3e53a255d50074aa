import { type RequestHandler, Router } from 'express';
import { AppError } from '../../errors';
import { MEDIA_TYPES } from '../../layout/format';
import {
  findInstrument,
  issueInstrument,
  previewInstrument,
  readRequest,
  reportDisclosure,
  validateRequest,
} from '../../pipeline';
import { type Entry, readNumber } from '../../registry';
import { createValidator, line, section } from '../../schema';
import { readBody } from '../body';
import type { HttpDeps } from '../deps';
import { orderOf } from '../order';
import { type FileName, sendFile } from '../send-file';

const JSON_TYPE = 'application/json';
const IDEMPOTENCY_KEY = /^[\x21-\x7E]{1,128}$/;

/** Validating, previewing and issuing copies, and what the register knows of them. */
export function documentRoutes(deps: HttpDeps): Router {
  const { pipeline, metrics, limits } = deps;
  const router = Router();
  const { bodyLimit } = limits;
  const json = readBody({ bodyLimit, multipart: false });
  const jsonOrForm = readBody({ bodyLimit, multipart: true });

  /** Neutral names: instrument and number, no person. */
  const nameCopy = ({ instrument, format }: { instrument: string; format: string }, end: FileName): FileName => ({
    plain: `${instrument}-${end.plain}.${format}`,
    chinese: `${findInstrument(pipeline, instrument).label}-${end.chinese}.${format}`,
  });

  router.post('/validations', json, async (request, response) => {
    const wanted = readRequest(request.body, { withFormat: false });
    try {
      response.json({
        valid: true,
        errors: [],
        ...(await validateRequest(pipeline, wanted, orderOf(request, response))),
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'INVALID_CASE') throw error;
      response.json({ valid: false, errors: error.errors, notices: [] });
    }
  });

  router.post('/previews', json, async (request, response) => {
    const wanted = readRequest(request.body, { withFormat: true });
    const accepted = chooseType(request, MEDIA_TYPES[wanted.format]);
    if (accepted === JSON_TYPE) {
      const report = reportDisclosure(pipeline, wanted);
      response.set('Anshu-Notice-Count', String(report.notices.length)).json(report);
      return;
    }
    const { file, notices } = await previewInstrument(pipeline, wanted, orderOf(request, response));
    response.set('Anshu-Notice-Count', String(notices.length));
    sendFile(response, file, nameCopy(wanted, { plain: 'preview', chinese: '预览' }));
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
    else sendFile(response, file, nameCopy(entry, { plain: entry.number, chinese: entry.number }));
  });

  router.get('/documents/:number', (request, response) => {
    response.json(toMetadata(findEntry(deps, request.params.number), pipeline.publicBaseUrl));
  });

  router.post('/documents/:number/void', json, (request, response) => {
    const { number } = findEntry(deps, String(request.params['number']));
    const entry = pipeline.registry.void(number, readReason(request.body));
    response.locals['number'] = number;
    response.json(toMetadata(entry, pipeline.publicBaseUrl));
  });

  return router;
}

/** The type to answer with: the file, or JSON when the caller asks for it. @throws AppError NOT_ACCEPTABLE */
function chooseType(request: Parameters<RequestHandler>[0], fileType: string): string {
  // Some clients name the charset, and a type with a parameter fits only its own like (RFC 9110, 12.5.1).
  const accepted = request.accepts([fileType, JSON_TYPE, `${JSON_TYPE};charset=utf-8`]);
  if (accepted === false) {
    const detail = `Accept 应为 ${fileType} 或者 ${JSON_TYPE}；要另一种格式的文件，请改 format`;
    throw new AppError('NOT_ACCEPTABLE', 'no acceptable type', { detail });
  }
  return accepted === fileType ? fileType : JSON_TYPE;
}

function readIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return key;
  const errors = [{ pointer: '', code: 'IDEMPOTENCY_KEY', detail: 'Idempotency-Key 应为 1 至 128 个可见 ASCII 字符' }];
  throw new AppError('INVALID_REQUEST', 'bad idempotency key', { errors });
}

const voidRequest = createValidator(
  section('作废请求', { reason: line({ label: '作废理由', privacy: 'internal', max: 500 }) }),
);

function readReason(body: unknown): string {
  const wanted = voidRequest.validate(body);
  if (wanted.ok) return wanted.value.reason.trim();
  throw new AppError('INVALID_REQUEST', 'void without a proper reason', { errors: wanted.errors });
}

function findEntry({ pipeline }: HttpDeps, number: string): Entry {
  const entry = pipeline.registry.find(readNumber(number));
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
