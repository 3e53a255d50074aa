import { decodeEntities } from '../text/entities';

/** Puts the cells of a workbook together: its texts stand in one part, its numbers and their order in others. */
export type Sheets = {
  /** @param name of a part of a package */
  add(name: string, xml: string): void;
  /** Every sheet by rows and by columns, as far as it has texts of the common part. */
  texts(): string[];
};

/** A cell: its column in letters, what kind it is and what it holds (ECMA-376, 18.3.1.4). */
const CELL = /^[^>]*?\br="([A-Z]{1,3})\d*"/;

export function createSheets(): Sheets {
  let shared: string[] = [];
  const sheets: string[] = [];
  return {
    add(name, xml) {
      if (/sharedStrings\d*\.xml$/i.test(name)) shared = parts(xml, 'si').map(plain);
      else if (/worksheets\/[^/]*\.xml$/i.test(name)) sheets.push(xml);
    },
    texts: () => (shared.length === 0 ? [] : sheets.flatMap((xml) => readSheet(xml, shared))),
  };
}

function readSheet(xml: string, shared: readonly string[]): string[] {
  const columns = new Map<string, string[]>();
  const rows = parts(xml, 'row').map((row) =>
    parts(row, 'c').map((cell, index) => {
      const value = plain(parts(cell, 'v').join(''));
      const text = /^[^>]*\bt="s"/.test(cell) ? (shared[Number(value)] ?? '') : value;
      const column = CELL.exec(cell)?.[1] ?? String(index);
      const cells = columns.get(column);
      if (cells === undefined) columns.set(column, [text]);
      else cells.push(text);
      return text;
    }),
  );
  return [
    rows.map((row) => row.join('\n')).join('\n'),
    [...columns.values()].map((column) => column.join('\n')).join('\n'),
  ];
}

/** What stands in each element of a name, its attributes first; prefixes are left out of account. */
function parts(xml: string, name: string): string[] {
  return xml
    .split(new RegExp(`<(?:\\w+:)?${name}(?=[\\s>])`))
    .slice(1)
    .map((part) => part.replace(new RegExp(`</(?:\\w+:)?${name}>[\\s\\S]*`), ''));
}

const plain = (part: string) => decodeEntities(part.replace(/^[^<>]*>|<[^<>]*>/g, ''));
