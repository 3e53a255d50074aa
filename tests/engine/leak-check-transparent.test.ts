import { createBudget } from '../../src/leak-check/budget';
import { readGif } from '../../src/leak-check/pictures/gif';
import { pixelsIn } from '../../src/leak-check/pictures/picture-size';
import { pngViews } from '../../src/leak-check/pictures/png-pixels';
import { bmp, gifFile, png, pngFile, qrModules, toPixels } from '../leak-corpus/generate/codes';
import { docx } from '../leak-corpus/generate/docx-package';
import { ADDRESS, verdict } from '../support/leak-verdict';

const { size, pixels } = toPixels(qrModules(ADDRESS), { scale: 3 });
const square = { width: size, height: size };
const each = (make: (isDark: boolean) => number[]) => Buffer.from([...pixels].flatMap((grey) => make(grey === 0)));
const judge = (file: Buffer, ending = 'png') => verdict('docx', docx({ [`word/media/image1.${ending}`]: file }));

describe('a code in a picture is found where', () => {
  test.each<[string, Buffer]>([
    [
      'only the transparency draws it',
      pngFile({ ...square, kind: 6, rows: each((dark) => [0, 0, 0, dark ? 255 : 0]) }),
    ],
    [
      'the pixels stand in several chunks',
      pngFile({ ...square, kind: 6, rows: each((dark) => [0, 0, 0, dark ? 255 : 0]) }, [['IDAT', Buffer.alloc(0)]]),
    ],
    ['white is drawn on nothing', pngFile({ ...square, kind: 4, rows: each((dark) => [255, dark ? 255 : 0]) })],
    [
      'a colour of the table is left out',
      pngFile({ ...square, kind: 3, rows: each((dark) => [dark ? 1 : 0]) }, [
        ['PLTE', Buffer.alloc(6)],
        ['tRNS', Buffer.from([0])],
      ]),
    ],
    ['it is pale', pngFile({ ...square, kind: 0, rows: each((dark) => [dark ? 246 : 255]) })],
    [
      'it is pale and of sixteen bits',
      pngFile({ ...square, bits: 16, kind: 0, rows: each((dark) => [dark ? 246 : 255, 0]) }),
    ],
    [
      'two colours are of one lightness',
      pngFile({ ...square, kind: 2, rows: each((dark) => (dark ? [200, 60, 60] : [0, 163, 60])) }),
    ],
    [
      'two colours of the table are nearly the same',
      pngFile({ ...square, kind: 3, rows: each((dark) => [dark ? 1 : 0]) }, [
        ['PLTE', Buffer.from([200, 200, 200, 190, 190, 190])],
      ]),
    ],
    [
      'a GIF leaves out a colour',
      gifFile({ size, colours: Buffer.alloc(6), frames: [each((dark) => [dark ? 1 : 0])], leftOut: 0 }),
    ],
    [
      'a GIF has its colours in the picture',
      gifFile({ size, colours: Buffer.alloc(12), frames: [each((dark) => [dark ? 3 : 0])], leftOut: 3, isLocal: true }),
    ],
  ])('%s', async (_, file) => {
    expect(await judge(file, file.toString('latin1', 0, 3) === 'GIF' ? 'gif' : 'png')).toContain('图形码');
  });
});

describe('a picture that no one can look at as a whole is refused:', () => {
  const frame = each((dark) => [dark ? 1 : 0]);
  const empty = Buffer.alloc(frame.length);
  const colours = Buffer.from([255, 255, 255, 0, 0, 0]);
  test.each<[string, Buffer]>([
    ['a GIF of two pictures', gifFile({ size, colours, frames: [empty, frame] })],
    ['a PNG of two pictures', pngFile({ ...square, kind: 0, rows: pixels }, [['acTL', Buffer.alloc(8)]])],
    [
      'a transparent PNG with its lines mixed',
      pngFile({ ...square, kind: 6, interlace: 1, rows: Buffer.alloc((4 * size + 9) * size) }),
    ],
    [
      'a small file of four hundred million pixels',
      pngFile({ width: 20_000, height: 20_000, kind: 0, rows: Buffer.alloc(20_000) }),
    ],
    ['a picture that does not say how large it is', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF'.padEnd(60), 'latin1')],
  ])('%s', async (_, file) => {
    expect(await judge(file)).toMatch(/^unreadable: a (?:transparent )?picture/);
  });
});

test('a picture without a code and with colours enough passes, transparent or not', async () => {
  const grey = each(() => [128]);
  const bar = Buffer.from(grey.map((_, index) => (index % 9 === 0 ? 0 : 255)));
  const files = [
    pngFile({ ...square, kind: 0, rows: bar }, [['zzZz', Buffer.from('acTL')]]),
    pngFile({ ...square, kind: 0, interlace: 1, rows: Buffer.alloc((size + 9) * size) }),
    pngFile({ ...square, kind: 6, rows: each(() => [9, 9, 9, 200]) }),
    pngFile({ width: 1001, height: 1001, kind: 0, rows: Buffer.alloc(1001 * 1001) }),
    gifFile({ size, colours: Buffer.from([255, 255, 255, 0, 0, 0]), frames: [Buffer.alloc(grey.length)] }),
  ];
  for (const file of files) expect(await judge(file)).toBe('passes');
});

test('many small pictures that unpack to more pixels than a document can need are refused', async () => {
  const large = (height: number) =>
    pngFile({ width: 8000, height, bits: 1, kind: 0, rows: Buffer.alloc(1000 * height) });
  const file = docx({ 'word/media/a.png': large(4500), 'word/media/b.png': large(4501) });
  expect(await verdict('docx', file)).toMatch(/^unreadable: the file takes more work/);
});

test('the views of a PNG whose parts are missing are none', () => {
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  expect(() => pngViews(signature, { budget: createBudget(), isRead: false })).toThrow('unreadable');
  const strange = pngFile({ width: 2, height: 2, kind: 5, rows: Buffer.alloc(4) });
  expect(pngViews(strange, { budget: createBudget(), isRead: true })).toEqual([]);
});

describe('the pixels of a picture file are known before it is unpacked:', () => {
  const jpeg = (...parts: string[]) => Buffer.from(`ffd8${parts.join('')}${'00'.repeat(20)}`, 'hex');
  const frame = 'ffc0001108000a000c03';
  const oldBmp = Buffer.concat([Buffer.from('BM'), Buffer.alloc(24)]);
  oldBmp.writeUInt32LE(12, 14);
  oldBmp.set([3, 0, 4, 0], 18);
  test.each<[string, Buffer, number | undefined]>([
    ['PNG', png(qrModules('a')), ((21 + 8) * 4) ** 2],
    ['GIF', gifFile({ size: 4, colours: Buffer.alloc(6), frames: [Buffer.alloc(16)] }), 16],
    ['BMP', bmp(qrModules('a')), ((21 + 8) * 4) ** 2],
    ['BMP of the first kind', oldBmp, 12],
    ['JPEG', jpeg(frame), 120],
    ['JPEG behind tables, marks and filling', jpeg('ffc4000400ff', 'ffd0', '00', 'ffff', 'ffe00003ff', frame), 120],
    ['JPEG without a frame', jpeg(), undefined],
    ['a file of another kind', Buffer.alloc(60), undefined],
    ['a file that is cut short', Buffer.from('BM'), undefined],
  ])('%s', (_, file, expected) => {
    expect(pixelsIn(file)).toBe(expected);
  });
});

test('a GIF is told its frames and what it leaves out, however it is broken', () => {
  const colours = Buffer.alloc(6);
  const whole = gifFile({ size: 2, colours, frames: [Buffer.alloc(4)], leftOut: 9 });
  expect(readGif(whole)).toEqual({ frames: 1, end: whole.length, opaque: expect.any(Buffer) });
  expect(readGif(whole.subarray(0, 15))).toMatchObject({ frames: 0 });
  const remark = Buffer.concat([whole.subarray(0, 19), Buffer.from('!\xfe\x01a\0', 'latin1'), whole.subarray(19)]);
  expect(readGif(remark)).toMatchObject({ frames: 1 });
});
