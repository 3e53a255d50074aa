/**
 * A sheet of rulers to lay under a page. Its numbers are those of GB/T 9704-2012 5.2 written out, not taken from
 * src/layout: a page that stands on these lines stands on the standard.
 */

/** In mm. */
const SHEET = { width: 210, height: 297 };
const MARGIN = { top: 37, left: 28, right: 26, bottom: 35 };
const LINES = 22;
const CHARACTERS = 28;

const PT = 72 / 25.4;
const BLUE = '0.55 0.75 0.95';
const PALE = '0.80 0.89 0.97';
const RED = '0.85 0.25 0.25';

/** The sheet as a PDF of one page: mm rulers at the edges, 28 × 22 cells in the type area, its measures in red. */
export function rulerSheet(): Buffer {
  return onePagePdf([...rulers(), ...cells(), ...frame()].join('\n'));
}

const left = MARGIN.left;
const top = MARGIN.top;
const right = SHEET.width - MARGIN.right;
const bottom = SHEET.height - MARGIN.bottom;

function rulers(): string[] {
  const across = steps(SHEET.width).flatMap((mm) => [
    line({ x1: mm, y1: 0, x2: mm, y2: tick(mm) }, BLUE),
    ...(mm % 10 === 0 ? [text(`${mm}`, { x: mm + 0.5, y: 7, size: 6, colour: BLUE })] : []),
  ]);
  const down = steps(SHEET.height).flatMap((mm) => [
    line({ x1: 0, y1: mm, x2: tick(mm), y2: mm }, BLUE),
    ...(mm % 10 === 0 ? [text(`${mm}`, { x: 5.5, y: mm + 2.5, size: 6, colour: BLUE })] : []),
  ]);
  return [...across, ...down];
}

function cells(): string[] {
  const rows = Array.from({ length: LINES + 1 }, (_, row) => {
    const y = top + ((bottom - top) / LINES) * row;
    return line({ x1: left, y1: y, x2: right, y2: y }, row % LINES === 0 ? BLUE : PALE);
  });
  const columns = Array.from({ length: CHARACTERS + 1 }, (_, column) => {
    const x = left + ((right - left) / CHARACTERS) * column;
    return line({ x1: x, y1: top, x2: x, y2: bottom }, column % CHARACTERS === 0 ? BLUE : PALE);
  });
  const numbers = Array.from({ length: LINES }, (_, row) =>
    text(`${row + 1}`, { x: left - 5, y: top + ((bottom - top) / LINES) * (row + 0.6), size: 6, colour: BLUE }),
  );
  return [...rows, ...columns, ...numbers];
}

function frame(): string[] {
  const middle = { x: SHEET.width / 2, y: SHEET.height / 2 };
  const pitch = ((bottom - top) / LINES).toFixed(2);
  return [
    line({ x1: middle.x, y1: 0, x2: middle.x, y2: top }, RED),
    text(`${MARGIN.top} mm`, { x: middle.x + 1, y: top / 2 + 4, size: 8, colour: RED }),
    line({ x1: middle.x, y1: bottom, x2: middle.x, y2: SHEET.height }, RED),
    text(`${MARGIN.bottom} mm`, { x: middle.x + 1, y: bottom + MARGIN.bottom / 2 + 6, size: 8, colour: RED }),
    line({ x1: 0, y1: middle.y, x2: left, y2: middle.y }, RED),
    text(`${MARGIN.left} mm`, { x: 10, y: middle.y - 1, size: 8, colour: RED }),
    line({ x1: right, y1: middle.y, x2: SHEET.width, y2: middle.y }, RED),
    text(`${MARGIN.right} mm`, { x: right + 8, y: middle.y - 1, size: 8, colour: RED }),
    text(`${right - left} x ${bottom - top} mm, ${CHARACTERS} x ${LINES}, line pitch ${pitch} mm`, {
      x: left,
      y: top - 1.5,
      size: 8,
      colour: RED,
    }),
  ];
}

function steps(length: number): number[] {
  return Array.from({ length: length + 1 }, (_, mm) => mm);
}

/** Length of a tick in mm. */
function tick(mm: number): number {
  if (mm % 10 === 0) return 5;
  return mm % 5 === 0 ? 3.5 : 2;
}

/** Places in mm from the top left corner; PDF counts from the bottom. */
function line({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }, colour: string): string {
  const from = `${(x1 * PT).toFixed(2)} ${((SHEET.height - y1) * PT).toFixed(2)}`;
  const to = `${(x2 * PT).toFixed(2)} ${((SHEET.height - y2) * PT).toFixed(2)}`;
  return `${colour} RG 0.35 w ${from} m ${to} l S`;
}

type Place = { x: number; y: number; size: number; colour: string };

function text(shown: string, { x, y, size, colour }: Place): string {
  const place = `${(x * PT).toFixed(2)} ${((SHEET.height - y) * PT).toFixed(2)}`;
  return `BT ${colour} rg /F1 ${size} Tf ${place} Td (${shown}) Tj ET`;
}

function onePagePdf(content: string): Buffer {
  const box = `[0 0 ${(SHEET.width * PT).toFixed(2)} ${(SHEET.height * PT).toFixed(2)}]`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer << /Size ${size} /Root 1 0 R >>`;
  return Buffer.from(`${file}${table}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
}
