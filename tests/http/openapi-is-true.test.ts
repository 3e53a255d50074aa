import request, { type Response } from 'supertest';
import { z } from 'zod';
import { openService, sampleCase, type TestService } from '../support/open-service';

type Schema = Record<string, unknown>;
type Answer = { headers?: Record<string, unknown>; content: Record<string, { schema: Schema }> };
type Call = {
  parameters?: { name: string; description?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, Answer>;
};
type OpenApi = { paths: Record<string, Record<string, Call>>; components: { schemas: Record<string, Schema> } };

let service: TestService;
let openApi: OpenApi;
/** What carries an answer and what guards a browser, in lower case; told to nobody. */
let ofEveryAnswer: string[];
beforeAll(async () => {
  service = await openService();
  openApi = (await request(service.app).get('/openapi.json')).body as OpenApi;
  const { headers } = await request(service.app).get('/healthz');
  ofEveryAnswer = [...Object.keys(headers).filter((name) => name !== 'x-request-id'), 'vary', 'transfer-encoding'];
});
afterAll(() => service.close());

/** A schema of the document as a schema that stands alone: the definitions that it refers to come with it. */
function alone(schema: Schema): z.ZodType {
  // zod reads patterns without the flag u, which JSON Schema asks for (2020-12, 6.4), and knows no relative references.
  const drop = (key: string, value: unknown) => (key === 'pattern' || value === 'uri-reference' ? undefined : value);
  const text = JSON.stringify({ ...schema, $defs: openApi.components.schemas }, drop);
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}

const SOMETIMES = new Set(['Idempotency-Replayed', 'Retry-After', 'Content-Disposition']);

/** Whether an answer is one of those that the document describes for the call, headers and body. */
function expectDescribed(path: string, method: string, response: Response): void {
  const described = openApi.paths[path]?.[method]?.responses[String(response.status)];
  const content = described?.content[response.type];
  expect([path, response.status, response.type, content !== undefined]).toEqual([
    ...[path, response.status, response.type],
    true,
  ]);
  const told = Object.keys(described?.headers ?? {});
  expect(told.filter((name) => !SOMETIMES.has(name) && response.get(name) === undefined)).toEqual([]);
  const known = new Set([...ofEveryAnswer, ...told.map((name) => name.toLowerCase())]);
  expect(Object.keys(response.headers).filter((name) => !known.has(name))).toEqual([]);
  if (!response.type.includes('json')) return;
  const read = alone(content?.schema ?? {}).safeParse(response.body);
  expect([path, response.status, read.error?.issues ?? []]).toEqual([path, response.status, []]);
}

const ruling = (more: object = {}) => ({
  ...{ instrument: 'protection-order', case: sampleCase(), audience: 'respondent' },
  ...more,
});

/** Places under `value` that are fields of an object and have no Chinese title, neither of their own nor by reference. */
function untitled(value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const here = `${place}/${key}`;
    if (key !== 'properties') return untitled(part, here);
    return Object.entries(part as Record<string, Schema>).flatMap(([name, field]) => {
      const isNamed = /\p{Script=Han}/u.test(String(field['title'])) || '$ref' in field;
      return [...(isNamed ? [] : [`${here}/${name}`]), ...untitled(field, `${here}/${name}`)];
    });
  });
}

describe('the OpenAPI document', () => {
  it('says in Chinese what every field and parameter means', () => {
    expect(untitled(openApi.components.schemas, '')).toEqual([]);
    const parameters = Object.values(openApi.paths).flatMap((calls) =>
      Object.values(calls).flatMap((call) => call.parameters ?? []),
    );
    expect(parameters.length).toBeGreaterThan(5);
    expect(parameters.filter(({ description }) => !/\p{Script=Han}/u.test(description ?? ''))).toEqual([]);
  });

  it.each([
    ['/v1/instruments', '/v1/instruments', 200],
    ['/v1/instruments/{id}', '/v1/instruments/warning-letter', 200],
    ['/v1/instruments/{id}', '/v1/instruments/service-receipt', 200],
    ['/v1/instruments/{id}', '/v1/instruments/nothing', 404],
    ['/v1/jurisdictions', '/v1/jurisdictions', 200],
    ['/v1/jurisdictions/{id}', '/v1/jurisdictions/chongqing', 200],
    ['/v1/jurisdictions/{id}', '/v1/jurisdictions/national?on=2020-01-01', 200],
    ['/v1/jurisdictions/{id}', '/v1/jurisdictions/chongqing?on=2026-02-30', 422],
    ['/v1/documents/{number}', '/v1/documents/AS1', 404],
    ['/v/{number}', '/v/AS1', 404],
    ['/healthz', '/healthz', 200],
    ['/readyz', '/readyz', 200],
    ['/openapi.json', '/openapi.json', 200],
    ['/docs', '/docs', 200],
    ['/metrics', '/metrics', 200],
  ])('describes GET %s as it answers %s: %i', async (path, url, status) => {
    for (const accept of ['application/json', 'text/html, */*;q=0.1']) {
      const response = await request(service.app).get(url).set('Accept', accept);
      expect(response.status).toBe(status);
      expectDescribed(path, 'get', response);
    }
  });

  it.each<[string, string, string, object, number]>([
    ['/v1/validations', '/v1/validations', '*/*', ruling(), 200],
    ['/v1/validations', '/v1/validations', '*/*', ruling({ case: {} }), 200],
    ['/v1/validations', '/v1/validations', '*/*', {}, 422],
    ['/v1/previews', '/v1/previews', 'application/pdf', ruling(), 200],
    ['/v1/previews', '/v1/previews', 'application/json', ruling(), 200],
    ['/v1/previews', '/v1/previews', 'image/png', ruling(), 406],
    ['/v1/documents', '/v1/documents', 'application/json', ruling(), 201],
    ['/v1/documents', '/v1/documents', '*/*', ruling({ format: 'docx' }), 201],
    ['/v1/documents', '/v1/documents', '*/*', ruling({ case: { ...sampleCase(), order: {} } }), 422],
    ['/v1/documents', '/v1/documents', '*/*', ruling({ audience: 'public' }), 422],
    ['/v1/documents', '/v1/documents', '*/*', ruling({ instrument: 'nothing' }), 404],
    ['/v1/documents/{number}/void', '/v1/documents/AS1/void', '*/*', { reason: '有误' }, 404],
    ['/v1/leak-checks', '/v1/leak-checks', '*/*', {}, 415],
  ])('describes POST %s (%s, %s) as it answers', async (path, url, accept, body, status) => {
    const response = await request(service.app).post(url).set('Accept', accept).send(body);
    expect(response.status).toBe(status);
    expectDescribed(path, 'post', response);
  });

  it('describes a document from its issue to its void, and a leak check', async () => {
    const issued = await request(service.app).post('/v1/documents').set('Accept', 'application/json').send(ruling());
    const { number } = issued.body as { number: string };
    expectDescribed('/v1/documents/{number}', 'get', await request(service.app).get(`/v1/documents/${number}`));
    const verdict = await request(service.app).get(`/v/${number}`).set('Accept', 'application/json');
    expectDescribed('/v/{number}', 'get', verdict);
    const [path, url] = ['/v1/documents/{number}/void', `/v1/documents/${number}/void`];
    expectDescribed(path, 'post', await request(service.app).post(url).send({ reason: '有误' }));
    const again = await request(service.app).post(url).send({ reason: '有误' });
    expectDescribed(path, 'post', again);
    expect(again.status).toBe(409);
    const check = await request(service.app)
      .post('/v1/leak-checks')
      .field('address', '幸福路88号2幢301室')
      .attach('file', Buffer.from('%PDF-1.7\n'), 'a.pdf');
    expectDescribed('/v1/leak-checks', 'post', check);
  });

  it('takes every committed case for what it is, an address on one line among them', () => {
    const schema = alone({ $ref: '#/components/schemas/Case' });
    for (const jurisdiction of ['national', 'chongqing', 'xinjiang', 'yunnan', 'henan']) {
      expect(schema.safeParse(sampleCase(jurisdiction)).error?.issues ?? []).toEqual([]);
    }
    const matter = sampleCase() as { victims: { residence: Record<string, unknown> }[] };
    Object.assign(matter.victims[0]?.residence ?? {}, { current: '重庆市南岸区幸福路88号2幢301室' });
    expect(schema.safeParse(matter).success).toBe(true);
    expect(schema.safeParse({ ...matter, victims: 'none' }).success).toBe(false);
  });
});
