import request from 'supertest';
import { PROBLEMS } from '../../src/errors';
import { openService, sampleCase, type TestService } from '../support/open-service';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const post = (path: string) => request(service.app).post(path);
const ruling = (more: object = {}) => ({
  ...{ instrument: 'protection-order', case: sampleCase(), audience: 'respondent' },
  ...more,
});

describe('a misspelt field', () => {
  it('of the request is named, with the one that was probably meant', async () => {
    const response = await post('/v1/documents').send({ ...ruling(), audiance: 'victim', 格式: 'pdf' });
    expect(response.status).toBe(422);
    const told = response.body.errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail]);
    expect(told).toContainEqual(['/audiance', expect.stringContaining('应为“audience”？')]);
    expect(told).toContainEqual(['', expect.stringContaining('应为“format”？')]);
  });

  it('of the case is named, with the one that was probably meant', async () => {
    const matter = { ...sampleCase(), juristiction: 'national', 送达: [] };
    const { body } = await post('/v1/validations').send({ instrument: 'protection-order', case: matter });
    const told = body.errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail]);
    expect(told).toContainEqual(['/juristiction', expect.stringContaining('应为“jurisdiction”？')]);
    expect(told).toContainEqual(['', expect.stringContaining('应为“service”？')]);
  });

  it('of a query is refused: today is not the day that was asked for', async () => {
    const response = await request(service.app).get('/v1/jurisdictions/chongqing?date=2024-09-30');
    expect([response.status, response.body.errors[0].code]).toEqual([422, 'UNKNOWN_FIELD']);
  });
});

describe('a day that does not exist', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-11-21T00:00:00Z'])(
    'has no law: %p',
    async (day) => {
      const response = await request(service.app).get(`/v1/jurisdictions/chongqing?on=${day}`);
      expect([response.status, response.body.code]).toEqual([422, 'INVALID_REQUEST']);
      expect(response.body.errors[0]).toMatchObject({ pointer: '/on', detail: expect.stringContaining('2026-11-21') });
    },
  );
});

describe('a number typed off the paper', () => {
  it('is found in small letters and without hyphens', async () => {
    const issued = await post('/v1/documents').set('Accept', 'application/json').send(ruling());
    const { number } = issued.body as { number: string };
    for (const typed of [number.toLowerCase(), number.replaceAll('-', ''), encodeURIComponent(` ${number} `)]) {
      const verdict = await request(service.app).get(`/v/${typed}`).set('Accept', 'application/json');
      expect(verdict.body).toMatchObject({ number, status: 'genuine' });
      expect((await request(service.app).get(`/v1/documents/${typed}`)).body.number).toBe(number);
    }
  });
});

describe('a reason for a void', () => {
  it.each<[string, unknown, string]>([
    ['none', {}, 'REQUIRED'],
    ['blank', { reason: ' ' }, 'BLANK'],
    ['too long', { reason: '错'.repeat(501) }, 'TOO_LONG'],
    ['no text', { reason: 7 }, 'TYPE'],
    ['with characters that hide others', { reason: '有\u202e误' }, 'CHARACTER'],
  ])('is refused with what is wrong: %s', async (_what, body, code) => {
    const issued = await post('/v1/documents').set('Accept', 'application/json').send(ruling());
    const response = await post(`/v1/documents/${issued.body.number}/void`).send(body as object);
    expect([response.status, response.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/reason', code }),
    ]);
    expect((await request(service.app).get(`/v1/documents/${issued.body.number}`)).body.status).toBe('sealed');
  });
});

describe('content negotiation', () => {
  it('takes JSON with its charset for JSON', async () => {
    const response = await post('/v1/previews').set('Accept', 'application/json; charset=utf-8').send(ruling());
    expect([response.status, response.type]).toEqual([200, 'application/json']);
  });
});

describe('every problem', () => {
  it('carries a remedy even where nothing more exact is known', async () => {
    const key = { 'Idempotency-Key': 'first-time' };
    await post('/v1/documents').set(key).send(ruling());
    const reused = await post('/v1/documents')
      .set(key)
      .send(ruling({ audience: 'victim' }));
    expect([reused.status, reused.body.detail]).toEqual([422, PROBLEMS.IDEMPOTENCY_KEY_REUSED.remedy]);
    const page = await request(service.app).get('/docs/problems');
    for (const { remedy } of Object.values(PROBLEMS)) expect(page.text).toContain(remedy.replaceAll('"', '&quot;'));
  });
});
