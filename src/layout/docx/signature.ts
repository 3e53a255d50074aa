/** 落款 and the fields signed by hand. Distances: GB/T 9704-2012 7.3.5 and the print rules for rulings. */
import { Paragraph, TextRun } from 'docx';
import type { Block, Signatory } from '../../model';
import { blankRun, textRun } from './inline';
import { CELL, TYPE_AREA_WIDTH } from './measures';
import { STYLE } from './style-sheet';
import { cellsOf } from './text-width';

type SignatureBlock = Extract<Block, { kind: 'signature' }>;
type HandSignatureBlock = Extract<Block, { kind: 'hand-signature' }>;

const FULL_WIDTH_SPACE = '\u3000';

/** 审　判　员 and 人民陪审员 both take five cells, so that names stand under each other. */
const ROLE_CELLS = 5;
const ROLE_NAME_GAP = 3;
/** Two-character names are spread to the width of three. */
const NAME_CELLS = 3;
/** Room for a name written by hand. */
const HAND_NAME_CELLS = 4;
/** A clerk's or judge's line ends two characters before the edge. */
const SIGNATORY_RIGHT = 2;
/** A sealed date keeps four characters free on the right (7.3.5.1), an unsealed block two (7.3.5.2). */
const SEALED_RIGHT = 4;
const UNSEALED_RIGHT = 2;

/**
 * Blank lines that let a 42 mm seal (4.1 lines) sit over issuer and date with its top within one line of the
 * text, or on the date between judges and clerks without touching either.
 */
const SEAL_LINES = { beforeIssuer: 2, beforeDate: 2, belowDate: 1 } as const;

/** The whole block holds together by its style (keepNext); its last line lets go. */
export function signatureParagraphs(block: SignatureBlock): Paragraph[] {
  const { signatories = [], issuer, date, sealed, verification, after = [] } = block;
  const free = freeCells(block);
  const nameCells = widestName([...signatories, ...after]);
  const lines: Line[] = [
    ...blankLines(sealed && signatories.length === 0 ? SEAL_LINES.beforeIssuer : 1),
    ...signatories.map((signatory) => signatoryLine(signatory, nameCells)),
    ...blankLines(sealed && signatories.length > 0 ? SEAL_LINES.beforeDate : 0),
    ...(issuer === undefined ? [] : [rightLine(issuer, free.issuer)]),
    rightLine(date, free.date),
    ...blankLines(sealed ? SEAL_LINES.belowDate : 0),
    ...(verification === undefined ? [] : [{ children: [textRun(verification)] }]),
    // The verification stamp's own line clears the seal; without it one more is needed.
    ...blankLines(sealed && after.length > 0 && verification === undefined ? 1 : 0),
    ...after.map((signatory) => signatoryLine(signatory, nameCells)),
  ];
  return lines.map(
    (line, index) => new Paragraph({ style: STYLE.signature, ...line, ...(index === lines.length - 1 ? LAST : {}) }),
  );
}

/** One line per field: label, then an underlined blank that never runs past the line's end. */
export function handSignatureParagraphs(block: HandSignatureBlock, keepNext: boolean): Paragraph[] {
  const { fields } = block;
  return fields.map(
    ({ label, cells }, index) =>
      new Paragraph({
        style: STYLE.handSignature,
        keepNext: keepNext || index < fields.length - 1,
        children: [textRun(label), blankRun(cells)],
      }),
  );
}

type Line = { style?: string; children: TextRun[]; indent?: { left?: number; right?: number } };

const LAST = { keepNext: false } as const;

function blankLines(count: number): Line[] {
  return Array.from({ length: count }, () => ({ children: [] }));
}

function rightLine(text: string, cellsFree: number): Line {
  return { style: STYLE.date, children: [textRun(text)], indent: { right: Math.round(cellsFree * CELL) } };
}

/** How far issuer and date stay from the right edge, in cells. */
function freeCells(block: Pick<SignatureBlock, 'issuer' | 'date' | 'sealed'>): { issuer: number; date: number } {
  const right = block.sealed ? SEALED_RIGHT : UNSEALED_RIGHT;
  if (block.issuer === undefined) return { issuer: right, date: right };
  const issuer = cellsOf(block.issuer);
  const date = cellsOf(block.date);
  if (!block.sealed) {
    // 7.3.5.2: the date starts two characters right of the issuer; the longer of the two keeps the distance.
    return date > issuer ? { issuer: right + date + 2 - issuer, date: right } : { issuer: right, date: issuer - date };
  }
  const centred = right + (date - issuer) / 2;
  return centred >= 0 ? { issuer: centred, date: right } : { issuer: 0, date: (issuer - date) / 2 };
}

function widestName(signatories: Signatory[]): number {
  return Math.max(NAME_CELLS, ...signatories.map(({ name }) => (name === undefined ? HAND_NAME_CELLS : cellsOf(name))));
}

/** Roles start under each other; the widest name ends two characters before the edge. */
function signatoryLine({ role, name }: Signatory, nameCells: number): Line {
  const cells = Math.max(ROLE_CELLS, cellsOf(role)) + ROLE_NAME_GAP + nameCells + SIGNATORY_RIGHT;
  const gap = textRun(FULL_WIDTH_SPACE.repeat(ROLE_NAME_GAP));
  return {
    children: [...roleRuns(role), gap, ...(name === undefined ? [] : [textRun(spread(name, NAME_CELLS))])],
    indent: { left: Math.max(0, TYPE_AREA_WIDTH - cells * CELL) },
  };
}

function roleRuns(role: string): TextRun[] {
  const characters = [...role];
  const last = characters.at(-1);
  const gaps = characters.length - 1;
  if (last === undefined || gaps < 1 || (ROLE_CELLS - characters.length) % gaps === 0) {
    return [textRun(spread(role, ROLE_CELLS))];
  }
  if (characters.length > ROLE_CELLS) return [textRun(role)];
  // 法官助理: four characters over five cells leave thirds of a cell, which no blank has; the run is tracked instead.
  const tracking = Math.round(((ROLE_CELLS - characters.length) * CELL) / gaps) + (CELL - 320);
  return [
    new TextRun({ text: characters.slice(0, -1).join(''), characterSpacing: tracking, font: { hint: 'eastAsia' } }),
    textRun(last),
  ];
}

/** Puts full-width blanks between the characters of `text` until it is `cells` wide, if it comes out even. */
function spread(text: string, cells: number): string {
  const characters = [...text];
  const gaps = characters.length - 1;
  if (gaps < 1) return text;
  const blanks = (cells - cellsOf(text)) / gaps;
  return Number.isInteger(blanks) && blanks > 0 ? characters.join(FULL_WIDTH_SPACE.repeat(blanks)) : text;
}
