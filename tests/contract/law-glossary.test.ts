import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FieldNode, fieldTree } from '../../src/schema';
import { caseSchema } from '../../templates/case/schema';
import { lawLists, lawParameters } from '../../templates/law';
import { lawOf, loadCaseLaw } from '../support/case-law';

const glossary = readFileSync(path.resolve(__dirname, '../../docs/glossary.md'), 'utf8');
const jurisdictions = loadCaseLaw();

/** Codes that every person of a case shares are told once, under the victim. */
const SHARED = /^(?:respondents|relatives)\/\*\/(sex|capacity|idDocument\/type)$/;

type Code = { field: string; code: string; label: string };

function codesOf(node: FieldNode, field: string): Code[] {
  if (node.kind === 'object') {
    return Object.entries(node.fields).flatMap(([key, child]) =>
      codesOf(child, field === '' ? key : `${field}/${key}`),
    );
  }
  if (node.kind === 'list') return codesOf(node.item, `${field}/*`);
  if (node.valueType !== 'enum') return [];
  // The hint is 可选：code（中文）、code（中文）…
  const choices = [...(node.meta.hint ?? '').matchAll(/([a-z-]+)（(.*?)）(?=、|$)/g)];
  return choices.map(([, code = '', label = '']) => ({ field: field.replace(SHARED, 'victims/*/$1'), code, label }));
}

/** The entries of the last chapter, `- \`field\` …`, by field. */
const entries = new Map(
  (glossary.split('## Codes of the case')[1] ?? '')
    .split(/^- `/m)
    .slice(1)
    .map((entry) => [entry.slice(0, entry.indexOf('`')), entry.slice(entry.indexOf('`') + 1)]),
);

const codes = codesOf(fieldTree(caseSchema), '');

describe('the glossary', () => {
  it('tells every code of the case with its Chinese word, beside its field', () => {
    expect(codes.length).toBeGreaterThan(150);
    const missing = codes.filter(({ field, code, label }) => !entries.get(field)?.includes(`\`${code}\` ${label}`));
    expect(missing).toEqual([]);
  });

  it('tells no code that the case does not have', () => {
    const fields = new Set(codes.map(({ field }) => field));
    expect([...entries.keys()].sort()).toEqual([...fields].sort());
    const words = new Set(codes.map(({ code }) => code));
    const told = [...entries.values()].flatMap((entry) => [...entry.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code));
    expect(told.filter((code) => !words.has(code ?? ''))).toEqual([]);
  });

  it.each([...Object.keys(lawParameters), ...Object.keys(lawLists)])(
    'names %s, which a jurisdiction can say',
    (name) => {
      expect(glossary).toContain(`\`${name}\``);
    },
  );

  it('names every measure, every ground and every act', () => {
    for (const place of jurisdictions.ids) {
      const { bases, lists } = lawOf(jurisdictions, place, '2026-11-21');
      for (const { id } of [...lists.measures, ...lists.warningGrounds])
        expect(glossary).toMatch(new RegExp(`^\\| \`${id}\` +\\|`, 'm'));
      const acts = bases.filter(({ kind }) => kind !== 'local-regulation').map(({ id }) => id.replace(/-\d.*$/, ''));
      for (const act of new Set(acts)) expect(glossary).toContain(`\`${act}\``);
    }
  });
});
