import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mergePatch } from '../../scripts/samples/merge-patch';
import type { Built, Finding, Item, View } from '../../src/authoring';
import { toPlainText } from '../../src/model';
import { type Projection, project } from '../../src/privacy';
import { createValidator, fieldNames } from '../../src/schema';
import { compileClauses } from '../../src/text';
import { checkCase } from '../../templates/case';
import type { Case } from '../../templates/case/schema';
import type { CaseInstrument } from '../../templates/law';
import { policy } from '../../templates/policy';
import { loadCaseLaw } from './case-law';

const TEMPLATES = path.join(__dirname, '../../templates');
const GOLDEN = path.join(__dirname, '../golden');
const NOW = '2026-11-21T10:00:00+08:00';

/** One situation of an instrument: a merge patch (RFC 7396) on the sample case of a jurisdiction. */
export type Sample = { title: string; base: string; patch: unknown; item?: string; audience?: string };

export type Copy = {
  case: Case;
  projection: Projection<Case>;
  findings: Finding[];
  built: Built;
  /** What a reader of the copy reads. */
  text: string;
};

const jurisdictions = loadCaseLaw();

/** The samples of an instrument by name. */
export function readSamples(instrument: string): [string, Sample][] {
  const dir = path.join(TEMPLATES, 'instruments', instrument, 'samples');
  return readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [path.basename(file, '.json'), readJson(path.join(dir, file)) as Sample]);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The case of a sample as it would be posted. */
export function caseOf({ base, patch }: Pick<Sample, 'base' | 'patch'>): unknown {
  return mergePatch(readJson(path.join(TEMPLATES, 'jurisdictions', base, 'samples/case.json')), patch);
}

type Options = {
  instrument: CaseInstrument;
  sample: Sample;
  audience: string;
  /** Builds from this view instead of the audience's own, e.g. from one without a single leaf. */
  view?: View<Case>;
};

/**
 * Makes a copy as the service does: validate, find the law of the day, check, project for the audience, build.
 * @throws Error when the sample is not a valid case of the instrument
 */
export function buildCopy({ instrument, sample, audience, view }: Options): Copy {
  const { validator, clauses } = compile(instrument);
  const result = validator.validate(caseOf(sample));
  if (!result.ok) throw new Error(`${sample.title}: ${JSON.stringify(result.errors)}`);
  const root = result.value;
  const item = itemOf(instrument, sample);
  const law = jurisdictions.law(root.jurisdiction, instrument.lawDate(root, item) ?? NOW.slice(0, 10));
  if (law === undefined) throw new Error(`${sample.title}: unknown jurisdiction`);
  const input = { case: root, law, item, now: NOW };
  const findings = [...checkCase(input), ...instrument.check(input)];
  const entry = item === undefined ? undefined : readEntry(root, item);
  const readers = [audience, ...(instrument.item?.readers?.(entry, root) ?? [])];
  const pointer = item?.pointer;
  const projection = project({ root, tree: validator.tree, policy, readers, item: pointer, freeText: 'redact' });
  const built = instrument.build({
    view: view ?? projection.view,
    item,
    audience,
    law,
    clause: clauses.of(instrument.id, law),
    number: 'AS-2026-0000016',
    verifyUrl: 'https://anshu.example/v/AS-2026-0000016',
  });
  return { case: root, projection, findings, built, text: toPlainText(built.model) };
}

type Compiled = { validator: ReturnType<typeof createValidator<Case>>; clauses: ReturnType<typeof compileClauses> };
const compiled = new Map<string, Compiled>();

/** Schema and clauses of an instrument, read once. */
function compile(instrument: CaseInstrument): Compiled {
  const known = compiled.get(instrument.id);
  if (known !== undefined) return known;
  const validator = createValidator(instrument.schema);
  const clauses = compileClauses({
    templatesDir: TEMPLATES,
    jurisdictions,
    fields: fieldNames(validator.tree),
    instruments: [instrument],
  });
  compiled.set(instrument.id, { validator, clauses });
  return { validator, clauses };
}

function itemOf({ item }: CaseInstrument, sample: Sample): Item | undefined {
  if (item === undefined) return undefined;
  const pointer = sample.item ?? `/${item.section}/0`;
  return { pointer, index: Number(pointer.split('/').at(-1)) };
}

function readEntry(root: Case, { pointer, index }: Item): unknown {
  const list = (root as Record<string, unknown>)[pointer.split('/')[1] ?? ''];
  return Array.isArray(list) ? list[index] : undefined;
}

/**
 * Words that give away where a victim now lives or means to live: parts of the address below the county that no
 * address known to the respondent shares.
 */
export function hiddenPlaceWords({ victims, respondents }: Case): string[] {
  const known = [...respondents.map(({ residence }) => residence), ...victims.map(({ residence }) => residence.shared)];
  const knownWords = new Set(known.flatMap((address) => Object.values(address ?? {})));
  return victims
    .flatMap(({ residence }) => [residence.current, residence.intended])
    .flatMap((address) => [address?.street, address?.community, address?.road, address?.line])
    .flatMap((word) => (word === undefined || knownWords.has(word) ? [] : [word]));
}

/** Compares a text with `tests/golden/<name>.txt`; UPDATE_GOLDEN=1 writes the file instead. */
export function expectGolden(name: string, text: string): void {
  const file = path.join(GOLDEN, `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `no golden file ${name}.txt`).toBe(text);
}
