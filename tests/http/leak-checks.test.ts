import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { openService, type TestService } from '../support/open-service';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

const corpus = path.join(ROOT, 'tests', 'leak-corpus');
const file = (name: string) => readFileSync(path.join(corpus, name));
const PARTS = { road: '幸福路', number: '88号', building: '2幢', room: '301室' };
const LINE = '幸福路88号2幢301室';
const SECRETS = /幸福|88号|2幢|301室|13812345678/;

let service: TestService;
beforeAll(async () => {
  service = await openService({ env: { LOG_LEVEL: 'trace', UPLOAD_LIMIT_BYTES: '200000' } });
});
afterAll(() => service.close());

type Fields = Record<string, string | string[]>;

async function check(bytes: Buffer, fields: Fields, name = 'paper.bin') {
  const call = request(service.app).post('/v1/leak-checks').attach('file', bytes, name);
  for (const [key, value] of Object.entries(fields)) for (const one of [value].flat()) call.field(key, one);
  return call;
}

describe('POST /v1/leak-checks', () => {
  it.each([
    ['parts', JSON.stringify(PARTS)],
    ['a line', LINE],
    ['a list of both', JSON.stringify([PARTS, '另一条路12号'])],
  ])('finds the address, given as %s, by carrier, page and object', async (_, address) => {
    const page = await check(file('03-white-text.pdf'), { address });
    expect(page.status).toBe(200);
    expect(page.body).toMatchObject({ clean: false, format: 'pdf' });
    expect(page.body.findings[0]).toMatchObject({ kind: 'fact', carrier: 'PDF 页面文字', page: 1, fact: '住址' });
    expect(page.body.findings[0].confidence).toBeGreaterThan(0.5);
    const attached = await check(file('08-attachment.pdf'), { address });
    expect(attached.body.findings[0]).toMatchObject({ carrier: 'PDF 数据流', object: 12 });
    expect(page.get('Cache-Control')).toBe('no-store');
  });

  it('judges every file of both corpora as their tables say, without a word of the address', async () => {
    const own = readdirSync(path.join(corpus, 'own')).map((name) => path.join('own', name));
    const names = [...readdirSync(corpus), ...own].filter((name) => /\.(pdf|docx)$/.test(name));
    const wrong: string[] = [];
    for (const name of names) {
      const response = await check(file(name), { address: JSON.stringify(PARTS), phones: '138-1234-5678' });
      expect([name, response.status]).toEqual([name, 200]);
      expect(response.text).not.toMatch(SECRETS);
      if (response.body.clean !== /clean/.test(name)) wrong.push(name);
    }
    expect(names.length).toBeGreaterThan(95);
    expect(wrong).toEqual([]);
  });

  it('tells several facts apart, and lets stand what is allowed', async () => {
    const bytes = file('own/pdf-23.pdf');
    const found = await check(bytes, { address: LINE, phones: ['023-63900001', '13812345678'] });
    expect(found.body.findings).toEqual([expect.objectContaining({ pointer: '/phones/1', fact: '电话（第 2 项）' })]);
    const allowed = await check(file('03-white-text.pdf'), { names: '王小明', allowed: LINE });
    expect(allowed.body.clean).toBe(true);
  });

  it('says that words in pictures are not read', async () => {
    const response = await check(file('own/clean-docx-04.docx'), { address: LINE });
    expect(response.body.clean).toBe(true);
    expect(response.body.notices).toEqual([expect.objectContaining({ code: 'WORDS_IN_PICTURES' })]);
  });

  it('does not call a file clean that it cannot read', async () => {
    const home = temporaryFolder();
    const target = path.join(home, 'encrypted.pdf');
    const source = path.join(corpus, '00-clean-mask.pdf');
    execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', source, target]);
    const response = await check(readFileSync(target), { address: LINE });
    expect(response.body).toMatchObject({
      clean: false,
      findings: [{ kind: 'unreadable', carrier: 'PDF 文件', reason: '文件已加密' }],
    });
  });

  it('does not call a file clean in which it can read nothing', async () => {
    for (const rest of ['', '%%EOF', 'x'.repeat(5_000)]) {
      const { body } = await check(Buffer.from(`%PDF-1.7\n${rest}`), { address: LINE });
      expect([body.clean, body.findings]).toEqual([
        false,
        [{ kind: 'unreadable', carrier: 'PDF 文件', reason: '数据损坏或者不完整' }],
      ]);
    }
  });

  it('tells the kind of a file by its content, not by its name', async () => {
    const pdf = await check(file('00-clean-mask.pdf'), { address: LINE }, 'paper.docx');
    expect(pdf.body.format).toBe('pdf');
    const text = await check(Buffer.from(`住址：${LINE}`), { address: LINE }, 'paper.pdf');
    expect([text.status, text.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('refuses other bodies with 415, files that are too large with 413, and forms without a file with 400', async () => {
    const json = await request(service.app).post('/v1/leak-checks').send({ address: LINE });
    expect([json.status, json.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const large = await check(Buffer.alloc(200_001), { address: LINE });
    expect([large.status, large.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
    const none = await request(service.app).post('/v1/leak-checks').field('address', LINE);
    expect([none.status, none.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it.each<[string, Fields, string, string]>([
    ['nothing to look for', {}, '/address', 'REQUIRED'],
    ['an unknown field', { address: LINE, adress: LINE }, '', 'UNKNOWN_FIELD'],
    ['a city alone', { address: '{"city":"重庆市"}' }, '/address', 'TOO_VAGUE'],
    ['a part that no address has', { address: '{"road":"幸福路","door":"88号"}' }, '/address', 'VALUE'],
    ['a part stated twice', { address: '{"road":"幸福路","number":"88号","road":"临江路"}' }, '/address', 'VALUE'],
    ['broken JSON', { address: '{"road":"幸福路"' }, '/address', 'VALUE'],
    ['an empty line', { address: LINE, names: ' ' }, '/names', 'VALUE'],
    ['a number for a telephone', { address: LINE, phones: '[13812345678]' }, '/phones', 'VALUE'],
    ['parts of a name', { names: '{"line":"王小明"}' }, '/names', 'VALUE'],
    ['too many things', { address: JSON.stringify(Array(51).fill(LINE)) }, '', 'TOO_MANY'],
  ])('answers %s with 422, a pointer and no value', async (_, fields, pointer, code) => {
    const response = await check(file('00-clean-mask.pdf'), fields);
    expect([response.status, response.body.code]).toEqual([422, 'INVALID_REQUEST']);
    expect(response.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(response.text).not.toMatch(/幸福|88号|王小明|1381/);
  });

  it('answers thousands of wrong values in some lines, and tries none of thousands of right ones', async () => {
    const wrong = await check(file('00-clean-mask.pdf'), { phones: Array(60).fill(`[${Array(5_000).fill(1)}]`) });
    expect([wrong.status, wrong.body.errors.length <= 60]).toEqual([422, true]);
    const vague = await check(file('00-clean-mask.pdf'), { address: JSON.stringify(Array(1_000).fill('重庆市')) });
    expect(vague.body.errors).toEqual([{ pointer: '', code: 'TOO_MANY', detail: '最多 50 项' }]);
  });

  it('writes nothing of a request into the log, not even at the most verbose level', async () => {
    await check(file('03-white-text.pdf'), { address: LINE, phones: '13812345678' }, `${LINE}.pdf`);
    await check(Buffer.from(LINE), { address: LINE }, `${LINE}.pdf`);
    await check(file('00-clean-mask.pdf'), { address: LINE, [LINE]: LINE });
    expect(service.logLines()).toContain('/v1/leak-checks');
    expect(service.logLines()).not.toMatch(SECRETS);
    const metrics = await request(service.app).get('/metrics');
    expect(metrics.text).not.toMatch(SECRETS);
  });
});
