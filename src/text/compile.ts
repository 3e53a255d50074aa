import { existsSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { checkClause } from './check-clause';
import { basisOf, type ClauseFile, readClauses, subfolders } from './read-clauses';

/** Renders one clause of an instrument to paragraphs of plain text. */
export type Clause = (name: string, data: Readonly<Record<string, unknown>>) => string[];

/** What wording depends on: the place, and which provisions are in force there on the day of the document. */
type LawOfTheDay = { jurisdiction: { id: string }; basis(id: string): unknown };

/** All clauses of all instruments, compiled and checked at start. */
export type Clauses = {
  /** The clauses of an instrument in the wording of a jurisdiction on a day. */
  of(instrument: string, law: LawOfTheDay): Clause;
};

type Options = {
  templatesDir: string;
  jurisdictions: {
    ids: readonly string[];
    /** A jurisdiction and those it extends, the nearest first. */
    lineage(id: string): string[];
    provisions(id: string): ReadonlySet<string>;
  };
  /** Names of all fields of the case. */
  fields: ReadonlySet<string>;
  /** Per instrument, the computed names that it declares. */
  instruments: readonly { id: string; names: Readonly<Record<string, string>> }[];
};

type Template = Handlebars.TemplateDelegate;
type LocalClause = { template: Template; basis: string[] };

/**
 * Compiles `instruments/<id>/clauses/*.hbs`, the differing wording in `jurisdictions/<id>/clauses/<instrument>/*.hbs`
 * and `partials/*.hbs`. On days when a provision that local wording rests on is not in force, and where a place has no
 * wording of its own, that of the place it extends is used, and at last the instrument's.
 * @throws Error `file:line: reason` for the first clause that is broken, uses an unknown name or can never be used
 */
export function compileClauses({ templatesDir, jurisdictions, fields, instruments }: Options): Clauses {
  const common = new Map<string, Map<string, Template>>();
  const local = new Map<string, Map<string, LocalClause>>();
  const partials = readClauses(path.join(templatesDir, 'partials'));
  const localFolder = (jurisdiction: string) => path.join(templatesDir, 'jurisdictions', jurisdiction, 'clauses');
  for (const jurisdiction of jurisdictions.ids) checkFolders(localFolder(jurisdiction), templatesDir);
  for (const { id, names } of instruments) {
    const compile = createCompiler({ partials, names: new Set([...fields, ...Object.keys(names)]) });
    const own = readClauses(path.join(templatesDir, 'instruments', id, 'clauses'));
    common.set(id, new Map([...own].map(([name, clause]) => [name, compile(clause)])));
    for (const jurisdiction of jurisdictions.ids) {
      const provisions = jurisdictions.provisions(jurisdiction);
      const differing = [...readClauses(path.join(localFolder(jurisdiction), id))].map(
        ([name, clause]): [string, LocalClause] => {
          if (!own.has(name)) throw new Error(`${clause.file}:1: the instrument has no clause "${name}"`);
          return [name, { template: compile(clause), basis: basisOf({ ...clause, provisions }) }];
        },
      );
      local.set(`${jurisdiction}/${id}`, new Map(differing));
    }
  }
  return {
    of: (instrument, law) => {
      const layers = jurisdictions
        .lineage(law.jurisdiction.id)
        .flatMap((place) => local.get(`${place}/${instrument}`) ?? []);
      return (name, data) => {
        const differing = layers
          .flatMap((layer) => layer.get(name) ?? [])
          .find(({ basis }) => basis.every((id) => law.basis(id) !== undefined));
        const template = differing?.template ?? common.get(instrument)?.get(name);
        if (template === undefined) throw new Error(`instrument ${instrument} has no clause "${name}"`);
        return toParagraphs(template(data));
      };
    },
  };
}

/** Local wording in a folder that no instrument has would never be used. */
function checkFolders(folder: string, templatesDir: string): void {
  for (const name of subfolders(folder)) {
    if (existsSync(path.join(templatesDir, 'instruments', name))) continue;
    throw new Error(`${path.join(folder, name)}: there is no instrument "${name}"`);
  }
}

type CompilerOptions = {
  partials: ReadonlyMap<string, ClauseFile>;
  /** Names that clauses of this instrument, and the partials they use, may print. */
  names: ReadonlySet<string>;
};

/** Checks a clause together with every partial it uses, and compiles it. */
function createCompiler({ partials, names }: CompilerOptions): (clause: ClauseFile) => Template {
  const engine = Handlebars.create();
  for (const [name, { source }] of partials) engine.registerPartial(name, source);
  const known = new Set(partials.keys());
  const check = (clause: ClauseFile, within: readonly string[]) => {
    for (const { name, line } of checkClause({ ...clause, names, partials: known })) {
      if (within.includes(name)) {
        throw new Error(`${clause.file}:${line}: partials use each other: ${[...within, name].join(' > ')}`);
      }
      const partial = partials.get(name);
      if (partial !== undefined) check(partial, [...within, name]);
    }
  };
  return (clause) => {
    check(clause, []);
    return engine.compile(clause.source, { strict: true, noEscape: true, knownHelpersOnly: true });
  };
}

/** One paragraph per line that says something; the indent of the file is not part of the text. */
function toParagraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
