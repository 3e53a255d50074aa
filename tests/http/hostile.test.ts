import request from 'supertest';
import { openService, sampleCase, type TestService } from '../support/open-service';
import { readRegister } from '../support/register';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const post = (body: string | Buffer, type = 'application/json') =>
  request(service.app)
    .post('/v1/validations')
    .set('Content-Type', type)
    .serialize((raw: unknown) => raw as string)
    .send(body as string);

describe('hostile bodies', () => {
  it('refuses ten megabytes with 413', async () => {
    const response = await post(`{"case":"${'a'.repeat(10_000_000)}"}`);
    expect([response.status, response.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('refuses ten thousand levels with 400', async () => {
    const response = await post('['.repeat(10_000) + ']'.repeat(10_000));
    expect([response.status, response.body.code]).toEqual([400, 'JSON_TOO_DEEP']);
  });

  it('does not count brackets inside texts', async () => {
    const response = await post(
      JSON.stringify({ instrument: 'warning-letter', case: { jurisdiction: '['.repeat(90) } }),
    );
    expect([response.status, response.body.valid]).toEqual([200, false]);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"case":'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a bare value', '42'],
    ['null', 'null'],
  ])('refuses %s with 400', async (_what, body) => {
    const response = await post(body);
    expect([response.status, response.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('refuses other content types with 415', async () => {
    const response = await post('<case/>', 'text/xml');
    expect([response.status, response.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('bounds lists before it looks into them', async () => {
    const root = { ...sampleCase(), victims: Array(50_000).fill({}) };
    const response = await post(JSON.stringify({ instrument: 'protection-order', case: root }));
    expect(response.status).toBe(200);
    expect(response.body.valid).toBe(false);
    expect(response.body.errors.length).toBeLessThanOrEqual(200);
  });

  it('cannot be made to inherit', async () => {
    const body = `{"instrument":"protection-order","case":{"__proto__":{"jurisdiction":"chongqing"},"constructor":{}}}`;
    const response = await post(body);
    expect([response.status, response.body.valid]).toEqual([200, false]);
    const missing = response.body.errors.filter(({ code }: { code: string }) => code === 'REQUIRED');
    expect(missing.map(({ pointer }: { pointer: string }) => pointer)).toContain('/jurisdiction');
    const envelope = await post(
      `{"__proto__":{"instrument":"protection-order"},"case":${JSON.stringify(sampleCase())}}`,
    );
    expect([envelope.status, envelope.body.code]).toEqual([422, 'INVALID_REQUEST']);
  });
});

describe('other requests', () => {
  it('answers 404 for unknown paths and 405 with Allow for wrong methods', async () => {
    const missing = await request(service.app).get('/v1/nothing');
    expect([missing.status, missing.body.code]).toEqual([404, 'NOT_FOUND']);
    const wrong = await request(service.app).delete('/v1/documents/AS1');
    expect([wrong.status, wrong.body.code, wrong.get('Allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, HEAD']);
  });

  it('keeps a harmless request id and replaces any other', async () => {
    const kept = await request(service.app).get('/healthz').set('X-Request-Id', 'abc-1');
    expect(kept.get('X-Request-Id')).toBe('abc-1');
    for (const given of ['%%%', 'a b', 'a'.repeat(65)]) {
      const replaced = await request(service.app).get('/healthz').set('X-Request-Id', given);
      expect(replaced.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('issues nothing for a page of another site, whose form a browser sends without asking; links work', async () => {
    const form = (site: string) =>
      request(service.app)
        .post('/v1/documents')
        .set('Sec-Fetch-Site', site)
        .field({ instrument: 'protection-order', audience: 'respondent' })
        .attach('file', Buffer.from(JSON.stringify(sampleCase())), 'case.json');
    for (const site of ['cross-site', 'same-site']) {
      const refused = await form(site);
      expect([refused.status, refused.body.code]).toEqual([403, 'CROSS_SITE']);
    }
    expect(readRegister(service.dataDir)).toEqual([]);
    expect((await form('same-origin')).status).toBe(201);
    const link = await request(service.app).get('/v/AS1').set('Sec-Fetch-Site', 'cross-site');
    expect(link.status).toBe(404);
  });

  it('survives a malformed percent sign in the path', async () => {
    const response = await request(service.app).get('/v1/documents/%E0%A4%A');
    expect([response.status, response.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });
});
