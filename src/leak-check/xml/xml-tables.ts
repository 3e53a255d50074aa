import type { Tag } from './xml-tags';

/** Reads tables by their columns: what stands below each other may be one text. */
export type Tables = { text(text: string): void; tag(tag: Tag): void; texts(): string[] };

type Table = { columns: Map<number, string[]>; column: number; span: number; rows: number; isNew: boolean };

/** Tables in tables in tables; deeper ones count as part of the last. */
const MAX_DEPTH = 20;

export function createTables(): Tables {
  const open: Table[] = [];
  const done: string[] = [];

  const close = () => {
    const table = open.pop();
    if (table === undefined || table.rows < 2 || table.columns.size < 2) return;
    done.push([...table.columns.values()].map((cells) => cells.join('\n')).join('\n'));
  };

  return {
    text(text) {
      const table = open.at(-1);
      if (table === undefined || table.column < 0) return;
      const cells = table.columns.get(table.column) ?? [];
      table.columns.set(table.column, cells);
      // What stands in one cell is one text.
      if (table.isNew || cells.length === 0) cells.push(text);
      else cells[cells.length - 1] += text;
      table.isNew = false;
    },
    tag({ effect, kind, span }) {
      if (effect === 'table' && kind === 'start' && open.length < MAX_DEPTH) {
        open.push({ columns: new Map(), column: -1, span: 0, rows: 0, isNew: true });
      } else if (effect === 'table' && kind === 'end') close();
      const table = open.at(-1);
      if (table === undefined) return;
      table.span += span;
      if (effect === 'row' && kind === 'start') {
        table.rows += 1;
        table.column = -1;
        table.span = 0;
      } else if (effect === 'cell' && kind === 'start') {
        table.column += 1 + table.span;
        table.span = 0;
        table.isNew = true;
      }
    },
    texts() {
      while (open.length > 0) close();
      return done;
    },
  };
}
