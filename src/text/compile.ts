import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { checkClause } from './check-clause';

/** Renders one clause of an instrument to paragraphs of plain text. */
export type Clause = (name: string, data: Readonly<Record<string, unknown>>) => string[];

/** All clauses of all instruments, compiled and checked at start. */
export type Clauses = {
  /** The clauses of an instrument in the wording of a jurisdiction. */
  of(instrument: string, jurisdiction: string): Clause;
};

type Options = {
  templatesDir: string;
  jurisdictions: readonly string[];
  /** Names of all fields of the case. */
  fields: ReadonlySet<string>;
  /** Per instrument, the computed names that it declares. */
  instruments: readonly { id: string; names: Readonly<Record<string, string>> }[];
};

type Compiled = Map<string, Handlebars.TemplateDelegate>;

/**
 * Compiles `instruments/<id>/clauses/*.hbs`, the differing wording in `jurisdictions/<id>/clauses/<instrument>/*.hbs`
 * and `partials/*.hbs`.
 * @throws Error `file:line: reason` for the first clause that is broken or uses an unknown name
 */
export function compileClauses({ templatesDir, jurisdictions, fields, instruments }: Options): Clauses {
  const compiled = new Map<string, Compiled>();
  const partialFiles = readClauses(path.join(templatesDir, 'partials'));
  const partials = new Set(partialFiles.keys());
  for (const { id, names } of instruments) {
    const allowed = new Set([...fields, ...Object.keys(names)]);
    const engine = Handlebars.create();
    for (const [name, { source }] of partialFiles) engine.registerPartial(name, source);
    const compileFolder = (folder: string): Compiled =>
      new Map(
        [...readClauses(folder)].map(([name, { source, file }]) => {
          const check = { names: allowed, partials };
          checkClause({ source, file, ...check });
          for (const used of partialsIn(source)) {
            const partial = partialFiles.get(used);
            if (partial !== undefined) checkClause({ ...partial, ...check });
          }
          return [name, engine.compile(source, { strict: true, noEscape: true, knownHelpersOnly: true })];
        }),
      );
    compiled.set(id, compileFolder(path.join(templatesDir, 'instruments', id, 'clauses')));
    for (const jurisdiction of jurisdictions) {
      const folder = path.join(templatesDir, 'jurisdictions', jurisdiction, 'clauses', id);
      compiled.set(`${jurisdiction}/${id}`, compileFolder(folder));
    }
  }
  return {
    of: (instrument, jurisdiction) => (name, data) => {
      const local = compiled.get(`${jurisdiction}/${instrument}`)?.get(name);
      const template = local ?? compiled.get(instrument)?.get(name);
      if (template === undefined) throw new Error(`instrument ${instrument} has no clause "${name}"`);
      return toParagraphs(template(data));
    },
  };
}

function readClauses(folder: string): Map<string, { source: string; file: string }> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
  return new Map(
    files.map((file) => {
      const name = path.join(folder, file);
      return [path.basename(file, '.hbs'), { source: readFileSync(name, 'utf8'), file: name }];
    }),
  );
}

function partialsIn(source: string): string[] {
  return [...source.matchAll(/\{\{>\s*([\w-]+)\s*\}\}/g)].flatMap((match) => match[1] ?? []);
}

/** One paragraph per line that says something; the indent of the file is not part of the text. */
function toParagraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
