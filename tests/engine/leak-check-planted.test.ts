import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import request from 'supertest';
import { createApp, createMetrics, type HttpDeps } from '../../src/http';
import { type Format, type Layout, openLayout } from '../../src/layout';
import { createLog } from '../../src/log';
import { openRegistry, type Registry } from '../../src/registry';
import { openPipeline } from '../../src/wire';
import { workInProcess } from '../../src/workers/in-process';
import { templates } from '../../templates';
import { sampleCase } from '../support/open-service';
import { ROOT } from '../support/root';

/** The victim's new home in the sample case. */
const ADDRESS = '临江支路17号5栋2单元604室';
const SECRETS = /临江支路|听涛里|17号|604室/;

type Write = Layout['writers']['pdf']['write'];
/** Makes a writer that misbehaves out of a good one. */
type Plant = (write: Write) => Write;

let home: string;
let registry: Registry;
let layout: Layout;
let pipeline: HttpDeps['pipeline'];
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'anshu-planted-'));
  const clock = () => new Date('2026-11-21T02:00:00Z');
  registry = openRegistry({ dataDir: home, clock });
  layout = await openLayout({ fontsDir: path.join(ROOT, 'fonts') });
  const opened = openPipeline({
    ...{ templates, registry, clock, publicBaseUrl: 'https://anshu.example' },
    ...{ templatesDir: path.join(ROOT, 'templates'), workers: workInProcess(layout) },
  });
  pipeline = opened as unknown as HttpDeps['pipeline'];
});
afterAll(() => {
  registry.close();
  rmSync(home, { recursive: true });
});

function qpdf(bytes: Buffer, options: (folder: string) => string[]): Buffer {
  const folder = mkdtempSync(path.join(home, 'qpdf-'));
  const [source, target] = [path.join(folder, 'in.pdf'), path.join(folder, 'out.pdf')];
  writeFileSync(source, bytes);
  writeFileSync(path.join(folder, 'notes.txt'), ADDRESS);
  // It repairs the offsets, and says so by its exit code.
  execFileSync('qpdf', ['--warning-exit-0', source, ...options(folder), target], { stdio: 'ignore' });
  return readFileSync(target);
}

const inQr: Plant = (write) => (model, options) =>
  write({ ...model, qr: { caption: [], ...model.qr, payload: `https://anshu.example/v/1?to=${ADDRESS}` } }, options);

/** A paragraph that the check of the model never saw, set as any other: with white beside its digits. */
const inText: Plant = (write) => (model, options) =>
  write(
    { ...model, blocks: [...model.blocks, { kind: 'paragraph', content: [{ kind: 'text', text: `住${ADDRESS}。` }] }] },
    options,
  );

/** Over the last outlines of the first font program, which is stored as it is. */
const inFont: Plant = (write) => async (model, options) => {
  const file = Buffer.from(await write(model, options));
  const start = file.indexOf('stream', file.indexOf('/Length1'));
  const leak = Buffer.from(ADDRESS);
  leak.copy(file, file.indexOf('endstream', start) - leak.length - 4);
  return file;
};

const BUGS: [what: string, format: Format, plant: Plant, place: string][] = [
  [
    'the XMP metadata',
    'pdf',
    (write) => async (model, options) => {
      const latin = (await write(model, options)).toString('latin1');
      const leak = Buffer.from(`<dc:coverage>${ADDRESS}</dc:coverage></rdf:Description>`).toString('latin1');
      return qpdf(Buffer.from(latin.replace('</rdf:Description>', leak), 'latin1'), () => []);
    },
    'PDF 数据流',
  ],
  [
    'a header part',
    'docx',
    (write) => async (model, options) => {
      const header = strToU8(`<w:hdr><w:p><w:r><w:t>${ADDRESS}</w:t></w:r></w:p></w:hdr>`);
      return Buffer.from(zipSync({ ...unzipSync(await write(model, options)), 'word/header9.xml': header }));
    },
    'DOCX 部件 word/header9.xml',
  ],
  ['the text of a page', 'pdf', inText, 'PDF 页面文字'],
  ['the text of a page', 'docx', inText, 'document.xml'],
  ['a font program', 'pdf', inFont, 'PDF 字体程序'],
  ['the code, as an image', 'pdf', inQr, 'PDF 图片里的图形码'],
  ['the code, as a picture', 'docx', inQr, '里的图形码'],
  [
    'an attachment',
    'pdf',
    (write) => async (model, options) =>
      qpdf(await write(model, options), (folder) => ['--add-attachment', path.join(folder, 'notes.txt'), '--']),
    'PDF 数据流',
  ],
];

/** The service with one writer replaced, one request to it, and what it left behind. */
async function issueWith(format: Format, plant: Plant) {
  const lines: string[] = [];
  const numbers: string[] = [];
  const metrics = createMetrics();
  const write = plant(layout.writers[format].write);
  const app = createApp({
    pipeline: {
      ...pipeline,
      workers: workInProcess({ ...layout, writers: { ...layout.writers, [format]: { write } } }),
      registry: {
        ...registry,
        reserve(reservation) {
          const entry = registry.reserve(reservation);
          numbers.push(entry.number);
          return entry;
        },
      },
    },
    log: createLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } }),
    metrics,
    limits: { bodyLimit: 1 << 20, uploadLimit: 1 << 20 },
    version: '0.0.0-test',
    isStopping: () => false,
  });
  const body = { instrument: 'protection-order', case: sampleCase(), audience: 'respondent', format };
  const response = await request(app).post('/v1/documents').send(body);
  return { response, number: numbers[0] ?? '', log: lines.join(''), counted: await metrics.registry.metrics() };
}

test.each<Format>(['pdf', 'docx'])('the unchanged %s writer is issued', async (format) => {
  const { response, number, log } = await issueWith(format, (write) => write);
  expect([response.status, registry.find(number)?.status]).toEqual([201, 'sealed']);
  expect(log).not.toContain('ALARM');
});

test.each(BUGS)('a writer that puts the address into %s (%s) is stopped', async (_, format, plant, place) => {
  const { response, number, log, counted } = await issueWith(format, plant);
  expect([response.status, response.body.code]).toEqual([500, 'LEAK_DETECTED']);
  expect(response.body.detail).toContain(place);
  expect(response.text).not.toMatch(SECRETS);
  expect(registry.find(number)).toMatchObject({ status: 'voided' });
  expect(registry.find(number)?.sha256).toBeUndefined();
  expect(counted).toMatch(/^anshu_leaks_stopped_total 1$/m);
  expect(log).toContain('ALARM leak stopped');
  expect(log).not.toMatch(SECRETS);
});
