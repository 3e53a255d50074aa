import request from 'supertest';
import { openService, sampleCase, type TestService } from '../support/open-service';

const PDF = Buffer.from('%PDF-1.4\n%%EOF');
const LINE = '幸福路88号2幢301室';

let service: TestService;
beforeAll(async () => {
  service = await openService({ env: { BODY_LIMIT_BYTES: '100000', UPLOAD_LIMIT_BYTES: '200000' } });
});
afterAll(() => service.close());

const documents = () => request(service.app).post('/v1/documents');
const leakChecks = () => request(service.app).post('/v1/leak-checks');
const matter = () => Buffer.from(JSON.stringify(sampleCase()));
const whole = () =>
  Buffer.from(JSON.stringify({ instrument: 'protection-order', case: sampleCase(), audience: 'respondent' }));

describe('a form with a case', () => {
  it('may not state the audience twice, once in the file and once beside it', async () => {
    const response = await documents().field('audience', 'victim').attach('file', whole(), 'a.json');
    expect([response.status, response.body.code]).toEqual([422, 'INVALID_REQUEST']);
    expect(response.body.errors).toEqual([expect.objectContaining({ pointer: '/audience', code: 'DUPLICATE' })]);
  });

  it('may not state a field of the form twice', async () => {
    const response = await documents()
      .field('instrument', 'protection-order')
      .field('instrument', 'warning-letter')
      .attach('file', matter(), 'a.json');
    expect([response.status, response.body.errors[0].pointer]).toEqual([422, '/instrument']);
  });

  it('is read strictly: a member stated twice in the file is refused', async () => {
    const twice = whole().toString().replace('"case":', '"audience":"victim","case":');
    const response = await documents().attach('file', Buffer.from(twice), 'a.json');
    expect([response.status, response.body.errors[0].pointer]).toEqual([400, '/audience']);
  });

  it('may be as large as a body of JSON, and no larger', async () => {
    const file = (size: number) => Buffer.from(whole().toString('latin1').padEnd(size, ' '), 'latin1');
    const fits = await documents().attach('file', file(100_000), 'a.json');
    const large = await documents().attach('file', file(100_001), 'a.json');
    expect([fits.status, large.status, large.body.code]).toEqual([201, 413, 'BODY_TOO_LARGE']);
    expect(large.body.detail).toContain('BODY_LIMIT_BYTES');
  });
});

describe('a form that is not as it should be', () => {
  it('is told what to change, and is not called too large when it is not', async () => {
    const two = await leakChecks().attach('file', PDF, 'a.pdf').attach('file', PDF, 'b.pdf').field('address', LINE);
    const misnamed = await leakChecks().attach('document', PDF, 'a.pdf').field('address', LINE);
    const asText = await leakChecks().attach('file', PDF, 'a.pdf').attach('address', Buffer.from(LINE), 'a.txt');
    for (const { status, body } of [two, misnamed, asText]) {
      expect([status, body.code, body.detail]).toEqual([400, 'MALFORMED_REQUEST', expect.stringContaining('“file”')]);
    }
  });

  it('is told to send a file as a file', async () => {
    const response = await documents().field('file', 'x'.repeat(5_000));
    expect([response.status, response.body.detail]).toEqual([413, expect.stringContaining('filename')]);
  });
});

describe('what a leak check is to search for', () => {
  it.each<[string, string | Buffer]>([
    ['a text in GBK', Buffer.from([0xd0, 0xd2, 0xb8, 0xa3, 0xc2, 0xb7, 0x38, 0x38, 0xba, 0xc5])],
    ['what a program writes for nothing', 'undefined'],
    ['the same in JSON', '["null"]'],
    ['a control character', '幸福路\u000088号'],
    ['half a character', '["\\ud840幸福路88号"]'],
  ])('is refused rather than not found: %s', async (_what, address) => {
    const boundary = 'b0undary';
    const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(part('name="file"; filename="a.pdf"')),
      PDF,
      Buffer.from(`\r\n${part('name="address"')}`),
      Buffer.from(address),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const response = await leakChecks().set('Content-Type', `multipart/form-data; boundary=${boundary}`).send(body);
    expect([response.status, response.body.code]).toEqual([422, 'INVALID_REQUEST']);
    expect(response.body.errors).toEqual([expect.objectContaining({ pointer: '/address', code: 'VALUE' })]);
    expect(response.text).not.toContain('幸福');
  });
});
