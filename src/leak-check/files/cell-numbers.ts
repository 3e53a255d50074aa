/** Records of old workbooks that hold numbers (MS-XLS, 2.4): a number, the result of a formula, a short one, a row of those. */
const [NUMBER, FORMULA, SHORT, ROW] = [0x203, 0x06, 0x27e, 0xbd];
const HEADER = 4;

/** Where the value stands behind the place of the cell and its format. */
const VALUE = 6;

/** The whole numbers in the cells of an old workbook, one in a line: a telephone number is often kept as a number. */
export function cellNumbers(stream: Buffer): string {
  const numbers: number[] = [];
  for (let at = 0; at + HEADER <= stream.length; ) {
    const data = stream.subarray(at + HEADER, at + HEADER + stream.readUInt16LE(at + 2));
    numbers.push(...numbersIn(stream.readUInt16LE(at), data));
    at += HEADER + stream.readUInt16LE(at + 2);
  }
  return numbers.filter((number) => Number.isSafeInteger(number) && number >= 0).join('\n');
}

function numbersIn(record: number, data: Buffer): number[] {
  if ((record === NUMBER || record === FORMULA) && data.length >= VALUE + 8) return [data.readDoubleLE(VALUE)];
  if (record === SHORT && data.length >= VALUE + 4) return [shortNumber(data.readUInt32LE(VALUE))];
  if (record !== ROW) return [];
  // Row and first column, then a format and a number for each cell, then the last column.
  const cells = Math.max(0, Math.floor((data.length - VALUE) / 6));
  return Array.from({ length: cells }, (_, index) => shortNumber(data.readUInt32LE(VALUE + index * 6)));
}

/** Thirty bits of a whole number or the upper ones of a fraction, and two flags (MS-XLS, 2.5.217). */
function shortNumber(bits: number): number {
  const upper = Buffer.alloc(8);
  upper.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = (bits & 2) === 0 ? upper.readDoubleLE(0) : (bits | 0) >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}
