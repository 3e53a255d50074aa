import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { openSamples, SAMPLE_NUMBER, SAMPLE_TIME } from '../../scripts/samples/open-samples';
import type { Format } from '../../src/layout';
import { findInstrument, prepareCopy, renderCopy } from '../../src/pipeline';
import { sampleCase } from '../support/open-service';
import { temporaryFolder } from '../support/temporary-folder';

type Pipeline = Awaited<ReturnType<typeof openSamples>>;

let opened: Pipeline;
let folder: string;
beforeAll(async () => {
  opened = await openSamples(path.resolve(__dirname, '../..'));
  folder = temporaryFolder();
});
afterAll(() => opened.close());

/** Characters of no sample, clause or numeral: whatever is left of a name is the name's. */
const name = (length: number) =>
  fc
    .array(fc.constantFrom(...'鹳鸪鹂鹭璞漪沅湄洵漩麒麟晗钰骞焱翊昱珩淼垚骁翀蘅菡萏薇荃蕙蔚芷茜荻'), {
      minLength: length,
      maxLength: length,
    })
    .map((characters) => characters.join(''));
const between = (min: number, max: number) => fc.integer({ min, max }).map(String);

type Home = Record<'community' | 'road' | 'number' | 'building' | 'unit' | 'room', string>;
const home: fc.Arbitrary<Home> = fc.record({
  community: fc.tuple(name(3), fc.constantFrom('里', '苑', '小区', '花园', '新村')).map((parts) => parts.join('')),
  road: fc.tuple(name(3), fc.constantFrom('路', '街', '巷', '大道', '支路')).map((parts) => parts.join('')),
  number: fc.tuple(between(1, 998), fc.constantFrom('号', '')).map((parts) => parts.join('')),
  building: fc.tuple(between(1, 40), fc.constantFrom('栋', '幢', '号楼', '座')).map((parts) => parts.join('')),
  unit: between(1, 6).map((unit) => `${unit}单元`),
  room: fc.tuple(between(101, 3304), fc.constantFrom('室', '房', '')).map((parts) => parts.join('')),
});

const REGIONS = { province: '重庆市', county: '南岸区', street: '龙门浩街道' };
/** The shapes in which a case states an address. */
const SHAPES: readonly ((home: Home) => Record<string, string>)[] = [
  (parts) => ({ ...REGIONS, ...parts }),
  (parts) => parts,
  ({ road, number, room }) => ({ ...REGIONS, road, number: `${parseInt(number, 10)}号`, room }),
  ({ community, building, room }) => ({ county: REGIONS.county, community, building, room }),
  (parts) => ({ line: whole(parts) }),
  (parts) => ({ line: Object.values(REGIONS).join('') + whole(parts) }),
];

/** The number of the house with its word; nothing where the case states none. */
const gate = (number: string) => (number === '' ? '' : `${parseInt(number, 10)}号`);
const whole = ({ community, road, number, building, unit, room }: Home) =>
  `${road}${gate(number)}${community}${building}${unit}${room}`;
const digits = (text: string, to: string) => text.replace(/\d/g, (digit) => [...to][Number(digit)] ?? '');
/** The ways in which a narrative writes it. */
const SPELLINGS: readonly ((home: Home) => string)[] = [
  whole,
  (parts) => `重庆市南岸区${whole(parts)}`,
  (parts) => digits(whole(parts), '０１２３４５６７８９'),
  (parts) => digits(whole(parts), '零一二三四五六七八九'),
  (parts) => [...whole(parts)].join(' '),
  (parts) => [...whole(parts)].join('\n'),
  ({ road, number }) => `${road}${gate(number)}`,
  ({ community }) => community,
  ({ community, building, room }) => `${community}，${building}${room}`,
  ({ road, community, building, number }) => `${community}${building}（${road}${gate(number)}）`,
  ({ road, building, room }) => `${road}**号${building}${room}`,
];

const INSTRUMENTS = ['protection-order', 'warning-letter', 'assistance-notice', 'service-receipt', 'follow-up-visit'];

const matter = fc.record({
  home,
  shape: fc.constantFrom(...SHAPES),
  spellings: fc.array(fc.constantFrom(...SPELLINGS), { minLength: 1, maxLength: 5 }),
  instrument: fc.constantFrom(...INSTRUMENTS),
  pick: fc.nat(),
});
type Matter = typeof matter extends fc.Arbitrary<infer T> ? T : never;
type Root = {
  victims: { residence: Record<string, object> }[];
  order: Record<string, unknown>;
  incidents: Record<string, unknown>[];
  violation: Record<string, unknown>;
};

/** A request for one of the copies of the matter. */
function requestOf({ home: parts, shape, spellings, instrument, pick }: Matter, format: Format) {
  const root = sampleCase() as unknown as Root;
  const stated = shape(parts);
  // What the case does not state nobody can know to be secret.
  const isStated = (key: string) => key in stated || 'line' in stated;
  const known = Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [key, isStated(key) ? part : '']),
  ) as Home;
  const story = spellings
    .map((spell) => spell(known))
    .filter((spelling) => /\p{Script=Han}{3}|(?:\p{Script=Han}\s){3}/u.test(spelling) && !spelling.startsWith('**'))
    .map((spelling) => `申请人称其住在${spelling}。`)
    .join('');
  for (const { residence } of root.victims) {
    delete residence['intended'];
    residence['current'] = stated;
  }
  root.order['findings'] = story || '无。';
  root.violation['narrative'] = story || '无。';
  for (const incident of root.incidents) incident['narrative'] = story || '无。';
  const { item, audiences } = findInstrument(opened.pipeline, instrument);
  const list = item === undefined ? [undefined] : ((root as unknown as Record<string, unknown[]>)[item.section] ?? []);
  const index = pick % list.length;
  const fixed = item?.audienceOf?.(list[index] as never, root as never);
  const options = fixed === undefined ? audiences : [fixed];
  return {
    ...{ instrument, case: root, format, freeText: 'redact' as const },
    item: item === undefined ? undefined : `/${item.section}/${index}`,
    audience: options[pick % options.length],
  };
}

/** Searches without any of the service's own means: is any character of the names left, or number and room together? */
function leftOf({ home: { community, road, number, room } }: Matter, text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[\s\p{P}\p{S}]|\\n/gu, '');
  const words = [road, community, [...road].slice(0, 3).join(''), [...community].slice(0, 3).join('')];
  const deep = `${parseInt(number, 10)}号${parseInt(room, 10)}`;
  return [...words, deep].filter((word) => plain.includes(word));
}

function readAll(bytes: Buffer, format: Format): string {
  if (format === 'docx')
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part).replace(/<[^>]+>/g, ''))
      .join('');
  const file = path.join(folder, 'copy.pdf');
  writeFileSync(file, bytes);
  return (
    execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }) + bytes.toString('latin1') + bytes.toString()
  );
}

const options = { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME };

test('no view for anyone holds anything of a new home, in whatever shape it is stated or written', () => {
  fc.assert(
    fc.property(matter, (one) => {
      const { projection } = prepareCopy(opened.pipeline, requestOf(one, 'pdf'));
      expect(leftOf(one, JSON.stringify(projection.view))).toEqual([]);
      expect(leftOf(one, JSON.stringify(projection.disclosures))).toEqual([]);
    }),
    { numRuns: 300, seed: 20261121 },
  );
}, 60_000);

test('no file in any format holds anything of it', async () => {
  await fc.assert(
    fc.asyncProperty(matter, fc.constantFrom<Format>('pdf', 'docx'), async (one, format) => {
      const { bytes } = await renderCopy(opened.pipeline, prepareCopy(opened.pipeline, requestOf(one, format)), {
        ...options,
        format,
      });
      expect(leftOf(one, readAll(bytes, format))).toEqual([]);
    }),
    { numRuns: 40, seed: 20261121 },
  );
}, 60_000);

test('a template that prints everything it was given still gives nothing away', async () => {
  await fc.assert(
    fc.asyncProperty(matter, fc.constantFrom<Format>('pdf', 'docx'), async (one, format) => {
      const copy = prepareCopy(opened.pipeline, requestOf(one, format));
      const { instrument } = copy;
      const dumping: typeof instrument = {
        ...instrument,
        build: (input) => {
          const built = instrument.build(input);
          const dump = {
            kind: 'paragraph' as const,
            content: [{ kind: 'text' as const, text: JSON.stringify(input.view) }],
          };
          return { ...built, model: { ...built.model, blocks: [...built.model.blocks, dump as never] } };
        },
      };
      const { bytes } = await renderCopy(opened.pipeline, { ...copy, instrument: dumping }, { ...options, format });
      const text = readAll(bytes, format);
      expect(text.replace(/\s/g, '')).toContain('caseNumber');
      expect(leftOf(one, text)).toEqual([]);
    }),
    { numRuns: 15, seed: 20261121 },
  );
}, 60_000);
