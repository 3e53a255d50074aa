import type { Block, Signatory } from '../../model';
import { CELL_PT, LINE_PITCH_PT } from '../page';
import { buildAtoms } from './atoms';
import type { FlowUnit } from './flow';
import type { FontMetrics } from './font-metrics';
import { moveDown, own, type PageItem } from './page-items';
import { naturalWidth } from './set-line';
import { AREA, STYLES } from './styles';
import { plain } from './text-block';
import { setText } from './text-lines';

type Signature = Extract<Block, { kind: 'signature' }>;

/** 右空四字 under a seal (GB/T 9704-2012 7.3.5.1), 右空二字 without one (7.3.5.2) and after a name. */
const FREE_SEALED = 4;
const FREE = 2;
/** 审　判　员: every role is spread to the width of five characters, three blanks before the name. */
const ROLE_CELLS = 5;
const ROLE_GAP_CELLS = 3;
/** Room for a name; two-character names are spread to it, a name signed by hand is written in it. */
const NAME_CELLS = 3;

/**
 * Lines left free so that a 42 mm (4.1 lines) seal fits. Over issuer and date it stands centred on the upper edge of the
 * issuer's line: its top is within one line of the text. Over a court's date alone it covers neither judge nor clerk.
 */
const SEAL_LINES_ABOVE = 2;
const SEAL_LINES_BELOW = 2;

/** A role as wide as its column fits it, whatever rounding did to both, in pt. */
const TOLERANCE = 0.5;

/** 落款 as one unit: it is never divided. */
export function signatureUnits(block: Signature, index: number, metrics: FontMetrics): FlowUnit[] {
  const lines: PageItem[][] = [];
  const skip = (count: number) => lines.push(...Array.from({ length: count }, () => []));
  const signatories = block.signatories ?? [];
  const after = block.after ?? [];
  const shared = nameColumn([...signatories, ...after], metrics);

  if (signatories.length > 0) skip(1);
  for (const signatory of signatories) lines.push(...signatoryLines(signatory, shared, metrics));
  if (block.sealed) skip(SEAL_LINES_ABOVE);
  else skip(1);
  const places = issuerAndDate(block, metrics);
  if (block.issuer !== undefined) lines.push(...textAt(block.issuer, places.issuer, metrics));
  lines.push(...textAt(block.date, places.date, metrics));
  if (block.verification !== undefined)
    lines.push(...textAt(block.verification, { x: AREA.left, align: 'left' }, metrics));
  if (after.length > 0) {
    const verificationLines = block.verification === undefined ? 0 : 1;
    skip(block.sealed && block.issuer === undefined ? SEAL_LINES_BELOW - verificationLines : 1);
    for (const signatory of after) lines.push(...signatoryLines(signatory, shared, metrics));
  }
  const items = lines.flatMap((line, row) =>
    own(line, { block: index, row }).map((item) => moveDown(item, row * LINE_PITCH_PT)),
  );
  return [{ kind: 'box', height: lines.length * LINE_PITCH_PT, items, onGrid: true }];
}

type Place = { x: number; align: 'left' | 'center' | 'right'; width?: number };

function textAt(text: string, { x, align, width }: Place, metrics: FontMetrics): PageItem[][] {
  const room = width ?? AREA.right - x;
  return setText(plain(text), { style: STYLES.body, metrics, x, width: room, align, mayHang: false });
}

function widthOf(text: string, metrics: FontMetrics): number {
  return naturalWidth(buildAtoms(plain(text), STYLES.body, metrics).flat());
}

function issuerAndDate({ issuer, date, sealed }: Signature, metrics: FontMetrics): { issuer: Place; date: Place } {
  const dateWidth = widthOf(date, metrics);
  const issuerWidth = issuer === undefined ? 0 : Math.min(AREA.width, widthOf(issuer, metrics));
  if (sealed) {
    // 以成文日期为准居中编排发文机关署名; a name too long for that moves the pair to the left.
    const centre = Math.min(AREA.right - FREE_SEALED * CELL_PT - dateWidth / 2, AREA.right - issuerWidth / 2);
    const half = Math.min(centre - AREA.left, AREA.right - centre);
    const place: Place = { x: centre - half, width: half * 2, align: 'center' };
    return { issuer: place, date: place };
  }
  // The date starts two characters right of the issuer; the longer of both ends two characters before the edge.
  const edge = AREA.right - FREE * CELL_PT;
  const dateX = Math.max(AREA.left + 2 * CELL_PT, Math.min(edge - issuerWidth + 2 * CELL_PT, edge - dateWidth));
  const issuerX = Math.max(AREA.left, issuer === undefined ? edge : dateX - 2 * CELL_PT);
  return { issuer: { x: issuerX, align: 'left' }, date: { x: dateX, align: 'left' } };
}

type Column = { roleX: number; roleWidth: number; nameX: number; nameWidth: number };

/** One column for all who sign, so that roles and names stand below each other; a long name begins further left. */
function nameColumn(signatories: Signatory[], metrics: FontMetrics): Column {
  const nameWidth = Math.max(NAME_CELLS * CELL_PT, ...signatories.map(({ name = '' }) => widthOf(name, metrics)));
  const widest = Math.max(ROLE_CELLS * CELL_PT, ...signatories.map(({ role }) => widthOf(role, metrics)));
  const roleWidth = Math.min(widest, AREA.width - (ROLE_GAP_CELLS + ROLE_CELLS) * CELL_PT);
  const beforeName = roleWidth + ROLE_GAP_CELLS * CELL_PT;
  const nameX = Math.max(AREA.left + beforeName, AREA.right - FREE * CELL_PT - nameWidth);
  return { roleX: nameX - beforeName, roleWidth, nameX, nameWidth };
}

/** Role and name side by side; what is too long for its column goes on below. */
function signatoryLines({ role, name = '' }: Signatory, column: Column, metrics: FontMetrics): PageItem[][] {
  const { roleX, roleWidth, nameX } = column;
  const roles = spread(role, { x: roleX, width: roleWidth, room: roleWidth }, metrics);
  const width = [...name].length === 2 ? NAME_CELLS * CELL_PT : 0;
  const names = name === '' ? [] : spread(name, { x: nameX, width, room: AREA.right - nameX }, metrics);
  const count = Math.max(roles.length, names.length);
  return Array.from({ length: count }, (_, line) => [...(roles[line] ?? []), ...(names[line] ?? [])]);
}

/** Characters of one run spread over a width; as they stand when the width is too small, on lines as wide as the room. */
function spread(text: string, place: { x: number; width: number; room: number }, metrics: FontMetrics): PageItem[][] {
  const lines = textAt(text, { x: place.x, align: 'left', width: place.room + TOLERANCE }, metrics);
  const gaps = [...text].length - 1;
  const extra = gaps > 0 ? Math.max(0, place.width - widthOf(text, metrics)) / gaps : 0;
  if (extra === 0 || lines.length > 1) return lines;
  let shift = 0;
  const moved = (lines[0] ?? []).map((item) => {
    if (item.kind !== 'text') return item;
    const shifted = { ...item, x: item.x + shift, spacing: item.spacing + extra };
    shift += extra * [...item.text].length;
    return shifted;
  });
  return [moved];
}
