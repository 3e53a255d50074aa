import { createHash } from 'node:crypto';
import request from 'supertest';
import { binary } from '../support/http-body';
import { openService, sampleCase, type TestService } from '../support/open-service';
import { readRegister } from '../support/register';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const ruling = (more: object = {}) => ({
  ...{ instrument: 'protection-order', case: sampleCase(), audience: 'respondent', format: 'pdf' },
  ...more,
});
const register = () => readRegister(service.dataDir);
const post = (path: string) => request(service.app).post(path);

describe('POST /v1/documents', () => {
  it('answers 201 with the file, its number, place and digest', async () => {
    const response = await post('/v1/documents').send(ruling()).buffer().parse(binary);
    expect(response.status).toBe(201);
    expect(response.type).toBe('application/pdf');
    expect(response.body.subarray(0, 5).toString()).toBe('%PDF-');
    const number = response.get('Anshu-Document-Number') ?? '';
    expect(response.get('Location')).toBe(`/v1/documents/${number}`);
    const digest = createHash('sha256').update(response.body).digest('base64');
    expect(response.get('Repr-Digest')).toBe(`sha-256=:${digest}:`);
    expect(response.get('Cache-Control')).toBe('no-store');
    const chinese = encodeURIComponent(`民事裁定书（人身安全保护令）-${number}.pdf`);
    expect(response.get('Content-Disposition')).toBe(
      `attachment; filename="protection-order-${number}.pdf"; filename*=UTF-8''${chinese}`,
    );
  });

  it('makes DOCX, and metadata when JSON is asked for', async () => {
    const file = await post('/v1/documents')
      .send(ruling({ format: 'docx' }))
      .buffer()
      .parse(binary);
    expect([file.status, file.type, file.body.subarray(0, 2).toString()]).toEqual([201, DOCX, 'PK']);
    const metadata = await post('/v1/documents').set('Accept', 'application/json').send(ruling());
    expect(metadata.status).toBe(201);
    expect(metadata.body).toMatchObject({ status: 'sealed', instrument: 'protection-order', audience: 'respondent' });
    expect(metadata.body.disclosures.length).toBeGreaterThan(50);
  });

  it('accepts a JSON file by multipart as it accepts a JSON body', async () => {
    const whole = await post('/v1/documents')
      .attach('file', Buffer.from(JSON.stringify(ruling())), 'case.json')
      .buffer()
      .parse(binary);
    expect([whole.status, whole.type]).toEqual([201, 'application/pdf']);
    const caseAlone = await post('/v1/documents')
      .field({ instrument: 'protection-order', audience: 'victim', format: 'docx' })
      .attach('file', Buffer.from(JSON.stringify(sampleCase())), '案件.json')
      .buffer()
      .parse(binary);
    expect([caseAlone.status, caseAlone.type]).toEqual([201, DOCX]);
  });

  it('gives the same bytes and number for the same idempotency key', async () => {
    const send = () => post('/v1/documents').set('Idempotency-Key', 'key-1').send(ruling()).buffer().parse(binary);
    const first = await send();
    const second = await send();
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.get('Anshu-Document-Number')).toBe(first.get('Anshu-Document-Number'));
    expect(second.body.equals(first.body)).toBe(true);
    expect([first.get('Idempotency-Replayed'), second.get('Idempotency-Replayed')]).toEqual([undefined, 'true']);
    const other = await post('/v1/documents')
      .set('Idempotency-Key', 'key-1')
      .send(ruling({ audience: 'victim' }));
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('honours an idempotency key across a restart', async () => {
    const body = ruling();
    const before = await openService();
    const first = await request(before.app)
      .post('/v1/documents')
      .set('Idempotency-Key', 'k')
      .send(body)
      .buffer()
      .parse(binary);
    await before.close();
    const after = await openService({ dataDir: before.dataDir, clock: () => new Date('2026-11-25T02:00:00Z') });
    const second = await request(after.app)
      .post('/v1/documents')
      .set('Idempotency-Key', 'k')
      .send(body)
      .buffer()
      .parse(binary);
    await after.close();
    expect(second.get('Anshu-Document-Number')).toBe(first.get('Anshu-Document-Number'));
    expect(second.body.equals(first.body)).toBe(true);
  });

  it('issues many copies at once, each under its own number', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        post('/v1/documents')
          .set('Accept', 'application/json')
          .send(ruling({ format: index % 2 ? 'docx' : 'pdf' })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(12);
    expect(register().slice(-12)).toEqual(Array(12).fill(['sealed', null]));
  });

  it.each([
    ['an unknown instrument', { instrument: 'love-letter' }, 404, 'INSTRUMENT_UNKNOWN'],
    ['an audience that may not be', { audience: 'school-board' }, 422, 'INVALID_REQUEST'],
    ['the public as audience', { audience: 'public' }, 422, 'AUDIENCE_PUBLIC'],
    ['an unknown format', { format: 'odt' }, 422, 'INVALID_REQUEST'],
    ['an item where there is none', { item: '/service/0' }, 422, 'INVALID_REQUEST'],
    ['an unknown field', { extra: 1 }, 422, 'INVALID_REQUEST'],
    ['a case that is no object', { case: [] }, 422, 'INVALID_CASE'],
  ])('refuses %s before it takes a number', async (_what, more, status, code) => {
    const before = register();
    const response = await post('/v1/documents').send(ruling(more));
    expect([response.status, response.type, response.body.code]).toEqual([status, 'application/problem+json', code]);
    expect(register()).toEqual(before);
  });

  it('lists the good values of a bad audience and format', async () => {
    const audience = await post('/v1/documents').send(ruling({ audience: 'x' }));
    expect(audience.body.errors[0].detail).toContain('respondent、victim');
    const format = await post('/v1/documents').send(ruling({ format: 'x' }));
    expect(format.body.errors[0].detail).toContain('pdf、docx');
  });

  it('cites the rule when it refuses the public', async () => {
    const response = await post('/v1/documents').send(ruling({ audience: 'public' }));
    expect(response.body.errors[0].detail).toContain('法发〔2022〕10号');
  });

  it('refuses an answer type it cannot give before it takes a number', async () => {
    const before = register();
    const response = await post('/v1/documents').set('Accept', 'image/png').send(ruling());
    expect([response.status, response.body.code]).toEqual([406, 'NOT_ACCEPTABLE']);
    expect(register()).toEqual(before);
  });

  it('names the character that no font can draw, its code point and field, and leaves a voided number', async () => {
    const name = (sampleCase()['victims'] as { name: string }[])[0]?.name ?? '';
    const root = JSON.parse(JSON.stringify(sampleCase()).replaceAll(name, '王\u{2CEB5}\u{30EDD}')) as object;
    const response = await post('/v1/documents').send(ruling({ case: root }));
    expect([response.status, response.body.code]).toEqual([422, 'GLYPH_MISSING']);
    expect(response.body.errors[0]).toMatchObject({ pointer: '/victims/0/name', code: 'GLYPH_MISSING' });
    expect(response.body.errors.map((one: { detail: string }) => one.detail).join()).toContain('U+30EDD');
    expect(JSON.stringify(response.body)).not.toContain('王');
    expect(register().at(-1)).toEqual(['voided', '出具失败：GLYPH_MISSING']);
  });

  it('says so when the case is validated, for every copy, and not of a field that no copy prints', async () => {
    const root = sampleCase() as { victims: Record<string, unknown>[]; relatives: Record<string, unknown>[] };
    const [first = {}, ...others] = root.victims;
    const validate = async (change: object) => {
      const victims = [{ ...first, ...change }, ...others];
      const response = await post('/v1/validations').send({
        instrument: 'protection-order',
        case: { ...root, victims, service: undefined, representative: undefined },
      });
      return response.body as { valid: boolean; errors: { pointer: string; code: string; detail: string }[] };
    };
    const unknown = await validate({ name: '王\u{30EDD}' });
    expect([unknown.valid, unknown.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      false,
      ['/victims/0/name GLYPH_MISSING'],
    ]);
    expect(unknown.errors[0]?.detail).toContain('U+30EDD');
    expect(JSON.stringify(unknown)).not.toContain('王');
    expect(await validate({ shelter: '某\u{30EDD}中心' })).toMatchObject({ valid: true, errors: [] });
    expect(await validate({})).toMatchObject({ valid: true, errors: [] });
  });
});

describe('the register', () => {
  const issue = async () =>
    (await post('/v1/documents').set('Accept', 'application/json').send(ruling())).body as { number: string };

  it('tells metadata, voids with a reason, and never voids twice', async () => {
    const { number } = await issue();
    const metadata = await request(service.app).get(`/v1/documents/${number}`);
    expect(metadata.body).toMatchObject({ number, status: 'sealed', format: 'pdf' });
    const noReason = await post(`/v1/documents/${number}/void`).send({});
    expect([noReason.status, noReason.body.code]).toEqual([422, 'INVALID_REQUEST']);
    const voided = await post(`/v1/documents/${number}/void`).send({ reason: '内容有误，重新出具' });
    expect([voided.status, voided.body.status]).toEqual([200, 'voided']);
    const again = await post(`/v1/documents/${number}/void`).send({ reason: '再次' });
    expect([again.status, again.body.code]).toEqual([409, 'DOCUMENT_VOIDED']);
  });

  it('answers the public check with genuine, voided or unknown and nothing of the case', async () => {
    const { number } = await issue();
    const check = () => request(service.app).get(`/v/${number}`).set('Accept', 'application/json');
    const genuine = await check();
    expect(Object.keys(genuine.body).sort()).toEqual(['date', 'issuer', 'kind', 'number', 'status']);
    expect(genuine.body.status).toBe('genuine');
    await post(`/v1/documents/${number}/void`).send({ reason: '作废' });
    expect((await check()).body.status).toBe('voided');
    const unknown = await request(service.app).get('/v/AS20260101-AAAAA-BBBBB-CC').set('Accept', 'application/json');
    expect([unknown.status, unknown.body.status]).toEqual([404, 'unknown']);
    const page = await request(service.app).get(`/v/${number}`).set('Accept', 'text/html');
    expect(page.text).toContain('已经作废');
  });

  it('does not know numbers that were never given', async () => {
    const response = await request(service.app).get('/v1/documents/AS20260101-AAAAA-BBBBB-CC');
    expect([response.status, response.body.code]).toEqual([404, 'DOCUMENT_UNKNOWN']);
  });
});
