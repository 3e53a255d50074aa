/** 落款. Distances: GB/T 9704-2012 7.3.5 and the print rules for rulings. */
import { Paragraph, TextRun } from 'docx';
import type { Block, Signatory } from '../../model';
import { PAGE } from '../page';
import { EAST_ASIAN, textRun } from './inline';
import { BODY_TRACKING, CELL, TYPE_AREA_WIDTH } from './measures';
import { STYLE } from './style-sheet';
import { cellsOf, widthInCells } from './text-width';

type SignatureBlock = Extract<Block, { kind: 'signature' }>;
type Line = {
  style?: string;
  children: TextRun[];
  alignment?: 'left' | 'center';
  indent?: { left?: number; right?: number; hanging?: number };
};

const FULL_WIDTH_SPACE = '\u3000';

/** 审　判　员: every role is spread to the width of five characters, three blanks before the name. */
const ROLE_CELLS = 5;
const ROLE_GAP_CELLS = 3;
/** Room for a name; two-character names are spread to it, a name signed by hand is written in it. */
const NAME_CELLS = 3;
/** 右空四字 under a seal (7.3.5.1), 右空二字 without one (7.3.5.2) and after a name. */
const FREE_SEALED = 4;
const FREE = 2;

/**
 * Lines left free so that a 42 mm (4.1 lines) seal fits: over issuer and date its top is within one line of the text;
 * over a court's date alone it covers neither judge nor clerk.
 */
const SEAL_LINES_ABOVE = 2;
const SEAL_LINES_BELOW = 2;

/**
 * The lines of the block hold together by their style; the last one lets go.
 * @param options.after distance to the next block, in twips
 * @param options.keepNext holds the last line to the next block, too
 */
export function signatureParagraphs(
  block: SignatureBlock,
  { after, keepNext }: { after: number; keepNext: boolean },
): Paragraph[] {
  const lines = linesOf(block);
  const last = { keepNext, ...(after > 0 ? { spacing: { after } } : {}) };
  return lines.map(
    (line, index) => new Paragraph({ style: STYLE.signature, ...line, ...(index === lines.length - 1 ? last : {}) }),
  );
}

function linesOf(block: SignatureBlock): Line[] {
  const { signatories = [], issuer, date, sealed, verification, after = [] } = block;
  const free = freeCells(block);
  const columns = columnsOf([...signatories, ...after]);
  const belowDate = sealed && issuer === undefined ? SEAL_LINES_BELOW - (verification === undefined ? 0 : 1) : 1;
  return [
    ...blankLines(signatories.length > 0 ? 1 : 0),
    ...signatories.map((signatory) => signatoryLine(signatory, columns)),
    ...blankLines(sealed ? SEAL_LINES_ABOVE : 1),
    ...(issuer === undefined ? [] : [issuerLine(issuer, { sealed, free: free.issuer })]),
    rightLine(date, free.date),
    ...(verification === undefined ? [] : [{ children: [textRun(verification)] }]),
    ...blankLines(after.length > 0 ? belowDate : 0),
    ...after.map((signatory) => signatoryLine(signatory, columns)),
  ];
}

function blankLines(count: number): Line[] {
  return Array.from({ length: count }, () => ({ children: [] }));
}

function rightLine(text: string, cellsFree: number): Line {
  return { style: STYLE.date, children: [textRun(text)], indent: { right: Math.round(cellsFree * CELL) } };
}

/** A name wider than a line fills it, and goes on below in the middle or, without a seal, at the left. */
function issuerLine(issuer: string, { sealed, free }: { sealed: boolean; free: number }): Line {
  if (widthInCells(issuer) <= PAGE.cellsPerLine) return rightLine(issuer, free);
  return { ...rightLine(issuer, 0), alignment: sealed ? 'center' : 'left' };
}

/** How far issuer and date stay from the right edge, in cells. */
function freeCells(block: SignatureBlock): { issuer: number; date: number } {
  const free = block.sealed ? FREE_SEALED : FREE;
  if (block.issuer === undefined) return { issuer: free, date: free };
  const issuer = Math.min(PAGE.cellsPerLine, widthInCells(block.issuer));
  const date = widthInCells(block.date);
  if (block.sealed) {
    // 以成文日期为准居中编排发文机关署名; a name too long for that moves the pair to the left.
    const centred = free + (date - issuer) / 2;
    return centred >= 0 ? { issuer: centred, date: free } : { issuer: 0, date: (issuer - date) / 2 };
  }
  // The date starts two characters right of the issuer; the longer of both ends two characters before the edge.
  const dateFree = Math.max(free, Math.min(free + issuer - 2, PAGE.cellsPerLine - 2) - date);
  return { issuer: dateFree + date + 2 - issuer, date: dateFree };
}

type Columns = { role: number; name: number };

/** One column for all who sign, so that roles and names stand below each other; widths in cells. */
function columnsOf(signatories: Signatory[]): Columns {
  return {
    role: Math.max(ROLE_CELLS, ...signatories.map(({ role }) => cellsOf(role))),
    name: Math.max(NAME_CELLS, ...signatories.map(({ name = '' }) => cellsOf(name))),
  };
}

function signatoryLine({ role, name = '' }: Signatory, columns: Columns): Line {
  const beforeName = (columns.role + ROLE_GAP_CELLS) * CELL;
  const left = TYPE_AREA_WIDTH - beforeName - (columns.name + FREE) * CELL;
  const named = name === '' ? [] : [textRun(FULL_WIDTH_SPACE.repeat(ROLE_GAP_CELLS)), ...nameRuns(name)];
  return {
    children: [...spreadRuns(role, columns.role), ...named],
    // A name that is too long for its column goes on below itself.
    indent: left >= 0 ? { left } : { left: beforeName, hanging: beforeName },
  };
}

function nameRuns(name: string): TextRun[] {
  return [...name].length === 2 ? spreadRuns(name, NAME_CELLS) : [textRun(name)];
}

/** Spreads `text` to the width of `cells`: by full-width blanks if it comes out even, otherwise by tracking. */
function spreadRuns(text: string, cells: number): TextRun[] {
  const characters = [...text];
  const gaps = characters.length - 1;
  const missing = cells - cellsOf(text);
  const last = characters.at(-1);
  if (gaps < 1 || missing <= 0 || last === undefined) return [textRun(text)];
  if (missing % gaps === 0) return [textRun(characters.join(FULL_WIDTH_SPACE.repeat(missing / gaps)))];
  // 法官助理: four characters over five cells leave thirds of a cell, which no blank is wide.
  const tracking = BODY_TRACKING + Math.round((missing * CELL) / gaps);
  const spread = characters.slice(0, -1).join('');
  return [new TextRun({ text: spread, characterSpacing: tracking, font: EAST_ASIAN }), textRun(last)];
}
