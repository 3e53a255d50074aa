import { ADDRESS, pageText, verdict } from '../support/leak-verdict';
import { rawPdf, stream } from '../support/raw-pdf';

const gbk = Buffer.from('d0d2b8a3c2b73838bac532b4b1333031cad2', 'hex');

describe('a font says what its codes mean', () => {
  const withFont = (font: string, text: string, cmap = '') =>
    rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] >>',
      '<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream(`BT /F1 12 Tf ${text} Tj ET`),
      font,
      stream(cmap),
    ]);
  const composite = '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R >>';
  const codespace = '1 begincodespacerange <0000> <ffff> endcodespacerange';

  test('by single characters, ranges, lists, several letters and characters beyond the basic plane', async () => {
    const cmap = `${codespace} 2 beginbfchar <0001> <5e78> <0002> <00660069> endbfchar
      3 beginbfrange <0010> <0012> <0041> <0020> <0021> [<798f> <8def>] <0030> <0031> <d842dfb7> endbfrange`;
    const file = withFont(composite, '<0001 0020 0021 0011 0012 0002 0030 0031>', cmap);
    expect(await pageText(file)).toBe('幸福路BCfi𠮷𠮸');
  });

  test('by the encoding of simplified Chinese', async () => {
    expect(await pageText(withFont(composite.replace('Identity-H', 'GBK-EUC-H'), `<${gbk.toString('hex')}>`))).toBe(
      ADDRESS,
    );
  });

  test('by an embedded encoding with codes of one and two bytes', async () => {
    const embedded = `1 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
      2 beginbfchar <41> <5e78> <8001> <798f> endbfchar`;
    expect(await pageText(withFont(composite.replace('/Identity-H', '6 0 R'), '<41 8001 41>', embedded))).toBe(
      '幸福幸',
    );
  });

  test('by glyph names of a simple font, and by the Western letters for the rest', async () => {
    const font = '<< /Type /Font /Subtype /TrueType /Encoding << /Differences [1 /uni5E78 /u798F /eight /A] >> >>';
    expect(await pageText(withFont(font, '<01 02 03 04 42>'))).toBe('幸福8AB');
  });

  test.each([
    ['a glyph without text', withFont(composite, '<0009>', codespace)],
    ['a font without any text', withFont('<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>', '<0009>')],
    [
      'an encoding that no reader here knows',
      withFont('<< /Type /Font /Subtype /Type0 /Encoding /CNS-EUC-H >>', '<a440>'),
    ],
    ['a font that the file does not hold', withFont('null', '<0009>')],
  ])('and %s makes the file unreadable', async (_, file) => {
    expect(await verdict('pdf', file)).toMatch(/^unreadable: /);
  });
});
