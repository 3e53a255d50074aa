import { type Dictionary, isDictionary, nameOf, type Value } from '../reading/values';
import { breach, type Rule, type Subject, unless } from '../rule';

const FORBIDDEN_ACTIONS = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript'.split(' '),
);

const PAGE_TURNS = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** ISO 19005-2, 6.3–6.5 and 6.8–6.11: nothing moves, runs, is attached or depends on the viewer. */
export const INTERACTION_RULES: Rule[] = [
  {
    id: 'A2-6.3-annotations',
    clause: 'ISO 19005-2, 6.3; ISO 14289-1, 7.18',
    says: 'there are no annotations: a judge signs what is printed',
    test: ({ document, pages }) =>
      pages.flatMap(({ object, dictionary }) => {
        const annotations = document.get(dictionary, 'Annots');
        return unless(!Array.isArray(annotations) || annotations.length === 0, object, 'annotations');
      }),
  },
  {
    id: 'UA1-7.18.3-tabs',
    clause: 'ISO 14289-1, 7.18.3',
    says: 'pages say that the tab order follows the structure',
    test: ({ document, pages }) =>
      pages.flatMap(({ object, dictionary }) =>
        unless(nameOf(document.get(dictionary, 'Tabs')) === 'S', object, 'no /Tabs /S'),
      ),
  },
  {
    id: 'A2-6.4-forms',
    clause: 'ISO 19005-2, 6.4; ISO 14289-1, 7.15',
    says: 'there are no interactive forms, and nothing waits to be drawn by a viewer',
    test: ({ document }) =>
      ['AcroForm', 'NeedsRendering'].flatMap((key) =>
        unless(catalogOf(document)?.entries.has(key) !== true, 'catalog', `/${key}`),
      ),
  },
  {
    id: 'A2-6.5.1-actions',
    clause: 'ISO 19005-2, 6.5.1',
    says: 'no action that runs, plays, hides or opens anything; named ones turn pages only',
    test: ({ document }) =>
      dictionaries(document).flatMap(({ id, value }) => {
        const type = nameOf(document.get(value, 'S')) ?? '';
        const turns = type !== 'Named' || PAGE_TURNS.has(nameOf(document.get(value, 'N')) ?? '');
        const isQuiet = !FORBIDDEN_ACTIONS.has(type) && !value.entries.has('JS');
        return unless(isQuiet && turns, `object ${id}`, `action ${type}`);
      }),
  },
  {
    id: 'A2-6.5.2-triggers',
    clause: 'ISO 19005-2, 6.5.2',
    says: 'nothing happens when the file or a page is opened',
    test: ({ document, pages }) => [
      ...pages.flatMap(({ object, dictionary }) => unless(!dictionary.entries.has('AA'), object, '/AA')),
      ...['AA', 'OpenAction'].flatMap((key) =>
        unless(catalogOf(document)?.entries.has(key) !== true, 'catalog', `/${key}`),
      ),
    ],
  },
  {
    id: 'A2-6.1.12-permissions',
    clause: 'ISO 19005-2, 6.1.12',
    says: 'no permissions: nothing is signed or restricted within the file',
    test: ({ document }) => unless(catalogOf(document)?.entries.has('Perms') !== true, 'catalog', '/Perms'),
  },
  {
    id: 'A2-6.8-attachments',
    clause: 'ISO 19005-2, 6.8; ISO 14289-1, 7.11',
    says: 'no files are attached',
    test: ({ document }) =>
      dictionaries(document).flatMap(({ id, value }) =>
        unless(
          !['EF', 'EmbeddedFiles', 'AF'].some((key) => value.entries.has(key)),
          `object ${id}`,
          'an attached file',
        ),
      ),
  },
  {
    id: 'A2-6.9-layers',
    clause: 'ISO 19005-2, 6.9; ISO 14289-1, 7.10',
    says: 'no content is optional',
    test: ({ document }) =>
      unless(catalogOf(document)?.entries.has('OCProperties') !== true, 'catalog', '/OCProperties'),
  },
  {
    id: 'A2-6.10-presentations',
    clause: 'ISO 19005-2, 6.10 and 6.11',
    says: 'no alternate presentations, no page steps, no requirements',
    test: ({ document, pages }) => {
      const catalog = catalogOf(document);
      const found = [
        document.dictionary(catalog, 'Names')?.entries.has('AlternatePresentations') === true,
        pages.some(({ dictionary }) => dictionary.entries.has('PresSteps')),
        catalog?.entries.has('Requirements') === true,
      ];
      return found.includes(true) ? [breach('catalog', 'alternate presentations or requirements')] : [];
    },
  },
];

function catalogOf(document: Subject['document']): Dictionary | undefined {
  return document.dictionary(document.trailer, 'Root');
}

/** Every dictionary, those within others too, with the object it stands in. */
function dictionaries(document: Subject['document']): { id: number; value: Dictionary }[] {
  return [...document.objects.values()].flatMap(({ id, value }) =>
    within(value).map((found) => ({ id, value: found })),
  );
}

function within(value: Value): Dictionary[] {
  if (Array.isArray(value)) return value.flatMap(within);
  return isDictionary(value) ? [value, ...[...value.entries.values()].flatMap(within)] : [];
}
