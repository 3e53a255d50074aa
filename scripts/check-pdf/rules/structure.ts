import type { StructureElement } from '../reading/structure';
import { type Dictionary, isDictionary, nameOf, numberOf, textOf } from '../reading/values';
import { breach, type Rule, type Subject, unless } from '../rule';

/** Structure types of ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

/** Where an element may stand, for types that have a place (ISO 32000-1, Tables 336 and 337). */
const PARENTS: Record<string, string[]> = {
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note', 'BibEntry'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};
const CHILDREN: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
};

const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** ISO 14289-1, 7.1–7.9: the structure tree by itself. */
export const STRUCTURE_RULES: Rule[] = [
  {
    id: 'UA1-7.1-tree',
    clause: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.2',
    says: 'the structure tree is whole: every element once, with its true parent',
    test: ({ structure }) => structure.faults.map((fault) => breach('structure tree', fault)),
  },
  {
    id: 'UA1-7.1-document',
    clause: 'ISO 32000-1, 14.8.4.2',
    says: 'the root of the structure is one Document',
    test: ({ structure }) => {
      const roots = structure.elements.filter(({ parent }) => parent === undefined);
      return unless(roots.length === 1 && roots[0]?.type === 'Document', 'structure tree', 'another root');
    },
  },
  {
    id: 'UA1-7.1-types',
    clause: 'ISO 14289-1, 7.1',
    says: 'all structure types are standard ones, and none is mapped to another',
    test: ({ document, structure }) => [
      ...structure.elements.flatMap(({ object, type }) => unless(STANDARD.has(type), object, `type ${type}`)),
      ...[...(document.dictionary(structure.root, 'RoleMap')?.entries.keys() ?? [])].flatMap((type) =>
        unless(!STANDARD.has(type), 'role map', `type ${type}`),
      ),
    ],
  },
  {
    id: 'UA1-7.2-places',
    clause: 'ISO 14289-1, 7.2; ISO 32000-1, Tables 336 and 337',
    says: 'rows stand in tables, cells in rows, items in lists, and nothing else does',
    test: ({ structure }) =>
      structure.elements.flatMap((element) => [
        ...unless(
          PARENTS[element.type]?.includes(element.parent?.type ?? '') ?? true,
          element.object,
          'another parent',
        ),
        ...element.children.flatMap((child) =>
          unless(CHILDREN[element.type]?.includes(child.type) ?? true, child.object, `within ${element.type}`),
        ),
      ]),
  },
  {
    id: 'UA1-7.2-parts',
    clause: 'ISO 14289-1, 7.2; ISO 32000-1, Table 337',
    says: 'a table has one THead and one TFoot at most, with them a TBody, and its caption first or last',
    test: (subject) =>
      ofType(subject, 'Table').flatMap(({ object, children }) => {
        const types = children.map(({ type }) => type);
        const count = (wanted: string) => types.filter((type) => type === wanted).length;
        const hasBody = count('TBody') > 0 || count('THead') + count('TFoot') === 0;
        const caption = types.indexOf('Caption');
        const isAtEdge = caption <= 0 || caption === types.length - 1;
        const isSingle = ['THead', 'TFoot', 'Caption'].every((type) => count(type) <= 1);
        return unless(isSingle && hasBody && isAtEdge, object, 'parts in another number or order');
      }),
  },
  {
    id: 'UA1-7.2-languages',
    clause: 'ISO 14289-1, 7.2; ISO 32000-1, 14.9.2.2',
    says: 'every language that an element names is well-formed (RFC 3066)',
    test: ({ document, structure }) =>
      structure.elements.flatMap(({ object, dictionary }) => {
        const language = document.get(dictionary, 'Lang');
        return unless(language === undefined || LANGUAGE.test(textOf(language) ?? ''), object, 'another /Lang');
      }),
  },
  {
    id: 'UA1-7.2-regular',
    clause: 'ISO 14289-1, 7.2 and 7.5',
    says: 'the cells of a table fill a rectangle without gap or overlap',
    test: (subject) =>
      ofType(subject, 'Table').flatMap((table) =>
        unless(isRectangle(subject, rowsOf(table)), table.object, 'rows of different widths'),
      ),
  },
  {
    id: 'UA1-7.3-figure',
    clause: 'ISO 14289-1, 7.3',
    says: 'every figure has a text instead',
    test: (subject) =>
      [...ofType(subject, 'Figure'), ...ofType(subject, 'Formula')].flatMap(({ object, dictionary }) => {
        const text = ['Alt', 'ActualText'].map((key) => textOf(subject.document.get(dictionary, key)) ?? '').join('');
        return unless(text.trim() !== '', object, 'neither /Alt nor /ActualText');
      }),
  },
  {
    id: 'UA1-7.3-box',
    clause: 'ISO 32000-1, 14.8.5.4.3',
    says: 'every figure says where on the page it stands',
    test: (subject) =>
      ofType(subject, 'Figure').flatMap(({ object, dictionary }) => {
        const box = attribute(subject, dictionary, 'BBox');
        const [left = 0, bottom = 0, right = 0, top = 0] = Array.isArray(box)
          ? box.map((side) => numberOf(side) ?? 0)
          : [];
        return unless(left >= 0 && bottom >= 0 && right > left && top > bottom, object, 'no /BBox');
      }),
  },
  {
    id: 'UA1-7.4-headings',
    clause: 'ISO 14289-1, 7.4.2',
    says: 'headings start with H1 and leave out no level; H and H1 are not mixed',
    test: ({ structure }) => {
      const headings = structure.elements.filter(({ type }) => /^H[1-6]?$/.test(type));
      let last = 0;
      return headings.flatMap(({ object, type }) => {
        const level = Number(type.slice(1));
        const isRight = type !== 'H' && level <= last + 1;
        last = level;
        return unless(isRight, object, 'a level was left out');
      });
    },
  },
  {
    id: 'UA1-7.5-scope',
    clause: 'ISO 14289-1, 7.5',
    says: 'every header cell says whether it heads a row or a column',
    test: (subject) =>
      ofType(subject, 'TH').flatMap(({ object, dictionary }) => {
        const scope = nameOf(attribute(subject, dictionary, 'Scope')) ?? '';
        return unless(['Row', 'Column', 'Both'].includes(scope), object, 'no /Scope');
      }),
  },
  {
    id: 'UA1-7.5-headers',
    clause: 'ISO 14289-1, 7.5; ISO 32000-1, Table 349',
    says: 'cells that name their headers name header cells that are there',
    test: (subject) => {
      const ids = new Set(
        ofType(subject, 'TH').map(({ dictionary }) => textOf(subject.document.get(dictionary, 'ID')) ?? ''),
      );
      return [...ofType(subject, 'TD'), ...ofType(subject, 'TH')].flatMap(({ object, dictionary }) => {
        const headers = attribute(subject, dictionary, 'Headers');
        const named = Array.isArray(headers) ? headers.map((one) => textOf(subject.document.resolve(one)) ?? '') : [];
        return unless(
          named.every((id) => id !== '' && ids.has(id)),
          object,
          'a header that is not there',
        );
      });
    },
  },
  {
    id: 'UA1-7.9-notes',
    clause: 'ISO 14289-1, 7.9',
    says: 'every note has an identifier of its own',
    test: (subject) => {
      const ids = ofType(subject, 'Note').map(({ dictionary }) => textOf(subject.document.get(dictionary, 'ID')) ?? '');
      return unless(
        !ids.includes('') && new Set(ids).size === ids.length,
        'structure tree',
        'notes without or with equal /ID',
      );
    },
  },
];

function ofType({ structure }: Subject, type: string): StructureElement[] {
  return structure.elements.filter((element) => element.type === type);
}

/** An attribute by its key, whatever owner and however many attribute objects (14.7.5). */
function attribute({ document }: Subject, dictionary: Dictionary, key: string) {
  const value = document.get(dictionary, 'A');
  const objects = (Array.isArray(value) ? value : [value]).map((one) => document.resolve(one)).filter(isDictionary);
  return objects.map((object) => document.get(object, key)).find((found) => found !== undefined);
}

function rowsOf(table: StructureElement): StructureElement[] {
  return table.children.flatMap((child) =>
    child.type === 'TR' ? [child] : child.type === 'Caption' ? [] : rowsOf(child),
  );
}

function isRectangle(subject: Subject, rows: StructureElement[]): boolean {
  const taken = rows.map(() => new Set<number>());
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const { dictionary } of row.children) {
      while (taken[index]?.has(column)) column += 1;
      const colSpan = numberOf(attribute(subject, dictionary, 'ColSpan')) ?? 1;
      const rowSpan = numberOf(attribute(subject, dictionary, 'RowSpan')) ?? 1;
      if (colSpan < 1 || rowSpan < 1 || index + rowSpan > rows.length) return false;
      for (const line of taken.slice(index, index + rowSpan)) {
        for (let one = column; one < column + colSpan; one += 1) {
          if (line.has(one)) return false;
          line.add(one);
        }
      }
    }
  }
  const widths = new Set(taken.map((line) => line.size));
  return widths.size <= 1 && taken.every((line) => Math.max(-1, ...line) + 1 === line.size);
}
