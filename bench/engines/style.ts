import type { Block } from '../../src/model';

/**
 * The official page as a peer's user would set it up: A4, type area 156 × 225 mm, 22 lines of 28 characters. Sizes in
 * pt. Peers without a character pitch reach 28 characters by a size of 156/28 mm.
 */
const MM = 72 / 25.4;

export const SHEET = {
  width: 210 * MM,
  height: 297 * MM,
  top: 37 * MM,
  left: 28 * MM,
  right: 26 * MM,
  bottom: 35 * MM,
  area: 156 * MM,
  cell: (156 / 28) * MM,
  pitch: (225 / 22) * MM,
  qr: 20 * MM,
  /** From the type area to the code and to the page number. */
  qrDrop: 4 * MM,
  numberDrop: 7 * MM,
} as const;

/** Engines that compare rounded widths need a hair less than 156/28 mm to get 28 characters on a line; justifying fills it. */
export const SNUG = 0.999;

export const mm = (value: number): number => value * MM;

export type FaceName = 'fang' | 'title' | 'hei' | 'kai' | 'song';
export const FACE_NAMES: readonly FaceName[] = ['fang', 'title', 'hei', 'kai', 'song'];

export type TextLook = {
  face: FaceName;
  size: number;
  pitch: number;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Indent of the first line and space kept free at the right, in characters. */
  indent: number;
  free: number;
};

const body: TextLook = { face: 'fang', size: SHEET.cell, pitch: SHEET.pitch, align: 'justify', indent: 2, free: 0 };

export const LOOKS = {
  issuer: { ...body, face: 'title', size: 22, align: 'center', indent: 0 },
  title: { ...body, face: 'title', size: 22, align: 'center', indent: 0 },
  number: { ...body, align: 'right', indent: 0, free: 2 },
  heading1: { ...body, face: 'hei' },
  heading2: { ...body, face: 'kai' },
  paragraph: body,
  signature: { ...body, align: 'right', indent: 0, free: 4 },
  cell: { ...body, size: 12, pitch: 18, align: 'left', indent: 0 },
  label: { ...body, face: 'hei', size: 12, pitch: 18, align: 'left', indent: 0 },
  caption: { ...body, size: 9, pitch: 13, align: 'left', indent: 0 },
  pageNumber: { ...body, face: 'song', size: 14, pitch: 14, align: 'right', indent: 0, free: 1 },
} as const satisfies Record<string, TextLook>;

export type TableBlock = Extract<Block, { kind: 'table' }>;

/** What the peers' converters see: plain lines with a look, tables, page breaks. */
export type Piece =
  | { kind: 'line'; text: string; look: TextLook; tag: 'h1' | 'h2' | 'p' }
  | { kind: 'table'; columns: number[]; rows: { text: string; label: boolean }[][]; headerRows: number }
  | { kind: 'space'; lines: number }
  | { kind: 'page-break' };

/**
 * The blocks as a user of a general engine would write them.
 * @throws Error for a block that the measured documents do not have
 */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    switch (block.kind) {
      case 'issuer':
        return [{ kind: 'line', text: block.text, look: LOOKS.issuer, tag: 'p' }];
      case 'title':
        return [{ kind: 'line', text: block.text, look: LOOKS.title, tag: 'h1' }];
      case 'number':
        return [{ kind: 'line', text: block.text, look: LOOKS.number, tag: 'p' }];
      case 'heading':
        return [
          { kind: 'line', text: block.text, look: block.level === 1 ? LOOKS.heading1 : LOOKS.heading2, tag: 'h2' },
        ];
      case 'paragraph':
        return [{ kind: 'line', text: textOf(block.content), look: LOOKS.paragraph, tag: 'p' }];
      case 'table':
        return [tablePiece(block)];
      case 'signature':
        return signaturePieces(block);
      case 'page-break':
        return [{ kind: 'page-break' }];
      default:
        throw new Error(`the measured documents have no ${block.kind}`);
    }
  });
}

function textOf(content: Extract<Block, { kind: 'paragraph' }>['content']): string {
  return content.map((inline) => (inline.kind === 'blank' ? '' : inline.text)).join('');
}

function tablePiece({ columns, rows, headerRows = 0 }: TableBlock): Piece {
  const cells = rows.map((row) =>
    row.cells.map(({ content, label = false }) => ({ text: content.map(textOf).join('\n'), label })),
  );
  return { kind: 'table', columns, headerRows, rows: cells };
}

/** 落款: judge, two lines for the seal, date, clerk. */
function signaturePieces({ signatories = [], date, after = [] }: Extract<Block, { kind: 'signature' }>): Piece[] {
  const line = (text: string): Piece => ({ kind: 'line', text, look: LOOKS.signature, tag: 'p' });
  const name = ({ role, name: who = '' }: { role: string; name?: string }) => line(`${role}　　${who}`);
  return [
    { kind: 'space', lines: 1 },
    ...signatories.map(name),
    { kind: 'space', lines: 2 },
    line(date),
    { kind: 'space', lines: 2 },
    ...after.map(name),
  ];
}
