import { code128, png, qrModules, toPixels } from '../leak-corpus/generate/codes';
import { attached, show, shown } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, FACTS, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const phone = { pointer: '/p', label: '电话', spellings: ['13812345678'], kind: 'phone' as const };
const FOUND = /^protected facts found/;
const html = `<p>${[...ADDRESS].map((letter) => `<b>${letter}</b>`).join('')}</p>`;

describe('a stream is searched whatever it says it is:', () => {
  test.each([
    ['an attachment that is said to be a picture', '/Subtype /Image /Width 1 /Height 1', html],
    ['an attachment that is said to be a list of objects', '/Type /XRef', html],
    ['an attachment that shows text like a page', '', `${html}(x) Tj`],
    ['an attachment with the words of a character map', '', `${html}begincmap`],
  ])('%s', async (_, entries, text) => {
    expect(await verdict('pdf', page(shown, { objects: attached(text, entries) }))).toMatch(FOUND);
  });

  test('an attachment that is said to be a font', async () => {
    const objects = [...attached(html), '<< /Type /FontDescriptor /FontFile2 8 0 R >>'];
    expect(await verdict('pdf', page(shown, { objects }))).toMatch(FOUND);
  });

  test('a file named in an annotation on the page', async () => {
    const annotation = '/Annots [<< /Subtype /FileAttachment /FS << /EF << /F 7 0 R >> >> >>]';
    const file = page(shown, {
      pageEntries: annotation,
      objects: [stream(Buffer.from(html), '/Subtype /Image /Width 1 /Height 1')],
    });
    expect(await verdict('pdf', file)).toMatch(FOUND);
  });

  test.each(['/Subtype /Image /Width 1 /Height 1', '/PatternType 1'])(
    'a pattern with the entries %s',
    async (entries) => {
      const text = `BT /F1 12 Tf 72 700 Td ${show(ADDRESS)} ET`;
      expect(await verdict('pdf', page(shown, { objects: [stream(text, entries)] }))).toMatch(FOUND);
    },
  );
});

describe('content that no page draws is found by its operators:', () => {
  test.each([
    ['a quote behind hexadecimal digits', `BT /F1 12 Tf 14 TL ${show(ADDRESS).replace('Tj', "'")} ET`],
    ['a double quote', `BT /F1 12 Tf 14 TL 0 0 ${show(ADDRESS).replace('Tj', '"')} ET`],
    ['a remark before the operator', `BT /F1 12 Tf ${show(ADDRESS).replace('Tj', '% one\n  % two\nTj')} ET`],
    ['a remark before a quote', `BT /F1 12 Tf ${show(ADDRESS).replace('Tj', "% one\n% two\n'")} ET`],
  ])('%s', async (_, text) => {
    expect(await verdict('pdf', page(shown, { objects: [stream(text, '/PatternType 1')] }))).toMatch(FOUND);
  });

  test('but not by the same letters in remarks of plain text', async () => {
    const lines = `${'% remark\n'.repeat(12)}Tj\n${'x'.repeat(300)}\nTj`;
    expect(await verdict('pdf', page(shown, { objects: [stream(lines)] }))).toBe('passes');
  });
});

test('an object is known by its number with a remark in its header', async () => {
  const file = page(`BT /F1 12 Tf 72 700 Td ${show(ADDRESS)} ET`).toString('latin1');
  expect(file).toContain('5 0 obj');
  const remarked = file.replace('5 0 obj', '5 % the font\n0 % of the page\nobj');
  expect(await verdict('pdf', Buffer.from(remarked, 'latin1'))).toMatch(FOUND);
});

describe('replacement text is read in its place among what is drawn:', () => {
  const place = 'PDF 页面文字（连同替代文字）';
  const text = (content: string) => `BT /F1 12 Tf 72 700 Td ${content} ET`;
  const inHex = (letters: string) => `<FEFF${Buffer.from(letters, 'utf16le').swap16().toString('hex')}>`;

  test.each([
    ['in a mark', `/Span << /ActualText ${inHex('福路')} >> BDC ${show('××')} EMC`],
    ['over several operators', `/Span << /ActualText ${inHex('福路')} >> BDC ${show('×')} ${show('×')} EMC`],
    ['in a mark within another', `/P BMC /Span << /ActualText ${inHex('福路')} >> BDC /T BMC ${show('×')} EMC EMC EMC`],
    ['by the name of a list', `/Span /M1 BDC ${show('×')} EMC`],
  ])('%s', async (_, hidden) => {
    const pageEntries = `/Resources << /Font << /F1 5 0 R >> /Properties << /M1 << /ActualText ${inHex('福路')} >> >> >>`;
    const content = text(`${show('幸')} ${hidden} ${show('88号2幢301室')}`);
    expect(await verdict('pdf', page(content, { pageEntries }))).toContain(place);
  });

  test('and nothing is added where nothing is replaced', async () => {
    expect(await verdict('pdf', page(text(`/Span << /Lang (zh) >> BDC ${show('甲')} EMC EMC ${show('乙')}`)))).toBe(
      'passes',
    );
  });
});

describe('a bar code is read', () => {
  const bars = code128('013812345678');
  const side = 1;
  const upright = (height: number) =>
    bars.flatMap((dark, column) => (dark ? [`${60 + column * side} 60 ${side} ${height} re`] : [])).join('\n');
  const lying = bars.flatMap((dark, row) => (dark ? [`60 ${60 + row * side} 300 ${side} re`] : [])).join('\n');
  /** The lengths of its bars and spaces in turn. */
  const runs = bars.reduce<number[]>((lengths, dark, index) => {
    if (index > 0 && dark === bars[index - 1]) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
    return lengths;
  }, []);

  test.each([
    ['as high as a page', `0 g\n${upright(500)}\nf`],
    ['lying, with long bars', `0 g\n${lying}\nf`],
    ['drawn as one line with gaps', `40 w [${runs.join(' ')}] 0 d 60 400 m ${60 + bars.length} 400 l S`],
    ['the same, its first gap cut off', `40 w [0 20 ${runs.join(' ')}] 20 d 60 400 m ${60 + bars.length} 400 l S`],
  ])('%s', async (_, content) => {
    expect(await verdict('pdf', page(content), [...FACTS, phone])).toMatch(FOUND);
  });
});

test('a QR code of dots that are lines without a length is read', async () => {
  const dots = qrModules(ADDRESS).flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`${60 + x * 4} ${700 - y * 4} m ${60 + x * 4} ${700 - y * 4} l`] : [])),
  );
  expect(await verdict('pdf', page(`1 J 4 w ${dots.join('\n')} S`))).toMatch(FOUND);
});

test('a thumbnail that does not say it is a picture is looked at', async () => {
  const { size, pixels } = toPixels(qrModules(ADDRESS));
  const entries = `/Width ${size} /Height ${size} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
  const file = page(shown, { pageEntries: '/Thumb 7 0 R', objects: [stream(pixels, entries)] });
  expect(await verdict('pdf', file)).toMatch(FOUND);
});

test('a picture of a few colours is no text, although its numbers are letters to some', async () => {
  const numbers = Buffer.from(Array.from({ length: 1200 * 1200 }, (_, index) => index % 90));
  const entries = '/Subtype /Image /Width 1200 /Height 1200 /BitsPerComponent 8 /ColorSpace /DeviceGray';
  expect(await verdict('pdf', page(shown, { objects: [stream(numbers, entries)] }))).toBe('passes');
});

test.each([0xe1, 0x61, 0x4e])('a picture of one colour, %i, is no text', async (shade) => {
  const entries = '/Subtype /Image /Width 1500 /Height 1500 /BitsPerComponent 8 /ColorSpace /DeviceGray';
  expect(await verdict('pdf', page(shown, { objects: [stream(Buffer.alloc(1500 * 1500, shade), entries)] }))).toBe(
    'passes',
  );
});

describe('numbers in the circles of ZapfDingbats are digits:', () => {
  const pageEntries = '/Resources << /Font << /F2 << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >> >> >>';
  const one = 0xac;

  test.each([0, 10, 20, 30])('%i codes further on', async (shift) => {
    const number = [1, 3, 8, 1, 2, 3, 4, 5, 6, 7, 8].map((digit) => (one + shift + digit - 1).toString(16)).join('');
    expect(await verdict('pdf', page(`BT /F2 12 Tf 72 700 Td <${number}> Tj ET`, { pageEntries }), [phone])).toMatch(
      FOUND,
    );
  });

  test('a tick is none', async () => {
    expect(await verdict('pdf', page('BT /F2 12 Tf 72 700 Td (4) Tj ET', { pageEntries }))).toBe('passes');
  });
});

test('files of many megabytes in letters are taken apart', async () => {
  const packed = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(6_000_000, 'a')]);
  for (const text of [
    packed.toString('base64'),
    `data:x;base64,${packed.toString('base64')}`,
    packed.toString('hex'),
  ]) {
    expect(await verdict('pdf', page(shown, { objects: attached(text) }))).toMatch(/^unreadable: (?!.*stack)/);
  }
});

describe('what only begins like something is left alone:', () => {
  test('a few letters that begin like a packed file', async () => {
    expect(await verdict('pdf', page(shown, { objects: attached('UEsDBAAA') }))).toBe('passes');
  });

  test('lines between a string and an operator that are no remarks', async () => {
    expect(await verdict('pdf', page(shown, { objects: [stream('(x)\nother words\nTj')] }))).toBe('passes');
  });

  test.each(['[/Name 3] 0 d', '[1 1000] 500 d', '[] 0 d', '[0 0] 0 d'])('a line with the dashes %s', async (dashes) => {
    expect(await verdict('pdf', page(`${dashes} 10 10 m 20 10 l S`))).toBe('passes');
  });

  test('replacement text without a letter', async () => {
    const content = `BT /F1 12 Tf 72 700 Td /Span << /ActualText () >> BDC ${show('甲')} EMC ET`;
    expect(await verdict('pdf', page(content))).toBe('passes');
  });
});

test('more objects without a number than a document can need are refused', async () => {
  const file = Buffer.concat([page(shown), Buffer.from('% obj\nobj 1\n'.repeat(300))]);
  expect(await verdict('pdf', file)).toMatch(/^unreadable: a PDF with too many loose objects/);
});

test('a picture that breaks off is refused', async () => {
  const cut = png(qrModules(ADDRESS)).subarray(0, 100);
  expect(await verdict('pdf', page(shown, { objects: attached(cut) }))).toMatch(
    /^unreadable: a picture in an unusual format/,
  );
});
