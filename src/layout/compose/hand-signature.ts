import type { Block, Inline } from '../../model';
import { CELL_PT, PAGE } from '../page';
import { buildAtoms } from './atoms';
import { type FlowUnit, keepTogether } from './flow';
import type { FontMetrics } from './font-metrics';
import { naturalWidth } from './set-line';
import { STYLES } from './styles';
import { textUnits } from './text-block';

type Field = Extract<Block, { kind: 'hand-signature' }>['fields'][number];

const INDENT_CELLS = 2;
/** A shorter blank is no help to a hand. */
const LEAST_BLANK = 4;
const GAP: Inline = { kind: 'text', text: '　　' };

/** Label and blank, as many fields on a line as fit; the grid's pitch of 10 mm leaves room to write. */
export function handSignatureUnits(fields: Field[], metrics: FontMetrics): FlowUnit[] {
  const room = (PAGE.cellsPerLine - INDENT_CELLS) * CELL_PT;
  const lines: Inline[][] = [];
  for (const field of fields) {
    const inlines = fieldInlines(field, metrics, room);
    const line = lines.at(-1);
    const joined = line === undefined ? inlines : [...line, GAP, ...inlines];
    if (line !== undefined && widthOf(joined, metrics) <= room) lines[lines.length - 1] = joined;
    else lines.push(inlines);
  }
  const units = lines.flatMap((content) =>
    textUnits({ content, style: STYLES.body, align: 'left', indent: INDENT_CELLS }, metrics),
  );
  return keepTogether(units);
}

/** A blank gives way where the label is so long that both would not fit on a line, and goes below where none is left. */
function fieldInlines({ label, cells }: Field, metrics: FontMetrics, room: number): Inline[] {
  const text: Inline = { kind: 'text', text: label };
  const left = Math.floor((room - widthOf([text], metrics)) / CELL_PT);
  if (left < Math.min(LEAST_BLANK, cells)) return [text, { kind: 'text', text: '\n' }, { kind: 'blank', cells }];
  return [text, { kind: 'blank', cells: Math.min(cells, left) }];
}

function widthOf(content: Inline[], metrics: FontMetrics): number {
  return naturalWidth(buildAtoms(content, STYLES.body, metrics).flat());
}
