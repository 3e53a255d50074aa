import { type Cell, cell, labelCell, type Row, row } from '../../src/authoring';
import { chinesePunctuation } from './sentence';

/** Four columns over the whole type area: label, value, label, value; in mm. A case number fits into the last. */
export const FORM_COLUMNS = [30, 42, 24, 60];
/** The same for forms whose labels are longer than their values. */
export const EVEN_COLUMNS = [30, 48, 30, 48];

/** Where day and hour are entered by hand beside a signature; as wide as the cell of a wide row. */
export const SIGNED_AT = `${'　'.repeat(13)}年　　月　　日　　时　　分`;
export const SIGNED_ON = `${'　'.repeat(18)}年　　月　　日`;

type Value = string | readonly string[];

/** What is filled in, with Chinese marks. */
function tidy(value: Value): Value {
  return typeof value === 'string' ? chinesePunctuation(value) : value.map(chinesePunctuation);
}

/** One label and its value over the rest of the form's width; `minHeight` in mm. */
export function wideRow(label: string, value: Value, minHeight?: number): Row {
  return row([labelCell(label), cell(tidy(value), { colSpan: 3 })], minHeight);
}

/** Two labels with their values side by side; `minHeight` in mm. */
export function pairRow(first: [string, Value], second: [string, Value], minHeight?: number): Row {
  const cells: Cell[] = [first, second].flatMap(([label, value]) => [labelCell(label), cell(tidy(value))]);
  return row(cells, minHeight);
}

/** Room to sign in, with the day and the hour; 18 mm high. */
export function signatureRow(label: string, signedAt: string = SIGNED_AT): Row {
  return wideRow(label, ['', signedAt], 18);
}

/** The options of a field that is ticked by hand: □是 □否. */
export function tickBoxes(options: readonly string[]): string {
  return options.map((option) => `□${option}`).join(' ');
}
