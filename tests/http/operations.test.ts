import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { binary } from '../support/http-body';
import { openService, sampleCase, type TestService } from '../support/open-service';
import { readRegister } from '../support/register';
import { temporaryFolder } from '../support/temporary-folder';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const get = (url: string) => request(service.app).get(url);

describe('operations', () => {
  it('is alive, and ready once store, templates and workers were tried', async () => {
    expect((await get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await get('/readyz')).body).toEqual({ status: 'ready', checks: ['store', 'templates', 'workers'] });
  });

  it('is not ready when store and workers are gone', async () => {
    const broken = await openService();
    await broken.close();
    const response = await request(broken.app).get('/readyz');
    expect([response.status, response.body.code, response.body.detail]).toEqual([
      503,
      'NOT_READY',
      '未就绪的部分：store、workers',
    ]);
  });

  it('issues nothing and is not ready when its register was deleted under it; the log says what to do', async () => {
    const robbed = await openService();
    rmSync(path.join(robbed.dataDir, 'registry.db'));
    const body = { instrument: 'protection-order', case: sampleCase(), audience: 'victim' };
    const issued = await request(robbed.app).post('/v1/documents').send(body);
    expect([issued.status, issued.body.code, issued.get('Retry-After')]).toEqual([503, 'NOT_READY', '5']);
    expect(issued.body.detail).toContain('文书登记簿暂不可用');
    expect(issued.text).not.toContain(robbed.dataDir);
    const ready = await request(robbed.app).get('/readyz');
    expect([ready.status, ready.body.detail]).toEqual([503, '未就绪的部分：store']);
    const lines = robbed.logLines().split('\n');
    for (const code of ['"reason":"文书登记簿的文件', '"reason":"not ready: store (文书登记簿的文件']) {
      expect(lines.filter((line) => line.includes(`${code}在运行中被删除或者替换，请停止安书`))).toHaveLength(1);
    }
    await robbed.close();
  });

  it('counts copies by instrument, audience and format', async () => {
    const body = { instrument: 'protection-order', case: sampleCase(), audience: 'victim', format: 'docx' };
    await request(service.app).post('/v1/documents').send(body);
    const { text } = await get('/metrics');
    expect(text).toContain(
      'anshu_documents_issued_total{instrument="protection-order",audience="victim",format="docx"} 1',
    );
    expect(text).toContain('anshu_leaks_stopped_total 0');
  });

  it('logs a request by its route, status and ids, and by nothing of its content', async () => {
    const body = { instrument: 'protection-order', case: sampleCase(), audience: 'respondent' };
    await request(service.app).post('/v1/documents').set('X-Request-Id', 'trace-7').send(body);
    const lines = service.logLines().split('\n');
    const line = lines.find((one) => one.includes('trace-7')) ?? '';
    expect(Object.keys(JSON.parse(line) as object).sort()).toEqual([
      'audience',
      'format',
      'instrument',
      'level',
      'method',
      'milliseconds',
      'msg',
      'number',
      'requestId',
      'route',
      'status',
      'time',
    ]);
    expect(JSON.parse(line)).toMatchObject({ route: '/v1/documents', status: 201 });
  });

  it('logs which number was voided, and not why', async () => {
    const body = { instrument: 'protection-order', case: sampleCase(), audience: 'victim' };
    const issued = await request(service.app).post('/v1/documents').set('Accept', 'application/json').send(body);
    const { number } = issued.body as { number: string };
    await request(service.app)
      .post(`/v1/documents/${number}/void`)
      .set('X-Request-Id', 'void-7')
      .send({ reason: '当事人姓名有误' });
    const line =
      service
        .logLines()
        .split('\n')
        .find((one) => one.includes('void-7')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ route: '/v1/documents/{number}/void', status: 200, number });
    expect(service.logLines()).not.toContain('姓名有误');
  });

  it('takes nothing new while it stops', async () => {
    const stopping = await openService();
    stopping.stopTakingRequests();
    const response = await request(stopping.app).get('/v1/instruments');
    expect([response.status, response.body.code, response.get('Connection')]).toEqual([503, 'SHUTTING_DOWN', 'close']);
    await stopping.close();
  });
});

describe('the contract', () => {
  it('is an OpenAPI 3.1 document whose references resolve', async () => {
    const { body } = await get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => body.components.schemas[name ?? ''] === undefined)).toEqual([]);
    expect(body.components.schemas.Case.properties.victims.title).toBe('受害人（申请人）');
  });

  it('is readable at /docs without anything from elsewhere', async () => {
    for (const url of ['/docs', '/docs/problems']) {
      const { text, headers } = await get(url);
      expect(text).not.toMatch(/https?:\/\/(?!127)|<script/);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
    expect((await get('/assets/page.css')).type).toBe('text/css');
  });

  it('has pages whose links hold below a path of another server', async () => {
    for (const url of ['/docs', '/docs/problems', '/v/AS20260101-AAAAA-BBBBB-CC']) {
      const { text } = await request(service.app).get(url).set('Accept', 'text/html');
      const links = [...text.matchAll(/ href="([^"]*)"/g)].map(([, link = '']) => new URL(link, `http://a/b${url}`));
      expect(links.length).toBeGreaterThan(0);
      for (const { pathname } of links) {
        expect(pathname).toMatch(/^\/b\//);
        expect((await get(pathname.slice('/b'.length))).status).toBe(200);
      }
    }
  });

  it('lists instruments with their data schema and jurisdictions with the law of a day', async () => {
    const list = await get('/v1/instruments');
    expect(list.body.instruments).toHaveLength(5);
    const one = await get('/v1/instruments/warning-letter');
    expect(one.body.caseSchema.required).toContain('warning');
    expect(one.body.bases.length).toBeGreaterThan(0);
    const before = await get('/v1/jurisdictions/chongqing?on=2024-09-30');
    const after = await get('/v1/jurisdictions/chongqing?on=2024-10-01');
    expect([before.body.lists.measures.length < 9, after.body.lists.measures.length >= 9]).toEqual([true, true]);
    const bad = await get('/v1/jurisdictions/chongqing?on=tomorrow');
    expect([bad.status, bad.body.code]).toEqual([422, 'INVALID_REQUEST']);
    const missing = await get('/v1/jurisdictions/atlantis');
    expect([missing.status, missing.body.code]).toEqual([404, 'JURISDICTION_UNKNOWN']);
  });
});

describe('validations and previews', () => {
  const post = (url: string, body: object) => request(service.app).post(url).send(body);

  it('answers valid with notices, or invalid with every error', async () => {
    const good = await post('/v1/validations', { instrument: 'protection-order', case: sampleCase('national') });
    expect([good.status, good.body.valid, good.body.errors]).toEqual([200, true, []]);
    const bad = await post('/v1/validations', { instrument: 'protection-order', case: {} });
    expect(bad.body.valid).toBe(false);
    expect(bad.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/jurisdiction', '/victims', '/respondents', '/court', '/order']),
    );
  });

  it('reports every fact with label, decision, rule and citation, and never the value', async () => {
    const body = { instrument: 'protection-order', case: sampleCase(), audience: 'respondent' };
    const report = await request(service.app).post('/v1/previews').set('Accept', 'application/json').send(body);
    expect(report.status).toBe(200);
    const { disclosures } = report.body as { disclosures: Record<string, string>[] };
    const current = disclosures.filter(({ pointer }) => pointer?.includes('/residence/current'));
    expect(current.length).toBeGreaterThan(5);
    expect(current.every(({ decision, rule, citation }) => decision === 'withhold' && rule && citation)).toBe(true);
    const victims = sampleCase()['victims'] as { residence: { current: Record<string, string> } }[];
    const { road = '无', community = '无' } = victims[0]?.residence.current ?? {};
    expect(report.text).not.toContain(road);
    expect(report.text).not.toContain(community);
  });

  it('previews with a watermark on every page and registers nothing', async () => {
    const body = { instrument: 'protection-order', case: sampleCase(), audience: 'respondent', format: 'pdf' };
    const before = readRegister(service.dataDir);
    const response = await post('/v1/previews', body).buffer().parse(binary);
    expect([response.status, response.type]).toEqual([200, 'application/pdf']);
    expect(response.get('Anshu-Document-Number')).toBeUndefined();
    expect(response.get('Content-Disposition')).toContain('protection-order-preview.pdf');
    const file = path.join(temporaryFolder(), 'preview.pdf');
    writeFileSync(file, response.body);
    const pages = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    // Slanting letters are read one by one; the ruling itself has no 览.
    expect(pages.map((page) => page.match(/览/g)?.length)).toEqual(pages.map(() => 1));
    expect(readRegister(service.dataDir)).toEqual(before);
  });
});
