import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { openService, sampleCase, type TestService } from '../support/open-service';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

type Sent = { type?: string; encoding?: string };

const post = (body: string | Buffer, { type = 'application/json', encoding }: Sent = {}) =>
  request(service.app)
    .post('/v1/validations')
    .set({ 'Content-Type': type, ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }) })
    .serialize((raw: unknown) => raw as string)
    .send(body as string);

const whole = () => JSON.stringify({ instrument: 'protection-order', case: sampleCase() });

describe('members stated twice', () => {
  it('are refused with the pointer of each, however they are spelt', async () => {
    const body = whole()
      .replace('"jurisdiction":', '"jurisdiction":"national","\\u006aurisdiction":')
      .replace('"status":"moved-out"', '"status":"cohabiting","status":"moved-out"');
    const response = await post(body);
    expect([response.status, response.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    expect(response.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/case/jurisdiction', 'DUPLICATE'],
      ['/case/victims/0/residence/status', 'DUPLICATE'],
    ]);
    expect(response.body.errors[0].detail).toContain('只保留一个');
  });

  it('are refused without repeating a name that the caller made up', async () => {
    const response = await post('{"case":{"幸福路88号":1,"幸福路88号":2}}');
    expect(response.body.errors).toEqual([expect.objectContaining({ pointer: '/case', code: 'DUPLICATE' })]);
    expect(response.text).not.toContain('幸福');
  });

  it('are not seen where colons and quotes stand inside texts', async () => {
    const matter = { ...sampleCase(), jurisdiction: '{"a":1,"a":2} \\" : \\\\' };
    const response = await post(JSON.stringify({ instrument: 'protection-order', case: matter }));
    expect([response.status, response.body.valid]).toEqual([200, false]);
  });
});

describe('what is no JSON in UTF-8', () => {
  it('is told by line and character', async () => {
    const response = await post('{\n  "instrument": "protection-order",\n  "case": {,}\n}');
    expect(response.body.detail).toContain('第 3 行第 12 个字符');
  });

  it.each<[string, string, string]>([
    ['an empty body', '', '请求体是空的'],
    ['a body cut short', '{"case":{"victims":[', '内容不完整'],
  ])('is told in words: %s', async (_what, body, words) => {
    const response = await post(body);
    expect([response.status, response.body.detail.includes(words)]).toEqual([400, true]);
  });

  it('is refused with 415 when it says that it is in another charset', async () => {
    const response = await post(whole(), { type: 'application/json; charset=GBK' });
    expect([response.status, response.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(response.body.detail).toContain('UTF-8');
  });

  it('is not guessed: UTF-16 is malformed, not deep', async () => {
    const response = await post(Buffer.from(`\uFEFF${whole()}`, 'utf16le'));
    expect([response.status, response.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('does not include a byte order mark, or UTF-8 named in capitals', async () => {
    const response = await post(`\uFEFF${whole()}`, { type: 'application/json; charset="UTF-8"' });
    expect([response.status, response.body.valid]).toEqual([200, true]);
  });
});

describe('packed bodies', () => {
  it('are unpacked, and bounded by what is in them', async () => {
    expect((await post(gzipSync(whole()), { encoding: 'gzip' })).body.valid).toBe(true);
    const bomb = await post(gzipSync(`[${' '.repeat(30_000_000)}]`), { encoding: 'gzip' });
    expect([bomb.status, bomb.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('are refused with a remedy when they are not what they say', async () => {
    const broken = await post(whole(), { encoding: 'gzip' });
    expect([broken.status, broken.body.detail]).toEqual([400, expect.stringContaining('Content-Encoding')]);
    const unknown = await post(whole(), { encoding: 'compress' });
    expect([unknown.status, unknown.body.detail]).toEqual([415, expect.stringContaining('gzip')]);
  });
});
