import { openService, type TestService } from '../support/open-service';
import { openRawServer, type RawAnswer } from '../support/talk';

const SECRET = '幸福路88号2幢301室';

let service: TestService;
let raw: Awaited<ReturnType<typeof openRawServer>>;
beforeAll(async () => {
  service = await openService();
  raw = await openRawServer(service);
});
afterAll(async () => {
  await raw.stop();
  await service.close();
});

const POST = 'POST /v1/validations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

function expectProblem(answer: RawAnswer | undefined, status: number, code: string): void {
  const { headers = {}, body = '{}' } = answer ?? {};
  const problem = JSON.parse(body) as Record<string, unknown>;
  expect([answer?.status, problem['code'], problem['status']]).toEqual([status, code, status]);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect([headers['cache-control'], headers['x-content-type-options']]).toEqual(['no-store', 'nosniff']);
  expect(problem['title']).toMatch(/\p{Script=Han}/u);
  expect(problem['detail']).toMatch(/\p{Script=Han}/u);
  expect(problem['instance']).toBe(headers['x-request-id']);
  expect(body).not.toContain('幸福');
}

describe('a request that is no proper HTTP', () => {
  it.each<[string, string]>([
    ['a request line of garbage', '\u0000\u0001garbage\r\n\r\n'],
    ['an unknown method', 'FOO /healthz HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a path that holds raw bytes', `GET /v1/documents/${SECRET} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`],
    ['a length and chunks', `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a negative length', `${POST}Content-Length: -1\r\n\r\n`],
    ['an unknown transfer coding', `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a broken chunk', `${POST}Transfer-Encoding: chunked\r\n\r\nZZ\r\n${SECRET}\r\n`],
    ['lines that end without a carriage return', 'GET /healthz HTTP/1.1\nHost: a\n\n'],
    ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['two Hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
  ])('is answered with a problem document: %s', async (_what, bytes) => {
    expectProblem(await raw.talk(bytes), 400, 'MALFORMED_REQUEST');
  });

  it('tells headers that are too long, a foreign expectation and CONNECT apart', async () => {
    expectProblem(
      await raw.talk(`GET /healthz HTTP/1.1\r\nHost: a\r\nX-Note: ${'a'.repeat(20_000)}\r\n\r\n`),
      431,
      'HEADERS_TOO_LARGE',
    );
    expectProblem(await raw.talk(`${POST}Expect: wonders\r\nContent-Length: 0\r\n\r\n`), 417, 'EXPECTATION_FAILED');
    const connect = await raw.talk('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n');
    expectProblem(connect, 405, 'METHOD_NOT_ALLOWED');
    expect(connect?.headers['allow']).toBe('GET, HEAD, POST');
  });

  it('is counted out when it takes too long, with 408', async () => {
    const impatient = await openRawServer(service, { requestTimeoutMs: 1_000 });
    expectProblem(await impatient.talk(`${POST}Content-Length: 100\r\n\r\n{`), 408, 'REQUEST_TIMEOUT');
    await impatient.stop();
  }, 20_000);

  it('leaves nothing of itself in the log', () => {
    expect(raw.logLines()).toContain('MALFORMED_REQUEST');
    expect(raw.logLines()).not.toContain('幸福');
    expect(service.logLines()).not.toContain('幸福');
  });

  it('leaves the service alive', async () => {
    expect((await raw.talk('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'))?.status).toBe(200);
  });
});

describe('the length of a body', () => {
  it('is refused as soon as it is declared too large', async () => {
    const answer = await raw.talk(`${POST}Content-Length: 9999999999\r\n\r\n{`);
    expectProblem(answer, 413, 'BODY_TOO_LARGE');
    expect(JSON.parse(answer?.body ?? '{}').detail).toContain('2097152');
  });

  it('is measured where it is not declared', async () => {
    const chunk = 'a'.repeat(1_100_000);
    const line = `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
    expectProblem(
      await raw.talk(`${POST}Transfer-Encoding: chunked\r\n\r\n`, line, line, '0\r\n\r\n'),
      413,
      'BODY_TOO_LARGE',
    );
  });
});

describe('conditions on what is never kept', () => {
  it('are passed over: the answer is always whole', async () => {
    const answer = await raw.talk('GET /v1/jurisdictions HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n');
    expect([answer?.status, answer?.body.includes('jurisdictions')]).toEqual([200, true]);
  });
});
