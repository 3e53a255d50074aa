import { readFile } from '../../src/leak-check';
import { lyingFont } from '../leak-corpus/generate/lying-font';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, rawPdf, stream, ucs2 } from '../support/raw-pdf';

const show = (text: string) => `<${ucs2(text)}> Tj`;

async function textOf(file: Buffer, carrier = 'PDF 页面文字'): Promise<string | undefined> {
  const { texts } = await readFile(file, 'pdf');
  return texts.find((found) => found.carrier === carrier)?.text;
}

describe('content that is odd but legal is read', () => {
  const font =
    '/Resources << /Font << /F1 5 0 R /F2 << /Type /Font /Subtype /Type1 >> >> /ExtGState << /G1 << /LW 1 >> >> >>';
  const odd = (content: string) => page(content, { pageEntries: font });

  test.each([
    ['a number where a string should be', 'BT /F1 12 Tf 7 Tj ET', ''],
    ['spaces that are wider', 'BT /F2 10 Tf 20 Tw (a b) Tj (c) Tj ET', 'a bc'],
    ['a gap between two words of one array', 'BT /F2 10 Tf [(12) -900 (34)] TJ ET', '12 34'],
    ['a graphics state that sets no font', 'BT /F2 10 Tf /G1 gs (a) Tj ET', 'a'],
    ['a graphics state that is not there', 'BT /F2 10 Tf /G9 gs (a) Tj ET', 'a'],
    ['a number that is none', 'BT /F2 10 Tf --5 0 Td (a) Tj ET', 'a'],
    ['line breaks that are escaped', 'BT /F2 10 Tf (a\\\r\nb\\\nc\\\rd) Tj ET', 'abcd'],
    ['a word that begins like a number', 'BT /F2 10 Tf 1x0 0 Td (a) Tj ET', 'a'],
    ['an empty comment and half a byte', 'BT /F2 10 Tf %\n<616> Tj ET', 'a`'],
    ['a dictionary that is out of step', '/Span << 7 /A /B >> BDC BT /F2 10 Tf (a) Tj ET EMC', 'a'],
    ['more restored than saved', 'Q Q BT /F2 10 Tf (a) Tj ET', 'a'],
    ['a move that sets the distance of lines', 'BT /F2 10 Tf 0 700 Td (a) Tj 0 -20 TD (b) Tj T* (c) Tj ET', 'a\nb\nc'],
    ['lines that an operator breaks and spaces', `BT /F2 10 Tf 12 TL (a) ' 1 2 (b) " ET`, 'a\nb'],
    ['text that is scaled, raised and spaced', 'BT /F2 10 Tf 50 Tz 3 Ts 1 Tc 12 TL (a) Tj T* (b) Tj ET', 'a\nb'],
  ])('%s', async (_, content, expected) => {
    expect((await textOf(odd(content))) ?? '').toBe(expected);
  });

  test('strings without a letter', async () => {
    const { texts } = await readFile(rawPdf(['<< /Type /Catalog /Lang () >>']), 'pdf');
    expect(texts.filter(({ carrier }) => carrier === 'PDF 字符串')).toEqual([]);
  });

  test('strings in a list of marked content', async () => {
    const file = page(`/Span << /Words [<FEFF${ucs2(ADDRESS)}>] /Number 7 >> BDC EMC`);
    expect(await verdict('pdf', file)).toContain('替代文字');
  });

  test('text without a font makes its page unreadable, and the rest of it is still read', async () => {
    expect(await verdict('pdf', page('BT (abc) Tj ET'))).toBe(
      'unreadable: PDF text without a font (PDF 页面内容（第 1 页）)',
    );
    expect(await verdict('pdf', page(`BT (abc) Tj /F1 12 Tf ${show(ADDRESS)} ET`))).toContain('页面文字');
  });
});

describe('streams that no page draws are read', () => {
  test('when they show lines only', async () => {
    const form = stream(`BT /F2 12 Tf (${ADDRESS.slice(3, 6)}) ' ET`, '/Subtype /Form');
    const { texts } = await readFile(page('', { objects: [form] }), 'pdf');
    expect(texts.some(({ carrier }) => carrier === 'PDF 未显示的内容流')).toBe(true);
  });

  test('by what their font draws', async () => {
    const file = lyingFont({ withMap: true }).toString('latin1').replace('/Contents 4 0 R', '/Notes 4 0 R');
    expect(await verdict('pdf', Buffer.from(file, 'latin1'))).toContain('未显示的内容流');
  });

  test('but not with more fonts than a document can need', async () => {
    const fonts = Array.from({ length: 33 }, () => '<< /Type /Font /Subtype /Type1 >>');
    const file = page('', { objects: [stream('BT (a) Tj ET', '/Subtype /Form'), ...fonts] });
    expect(await verdict('pdf', file)).toMatch(/^unreadable: more PDF fonts/);
  });
});

describe('a form', () => {
  test.each([
    ['that is no stream', '<< /Subtype /Form >>'],
    ['that is a picture', stream(Buffer.from([0]), '/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray')],
    ['that is not even a dictionary', '7'],
  ])('%s draws nothing', async (_, object) => {
    expect(await verdict('pdf', page('/X7 Do', { objects: [object] }))).toBe('passes');
  });
});

describe('the frame of a file', () => {
  test('may break lines in any way before the data of a stream', async () => {
    const data = `BT /F1 12 Tf ${show(ADDRESS)} ET`;
    for (const gap of ['\r\n', '\n', ' ']) {
      const form = `<< /Subtype /Form /Length ${data.length} >>\nstream${gap}${data}\nendstream`;
      expect(await verdict('pdf', page('/X7 Do', { objects: [form] }))).toContain('页面文字');
    }
  });

  test('may end in an object stream that ends before its last object', async () => {
    const objects = [stream('20 0 21 11 << /A 1 >> ', '/Type /ObjStm /N 2 /First 11')];
    expect(await verdict('pdf', page('', { objects }))).toBe('passes');
  });

  test.each([
    ['an object stream without numbers', page('', { objects: [stream('a b << >>', '/N 1 /First 4')] })],
    [
      'an object stream that points outside of itself',
      page('', { objects: [stream('20 999 << >>', '/N 1 /First 7')] }),
    ],
    ['a hundred objects without a number', rawPdf(['<< >>'], ' ) obj << >> endobj'.repeat(101))],
  ])('with %s is refused', async (_, file) => {
    expect(await verdict('pdf', file)).toMatch(/^unreadable: /);
  });
});

test('three values of one key are read as the first and as the last', async () => {
  const words = ['first', 'second', 'third'].map((word) => `/Filter /${word}`).join(' ');
  const { unread } = await readFile(
    page('', { objects: [`<< /Range [0 1] ${words} /Length 3 >>\nstream\nabc\nendstream`] }),
    'pdf',
  );
  expect(unread.map(({ reason }) => reason)).toEqual(Array(2).fill('a PDF stream with an unusual filter'));
});
