import { createBudget } from '../../src/leak-check/budget';
import { decodeFax, type FaxParameters } from '../../src/leak-check/pdf/images/fax';
import { LONGEST_CODE, RUN_CODES } from '../../src/leak-check/pdf/images/fax-codes';
import { type Modules, qrModules } from '../leak-corpus/generate/codes';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page } from '../support/raw-pdf';

const END_OF_LINE = '000000000001';
const SHIFTS: Record<string, string> = {
  0: '1',
  1: '011',
  2: '000011',
  3: '0000011',
  '-1': '010',
  '-2': '000010',
  '-3': '0000010',
};

/** The bits of a run; those of the table are keyed with a 1 before them. */
function runBits(length: number, colour: number): string {
  const codes = new Map([...RUN_CODES[colour === 0 ? 0 : 1]].map(([key, run]) => [run, key.toString(2).slice(1)]));
  let bits = '';
  let left = length;
  for (; left >= 64; left -= Math.min(2560, left - (left % 64)))
    bits += codes.get(Math.min(2560, left - (left % 64))) ?? '';
  return bits + (codes.get(left) ?? '');
}

const changesOf = (row: readonly boolean[]) =>
  row.flatMap((dark, column) => (dark !== (row[column - 1] ?? false) ? [column] : []));

function byRuns(row: readonly boolean[]): string {
  const ends = [...changesOf(row), row.length];
  return ends.map((end, index) => runBits(end - (ends[index - 1] ?? 0), index & 1)).join('');
}

/** As ITU-T T.6 tells to write a line, with every mode that there is. */
function byAbove(row: readonly boolean[], above: readonly boolean[]): string {
  const [changes, before] = [changesOf(row), changesOf(above)];
  const width = row.length;
  let bits = '';
  let at = -1;
  let colour = 0;
  while (at < width) {
    const found = before.findIndex((change, index) => change > at && (index & 1) === colour);
    const [b1, b2] = found === -1 ? [width, width] : [before[found] ?? width, before[found + 1] ?? width];
    const later = changes.filter((change) => change > at && (changes.indexOf(change) & 1) === colour);
    const a1 = later[0] ?? width;
    const a2 = changes.find((change) => change > a1) ?? width;
    if (b2 < a1) {
      bits += '0001';
      at = b2;
    } else if (Math.abs(a1 - b1) <= 3) {
      bits += SHIFTS[a1 - b1];
      at = a1;
      colour = 1 - colour;
    } else {
      bits += `001${runBits(a1 - Math.max(0, at), colour)}${runBits(a2 - a1, 1 - colour)}`;
      at = a2;
    }
  }
  return bits;
}

const toBytes = (bits: string) =>
  Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));

/** A code with a margin, each module so many pixels wide. */
function picture(modules: Modules, scale: number): boolean[][] {
  const side = (modules.length + 8) * scale;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) => modules[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] ?? false),
  );
}

const rows = picture(qrModules(ADDRESS), 3);
const width = rows[0]?.length ?? 0;
const empty = Array<boolean>(width).fill(false);

const group4 = toBytes(
  rows.map((row, index) => byAbove(row, rows[index - 1] ?? empty)).join('') + END_OF_LINE.repeat(2),
);
const group3 = toBytes(rows.map((row) => `0000${END_OF_LINE}${byRuns(row)}`).join('') + END_OF_LINE.repeat(6));
const mixed = toBytes(
  rows
    .map((row, index) =>
      index % 2 === 0 ? `${END_OF_LINE}1${byRuns(row)}` : `${END_OF_LINE}0${byAbove(row, rows[index - 1] ?? empty)}`,
    )
    .join('') + `${END_OF_LINE}1`.repeat(6),
);
const aligned = Buffer.concat(rows.map((row) => toBytes(byRuns(row))));

const packed = Buffer.concat(
  rows.map((row) =>
    toBytes(
      row
        .map((dark) => (dark ? '0' : '1'))
        .join('')
        .padEnd(Math.ceil(width / 8) * 8, '1'),
    ),
  ),
);

const decode = (data: Buffer, parameters: Partial<FaxParameters> = {}) =>
  decodeFax(
    data,
    { k: 0, columns: width, rows: rows.length, isAligned: false, blackIsOne: false, ...parameters },
    createBudget(),
  );

const KINDS: [string, Buffer, Partial<FaxParameters>][] = [
  ['of group 4', group4, { k: -1 }],
  ['of group 3 by runs', group3, {}],
  ['of group 3 by runs and by the line above', mixed, { k: 4 }],
  ['by runs, lines from new bytes on', aligned, { isAligned: true }],
];

describe('a picture in fax compression', () => {
  test.each(KINDS)('%s is decoded to the last pixel', (_, data, parameters) => {
    expect(decode(data, parameters).equals(packed)).toBe(true);
  });

  test('may have black as one, lines that are longer than the longest code, and lines that are missing', () => {
    const inverted = decode(group4, { k: -1, blackIsOne: true });
    expect(inverted.map((byte) => byte ^ 0xff).subarray(0, 8)).toEqual(packed.subarray(0, 8));
    const wide = Array.from({ length: 6000 }, (_, column) => column >= 100 && column < 5900);
    const line = decode(toBytes(byRuns(wide)), { columns: 6000, rows: 2 });
    expect(line.length).toBe(1500);
    expect([line[0], line[20], line[749], line[750]]).toEqual([0xff, 0, 0xff, 0xff]);
    expect(decode(Buffer.alloc(0), { columns: 8, rows: 1, blackIsOne: true })).toEqual(Buffer.from([0]));
    // Nothing above: what is passed over is the whole line.
    expect(decode(toBytes('0001'), { k: -1, columns: 8, rows: 1 })).toEqual(Buffer.from([0xff]));
    expect(Math.max(...[...RUN_CODES[1].keys()].map((key) => key.toString(2).length - 1))).toBe(LONGEST_CODE);
  });

  test.each<[string, string, Partial<FaxParameters>]>([
    ['a code that means nothing', '00000001', {}],
    ['a mode that means nothing', '00000011', { k: -1 }],
    [
      'a change that lies before the last one',
      `001${runBits(0, 0)}${runBits(2, 1)}010`.padEnd(32, '0'),
      { k: -1, columns: 1 },
    ],
    [
      'a line that goes back',
      `${byAbove([true, true, true, true, false, false, true, true], Array(8).fill(false))}${'1'}${'0000010'.repeat(3)}`,
      { k: -1, columns: 8, rows: 3 },
    ],
  ])('is refused for %s', (_, bits, parameters) => {
    expect(() => decode(toBytes(bits), { rows: 9, ...parameters })).toThrow('fax compression');
  });
});

const asImage = (data: Buffer, entries: string) =>
  Buffer.concat([
    Buffer.from(
      `<< /Subtype /Image /Width ${width} /Height ${rows.length} /ColorSpace /DeviceGray /BitsPerComponent 1 ${entries} /Length ${data.length} >>\nstream\n`,
    ),
    data,
    Buffer.from('\nendstream'),
  ]);

describe('a code in fax compression is found', () => {
  test.each<[string, Buffer]>([
    ['in an image', asImage(group4, `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} >>`)],
    [
      'behind another filter',
      asImage(
        Buffer.from(`${group3.toString('hex')}>`),
        `/Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null << /Columns ${width} >>]`,
      ),
    ],
    [
      'in lines from new bytes on, black as one',
      asImage(
        aligned,
        `/Filter /CCITTFaxDecode /DecodeParms << /Columns ${width} /EncodedByteAlign true /BlackIs1 true >>`,
      ),
    ],
  ])('%s', async (_, image) => {
    expect(await verdict('pdf', page('', { objects: [image] }))).toContain('图形码');
  });

  test('in an inline image', async () => {
    const head = `q 99 0 0 99 9 9 cm BI /W ${width} /H ${rows.length} /CS /G /BPC 1 /F [/AHx /CCF] /DP [null << /K -1 /Columns ${width} >>] ID `;
    expect(await verdict('pdf', page(`${head}${group4.toString('hex')}> EI Q`))).toContain('图形码');
  });

  test('but not in one of unusual size', async () => {
    const image = asImage(group4, '/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 9999999 >>');
    expect(await verdict('pdf', page('', { objects: [image] }))).toMatch(/^unreadable: a PDF picture of unusual size/);
  });
});
