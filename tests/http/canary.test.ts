import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import request from 'supertest';
import { describeFailure } from '../../src/errors';
import { createValidator } from '../../src/schema';
import { templates } from '../../templates';
import { until } from '../support/faulty-service';
import { type Marked, markCase } from '../support/markers';
import { openService, sampleCase, type TestService } from '../support/open-service';
import { temporaryFolder } from '../support/temporary-folder';

const IDS = ['chongqing', 'national', 'xinjiang', 'yunnan', 'henan'];
const { tree } = createValidator(templates.caseSchema);
const cases = new Map(IDS.map((id, index) => [id, markWithStory(id, 7919 * (index + 1))]));
const everyMarker = [...cases.values()].flatMap(({ markers }) => [...markers.values()]);

type Person = Record<string, unknown> & { residence: Record<string, object | undefined> };

/** The running text states what the fields state, so that redaction is at work in every copy. */
function markWithStory(id: string, seed: number): Marked {
  const marked = markCase(sampleCase(id), tree, seed);
  const { order, incidents, victims, ...rest } = marked.case as {
    order: { findings?: string };
    incidents: { narrative: string }[];
    victims: Person[];
    informants?: { name: string }[];
    assistance?: { recipient: { name: string } }[];
  };
  const line = (address: unknown) => Object.values(address ?? {}).join('');
  const facts = [
    ...victims.flatMap(({ residence, householdRegistration, phone, email, shelter, school }) => [
      ...[residence['current'], residence['intended'], householdRegistration].map(line),
      ...[phone, email, shelter, school],
    ]),
    ...(rest.informants ?? []).map(({ name }) => name),
    ...(rest.assistance ?? []).map(({ recipient }) => recipient.name),
  ];
  const story = facts
    .flatMap((fact) => (typeof fact === 'string' && fact !== '' ? `另查明${fact}一节。` : []))
    .join('');
  order.findings = `${order.findings ?? ''}${story}`;
  const [first] = incidents;
  if (first !== undefined) first.narrative += story;
  return marked;
}

let service: TestService;
let server: Server;
/** Folders of this test; the second is for the service that crashes. */
const [readable, dataDir, otherDataDir] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
const created = new Set<string>();
let watcher: ReturnType<typeof watch>;

beforeAll(async () => {
  watcher = watch(tmpdir(), (_event, name) => created.add(String(name)));
  service = await openService({ dataDir });
  server = service.app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  watcher.close();
  server.closeAllConnections();
  server.close();
  await service.close();
});

const among = (text: string, markers: readonly string[] = everyMarker) =>
  markers.filter((marker) => text.includes(marker));

type Call = { method?: 'get' | 'post'; url: string; accept?: string; body?: unknown; type?: string };

const at = (url: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${url}`;

/** Makes a call; whatever comes back but a file holds no marker, and nothing is ever cached. */
async function call({ method = 'post', url, accept, body, type = 'application/json' }: Call) {
  const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const headers = {
    ...(accept === undefined ? {} : { Accept: accept }),
    ...(method === 'get' ? {} : { 'Content-Type': type }),
  };
  return readAnswer(await fetch(at(url), { method, headers, ...(sent === undefined ? {} : { body: sent }) }));
}

async function readAnswer(response: globalThis.Response) {
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(among(decodeURIComponent(JSON.stringify([...response.headers])))).toEqual([]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  if (!/pdf|openxml/.test(type)) expect(among(bytes.toString())).toEqual([]);
  return { status: response.status, bytes, type };
}

type Wanted = { id: string; instrument: string; audience: string; item?: string };

/** Every copy that can be made of a case. */
function copiesOf(id: string): Wanted[] {
  const root = cases.get(id)?.case ?? {};
  return templates.instruments.flatMap((instrument): Wanted[] => {
    const { item } = instrument;
    const list = item === undefined ? undefined : root[item.section];
    const items = Array.isArray(list) ? list.map((_, index) => `/${item?.section}/${index}`) : [undefined];
    return items.flatMap((pointer, index) => {
      const entry: unknown = Array.isArray(list) ? list[index] : undefined;
      const fixed = item?.audienceOf?.(entry as never, root as never);
      const audiences = fixed === undefined ? instrument.audiences : [fixed];
      return audiences.map((audience) => ({
        ...{ id, instrument: instrument.id, audience },
        ...(pointer === undefined ? {} : { item: pointer }),
      }));
    });
  });
}

const bodyOf = ({ id, ...copy }: Wanted, more: object = {}) => ({ ...copy, case: cases.get(id)?.case, ...more });

/** What the copy may show: the fields that the disclosure report says are shown. */
async function permitted(copy: Wanted): Promise<Set<string>> {
  const { bytes, status } = await call({ url: '/v1/previews', accept: 'application/json', body: bodyOf(copy) });
  const report = JSON.parse(bytes.toString()) as {
    errors?: object[];
    disclosures: { pointer: string; decision: string }[];
  };
  expect([status, report.errors]).toEqual([200, undefined]);
  return new Set(report.disclosures.flatMap(({ pointer, decision }) => (decision === 'show' ? [pointer] : [])));
}

function textOf(bytes: Buffer, type: string): string {
  if (!type.includes('pdf')) {
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => name + Buffer.from(part).toString());
    return parts.join('').replace(/<[^>]+>|\s/g, '');
  }
  const file = path.join(readable, 'copy.pdf');
  writeFileSync(file, bytes);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
  return text + bytes.toString('latin1') + bytes.toString('utf16le') + bytes.toString();
}

/** All copies of one case, and some of every other. */
const copies = IDS.flatMap((id, place) => copiesOf(id).filter((_, index) => place === 0 || index % 9 === place));

test('the markers are many, valid, and in no text but their own', () => {
  for (const [id, { markers }] of cases) {
    expect(new Set(markers.values()).size).toBe(markers.size);
    expect(markers.size).toBeGreaterThan(25);
    expect(among(JSON.stringify(sampleCase(id)))).toEqual([]);
    for (const pointer of ['/victims/0/residence/current/road', '/victims/0/phone', '/victims/0/idDocument/number']) {
      if (id === 'chongqing') expect([...markers.keys()]).toContain(pointer);
    }
  }
  expect(copies.length).toBeGreaterThan(40);
});

test.each(copies)('$id $instrument for $audience $item gives away nothing but what its report says', async (copy) => {
  const allowed = await permitted(copy);
  const markers = cases.get(copy.id)?.markers ?? new Map<string, string>();
  const secret = [...markers].flatMap(([pointer, marker]) => (allowed.has(pointer) ? [] : [marker]));
  expect(secret.length).toBeGreaterThan(5);
  for (const format of ['pdf', 'docx']) {
    const { status, bytes, type } = await call({ url: '/v1/documents', body: bodyOf(copy, { format }) });
    expect([status, format]).toEqual([201, format]);
    expect(among(textOf(bytes, type), secret)).toEqual([]);
  }
});

describe('wrong input', () => {
  const first = cases.get('chongqing') as Marked;
  const story = JSON.stringify(first.case);
  const [marker = ''] = everyMarker;
  const order = { instrument: 'protection-order', audience: 'respondent', case: first.case };
  const bodies: [string, unknown, string?][] = [
    ['broken JSON', `{"case": ${story}, ${marker}`],
    ['another media type', story, 'text/plain'],
    ['a form without a file', `${marker}=${marker}`, 'multipart/form-data; boundary=x'],
    ['a list', [first.case]],
    ['too deep', JSON.parse(`${'['.repeat(200)}"${marker}"${']'.repeat(200)}`)],
    ['unknown words', { ...order, [marker]: marker, instrument: marker }],
    ['an unknown audience', { ...order, audience: marker }],
    ['the public', { ...order, audience: 'public' }],
    ['an item that is none', { ...order, item: `/${marker}` }],
    ['a format that is none', { ...order, format: marker }],
    ['text that may not be changed', { ...order, freeText: 'reject' }],
    ['fields of no case', { ...order, case: { ...first.case, [marker]: marker } }],
    ['an unknown place', { ...order, case: { ...first.case, jurisdiction: marker } }],
    ['a home that is said to be known', { ...order, case: withKnown(first.case, '/residence/current') }],
    ['a pointer that is none', { ...order, case: withKnown(first.case, `/${marker}`) }],
  ];

  function withKnown(root: Record<string, unknown>, pointer: string) {
    const [victim, ...others] = root['victims'] as object[];
    return { ...root, victims: [{ ...victim, knownToRespondent: [{ pointer, reason: marker }] }, ...others] };
  }

  // Fewer parameters than entries: jest takes a further one for its callback.
  test.each(bodies)('%s is answered without a marker by every call', async (...[, body, type]) => {
    for (const url of ['/v1/validations', '/v1/previews', '/v1/documents', '/v1/documents/AS-2026-0000016/void']) {
      const { status } = await call({ url, body, ...(type === undefined ? {} : { type }) });
      expect([200, 400, 404, 415, 422]).toContain(status);
    }
  });

  test('addresses and names in the URL are not repeated', async () => {
    const word = encodeURIComponent(marker);
    const urls = ['/v1/instruments/', '/v1/jurisdictions/', '/v1/documents/', '/v/', '/', '/docs/', '/v1/'];
    for (const url of urls) {
      for (const accept of ['application/json', 'text/html']) {
        const { status } = await call({ method: 'get', url: `${url}${word}?q=${word}`, accept });
        expect(status).toBe(404);
      }
    }
  });

  test('a paper from elsewhere is checked without repeating the address', async () => {
    const address = '鹳漪沅路7391号';
    const copy: Wanted = { id: 'chongqing', instrument: 'protection-order', audience: 'respondent' };
    const { bytes } = await call({ url: '/v1/documents', body: bodyOf(copy) });
    const form = new FormData();
    form.set('address', address);
    form.set('file', new Blob([bytes]), `${address}.pdf`);
    const answer = await readAnswer(await fetch(at('/v1/leak-checks'), { method: 'POST', body: form }));
    expect([answer.status, JSON.parse(answer.bytes.toString()).clean]).toEqual([200, true]);
    expect(answer.bytes.toString()).not.toContain('鹳漪沅');
    expect(service.logLines()).not.toContain('鹳漪沅');
  });
});

describe('a crash', () => {
  test('in a template is told by its place in the code alone', async () => {
    const [first] = templates.instruments;
    if (first === undefined) throw new Error('no instrument');
    const crashing = {
      ...first,
      build: (input: { view: unknown }) => {
        throw new TypeError(`cannot read ${JSON.stringify(input.view)}\n    at ${everyMarker.join(' ')}`);
      },
    };
    const other = await openService({ dataDir: otherDataDir, instruments: [crashing] });
    const body = { ...bodyOf({ id: 'chongqing', instrument: first.id, audience: first.audiences[0] ?? '' }) };
    const response = await request(other.app).post('/v1/documents').send(body);
    expect(response.status).toBe(500);
    expect(among(response.text + JSON.stringify(response.headers) + other.logLines())).toEqual([]);
    expect(other.logLines()).toContain('TypeError at ');
    await other.close();
  });

  test('of the process is logged without its message', () => {
    const [marker = ''] = everyMarker;
    for (const thrown of [new Error(marker), new RangeError(`x\n    at ${marker} (y)`), marker, { marker }]) {
      expect(describeFailure(thrown)).not.toContain(marker);
    }
    expect(describeFailure(new RangeError(`x\n    at ${marker}`))).toMatch(/^RangeError at .*canary\.test/);
  });
});

describe('after all that', () => {
  test('the log at its most verbose, the metrics and the pages hold no marker', async () => {
    expect(service.logLines().length).toBeGreaterThan(1000);
    expect(among(service.logLines())).toEqual([]);
    for (const url of [
      '/metrics',
      '/openapi.json',
      '/docs',
      '/docs/problems',
      '/readyz',
      '/healthz',
      '/v1/instruments',
    ]) {
      expect((await call({ method: 'get', url })).status).toBe(200);
    }
  });

  test('the register on disk holds no marker in any encoding', () => {
    const files = readdirSync(service.dataDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(path.join(parentPath, name));
      expect(among(name + bytes.toString() + bytes.toString('utf16le') + bytes.toString('latin1'))).toEqual([]);
    }
  });

  test('no temporary file was ever written, not even for a moment', async () => {
    writeFileSync(path.join(tmpdir(), 'last'), '');
    await until(() => created.has('last'));
    expect([...created]).toEqual(['last']);
  });
});
