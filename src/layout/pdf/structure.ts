import type { StructureContent } from 'pdfmake/js/PDFDocument';
import type { Block, DocumentModel, Row } from '../../model';
import type { Owner } from '../compose/page-items';

/** An element of the structure tree (ISO 32000-1, 14.7), independent of how the file stores it. */
export type Element = {
  type: 'Document' | 'Div' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  children: Element[];
  /** Its marked content, in reading order. */
  content: StructureContent[];
  /** Text instead of a picture. */
  alt?: string | undefined;
  /** Left, bottom, right, top of a picture, in pt from the page's lower left corner. */
  box?: [number, number, number, number] | undefined;
  /** Of a table cell. */
  scope?: 'Column' | 'Row' | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
};

export type Structure = { root: Element; elementOf(owner: Owner): Element };

const CODE_ALT = '文书核验二维码';

/**
 * The tree of a document: one element per block, lines of a signature one by one, tables by row and cell.
 * Elements exist before the pages are drawn; drawing fills their `content`.
 */
export function buildStructure(model: DocumentModel): Structure {
  const root = element('Document');
  const level = headingLevels();
  const finders = model.blocks.map((block) => addBlock(root, block, level));
  if (model.qr !== undefined) {
    const figure = element('Figure', { alt: CODE_ALT });
    root.children.push(figure);
    const captionOf = lineFinder(root);
    finders.push((owner) => (owner.row === 0 ? figure : captionOf(owner)));
  }
  return {
    root,
    elementOf: (owner) => {
      const found = finders[owner.block]?.(owner);
      if (found === undefined) throw new Error('an item belongs to no block');
      return found;
    },
  };
}

type Finder = (owner: Owner) => Element | undefined;

type Attributes = Pick<Element, 'alt' | 'scope' | 'colSpan' | 'rowSpan'>;

/** All elements have the same keys, which makes walking the tree faster than many kinds of objects would. */
function element(type: Element['type'], { alt, scope, colSpan, rowSpan }: Attributes = {}): Element {
  return { type, children: [], content: [], alt, box: undefined, scope, colSpan, rowSpan };
}

/** Titles are H1; headings start below the last title, and no level is left out (ISO 14289-1, 7.4.2). */
function headingLevels(): (wanted: 1 | 2 | 3) => 'H1' | 'H2' | 'H3' {
  let last = 0;
  return (wanted) => {
    last = Math.min(wanted, last + 1);
    return last === 1 ? 'H1' : last === 2 ? 'H2' : 'H3';
  };
}

function addBlock(root: Element, block: Block, level: ReturnType<typeof headingLevels>): Finder {
  const single = (type: Element['type']): Finder => {
    const added = element(type);
    root.children.push(added);
    return () => added;
  };
  switch (block.kind) {
    case 'title':
      return single(level(1));
    case 'heading':
      return single(level(block.level === 1 ? 2 : 3));
    case 'issuer':
    case 'number':
    case 'addressee':
    case 'paragraph':
    case 'cut-line':
    case 'note':
      return single('P');
    case 'signature':
    case 'hand-signature':
      return lineFinder(root);
    case 'table':
      return addTable(root, block);
    case 'page-break':
      return () => undefined;
  }
}

/** One P for each line, in the order in which they are met. */
function lineFinder(root: Element): Finder {
  const group = element('Div');
  root.children.push(group);
  const lines = new Map<number, Element>();
  return ({ row = 0 }) => {
    const line = lines.get(row) ?? element('P');
    if (!lines.has(row)) group.children.push(line);
    lines.set(row, line);
    return line;
  };
}

function addTable(root: Element, block: Extract<Block, { kind: 'table' }>): Finder {
  const table = element('Table');
  root.children.push(table);
  const free = createGrid(block.columns.length, block.rows.length);
  const rows = block.rows.map((row, index) => {
    const tr = element('TR');
    table.children.push(tr);
    const cells = tableCells(row, { index, headerRows: block.headerRows ?? 0 }, free);
    // A row that leaves columns open is closed: every row of a table covers the same columns.
    tr.children.push(...cells, ...Array.from({ length: free.left(index) }, () => element('TD')));
    return cells;
  });
  return ({ row = 0, cell = 0 }) => rows[row]?.[cell];
}

type Grid = {
  take(row: number, span: { colSpan: number; rowSpan: number }): { colSpan: number; rowSpan: number };
  left(row: number): number;
};

/** Which columns of which rows are covered, as HTML fills them. */
function createGrid(columns: number, rows: number): Grid {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  return {
    take: (row, { colSpan, rowSpan }) => {
      const first = Math.max(0, taken[row]?.indexOf(false) ?? 0);
      const spans = { colSpan: Math.min(colSpan, columns - first), rowSpan: Math.min(rowSpan, rows - row) };
      for (const line of taken.slice(row, row + spans.rowSpan)) line.fill(true, first, first + spans.colSpan);
      return spans;
    },
    left: (row) => taken[row]?.filter((covered) => !covered).length ?? 0,
  };
}

function tableCells(row: Row, place: { index: number; headerRows: number }, grid: Grid): Element[] {
  const isHeaderRow = place.index < place.headerRows;
  return row.cells.map((cell) => {
    const isHeader = isHeaderRow || cell.label === true;
    const { colSpan, rowSpan } = grid.take(place.index, { colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 });
    const scope = isHeaderRow ? 'Column' : 'Row';
    return element(isHeader ? 'TH' : 'TD', { scope: isHeader ? scope : undefined, colSpan, rowSpan });
  });
}
