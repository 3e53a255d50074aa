import { z } from 'zod';
import { readJurisdictions } from './read';
import { type Basis, cite, type JurisdictionFile, type Law, type LawSchema } from './rules';

/** All jurisdictions, checked at start. */
export type Jurisdictions<P = Record<string, unknown>, L = Record<string, Record<string, unknown>>> = {
  ids: string[];
  label(id: string): string;
  /** The jurisdictions whose rules hold in `id`, itself first and the root last; empty for an unknown one. */
  lineage(id: string): string[];
  /** Ids of every provision that rules and wording of `id` may rest on, in force or not. */
  provisions(id: string): ReadonlySet<string>;
  /** The law of `id` on `date` (YYYY-MM-DD), the same object each time; undefined for an unknown jurisdiction. */
  law(id: string, date: string): Law<P, L> | undefined;
};

type Infer<S extends Shape> = { [Key in keyof S]: z.infer<S[Key]> };
type Shape = Readonly<Record<string, z.ZodType>>;
type Options<P, L> = { dir: string; schema: LawSchema<P, L> };

/**
 * Reads `<dir>/<id>/jurisdiction.json` of every jurisdiction.
 * @throws Error naming file and place when a rule is malformed, uncited or cites an unknown provision
 */
export function loadJurisdictions<P extends Shape, L extends Shape>(
  options: Options<P, L>,
): Jurisdictions<Infer<P>, Infer<L>> {
  const files = readJurisdictions(options.dir);
  for (const file of files.values()) checkFile({ file, files, schema: options.schema });
  checkRoots([...files.values()]);
  const layers = (id: string) => {
    const file = files.get(id);
    return file === undefined ? [] : layersOf(file, files);
  };
  const lawOn = remember((id: string, date: string) => {
    const file = files.get(id);
    if (file === undefined) return undefined;
    return resolve({ layers: layersOf(file, files), date, listNames: Object.keys(options.schema.lists) }) as Law<
      Infer<P>,
      Infer<L>
    >;
  });
  return {
    ids: [...files.keys()].sort(),
    label: (id) => files.get(id)?.label ?? '',
    lineage: (id) =>
      layers(id)
        .map((layer) => layer.id)
        .reverse(),
    provisions: (id) => new Set(layers(id).flatMap(({ bases }) => bases.map((basis) => basis.id))),
    law: lawOn,
  };
}

/** Days are named by cases, so that there could be any number of them. */
const MOST_REMEMBERED = 1_000;

/** Most papers are made under the law of a few days: what was made for a place and a day is made once. */
function remember<T>(make: (id: string, date: string) => T): (id: string, date: string) => T {
  const made = new Map<string, T>();
  return (id, date) => {
    const key = JSON.stringify([id, date]);
    if (made.has(key)) return made.get(key) as T;
    if (made.size >= MOST_REMEMBERED) made.clear();
    const law = make(id, date);
    made.set(key, law);
    return law;
  };
}

/** From the root to the jurisdiction itself: later layers overlay earlier ones. */
function layersOf(file: JurisdictionFile, files: Map<string, JurisdictionFile>): JurisdictionFile[] {
  const layers = [file];
  for (let parent = file.extends; parent !== undefined; parent = files.get(parent)?.extends) {
    const next = files.get(parent);
    if (next === undefined) throw new Error(`${file.id}: extends unknown jurisdiction "${parent}"`);
    if (layers.includes(next)) throw new Error(`${file.id}: extends itself`);
    layers.unshift(next);
  }
  return layers;
}

/** A place that forgot what it extends would do without the law that holds everywhere. */
function checkRoots(files: readonly JurisdictionFile[]): void {
  const [root, ...others] = files.filter((file) => file.extends === undefined).map(({ id }) => id);
  if (others.length === 0) return;
  throw new Error(`${[root, ...others].join(', ')}: only one jurisdiction may go without "extends"`);
}

type Check = {
  file: JurisdictionFile;
  files: Map<string, JurisdictionFile>;
  schema: LawSchema<Shape, Shape>;
};

function checkFile({ file, files, schema }: Check): void {
  const provisions = layersOf(file, files).flatMap(({ bases }) => bases.map(({ id }) => id));
  const known = new Set(provisions);
  const fail = (place: string, why: string) => {
    throw new Error(`${file.id}/jurisdiction.json ${place}: ${why}`);
  };
  const checkBasis = (place: string, basis: string[]) => {
    for (const id of basis) if (!known.has(id)) fail(place, `cites unknown provision "${id}"`);
  };
  // A provision told twice could silently change its dates for every rule that cites it.
  for (const id of repeated(provisions)) fail(`bases.${id}`, 'provision is defined twice');
  for (const { id, validFrom, validUntil = validFrom } of file.bases) {
    if (validUntil < validFrom) fail(`bases.${id}`, 'validUntil lies before validFrom');
  }
  for (const [name, { value, basis }] of Object.entries(file.parameters)) {
    const type = schema.parameters[name];
    const parsed = type?.safeParse(value);
    if (parsed === undefined) fail(`parameters.${name}`, 'unknown parameter');
    else if (!parsed.success) fail(`parameters.${name}`, z.prettifyError(parsed.error));
    checkBasis(`parameters.${name}`, basis);
  }
  for (const [name, items] of Object.entries(file.lists)) {
    const type = schema.lists[name];
    if (type === undefined) fail(`lists.${name}`, 'unknown list');
    for (const id of repeated(items.map((item) => item.id))) fail(`lists.${name}.${id}`, 'item is defined twice');
    for (const { id, basis, ...content } of items) {
      const parsed = type?.safeParse(content);
      if (parsed?.success === false) fail(`lists.${name}.${id}`, z.prettifyError(parsed.error));
      checkBasis(`lists.${name}.${id}`, basis);
    }
  }
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function isInForce({ validFrom, validUntil }: Basis, date: string): boolean {
  return validFrom <= date && (validUntil === undefined || date <= validUntil);
}

/** Overlay on one day: scalars replace, records merge by key, a list replaces the list of the same name. */
function resolve({ layers, date, listNames }: { layers: JurisdictionFile[]; date: string; listNames: string[] }): Law {
  const all = new Map(layers.flatMap(({ bases }) => bases.map((basis) => [basis.id, basis] as const)));
  const inForce = new Map([...all].filter(([, basis]) => isInForce(basis, date)));
  const lookUp = (ids: string[]) => ids.flatMap((id) => inForce.get(id) ?? []);
  const isLive = (ids: string[]) => ids.every((id) => inForce.has(id));
  const parameters: Record<string, { value: unknown; bases: Basis[]; citation: string }> = {};
  const lists: Record<string, ({ id: string; bases: Basis[]; citation: string } & Record<string, unknown>)[]> =
    Object.fromEntries(listNames.map((name) => [name, []]));
  for (const layer of layers) {
    for (const [name, { value, basis }] of Object.entries(layer.parameters)) {
      if (isLive(basis)) parameters[name] = { value, bases: lookUp(basis), citation: cite(lookUp(basis)) };
    }
    for (const [name, items] of Object.entries(layer.lists)) {
      const live = items
        .filter(({ basis }) => isLive(basis))
        .map(({ basis, ...content }) => ({ ...content, bases: lookUp(basis), citation: cite(lookUp(basis)) }));
      if (live.length > 0 || lists[name] === undefined) lists[name] = live;
    }
  }
  const last = layers.at(-1);
  return {
    jurisdiction: { id: last?.id ?? '', label: last?.label ?? '' },
    on: date,
    parameters,
    lists,
    bases: [...inForce.values()],
    basis: (id) => inForce.get(id),
  };
}
