import { jpegTexts } from '../../src/leak-check/pictures/jpeg';
import { pictureEnd } from '../../src/leak-check/pictures/picture-size';
import { png, qrModules } from '../leak-corpus/generate/codes';
import { docx } from '../leak-corpus/generate/docx-package';
import { hex, withFile } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, rawPdf, stream } from '../support/raw-pdf';

const PARTS = ['幸福路', '88号', '2幢', '301室'];

describe('an address is found that is parted', () => {
  test('over the notes of a page, each with who wrote it and when', async () => {
    const notes = PARTS.map((part) => `<< /Subtype /Text /Contents ${hex(part)} /T (Zhang) /M (D:20261122) /NM (n) >>`);
    const file = page('', { pageEntries: `/Annots [${notes.join(' ')}]` });
    expect(await verdict('pdf', file)).toContain('PDF 同类字符串');
  });

  test('over the fields of a form, each with a name of its own', async () => {
    const fields = ['幸福路', '88', '2', '301'].map(
      (part, index) => `<< /FT /Tx /T (fieldname${index}) /V ${hex(part)} >>`,
    );
    const file = page('', { catalogEntries: `/AcroForm << /Fields [${fields.join(' ')}] >>` });
    expect(await verdict('pdf', file)).toContain('现住所');
  });

  test('over fields in GBK', async () => {
    const values = ['d0d2b8a3c2b7', '3838bac5', '32b4b1', '333031cad2'].map(
      (value, index) => `<< /T (name${index}) /V <${value}> >>`,
    );
    expect(
      await verdict('pdf', page('', { catalogEntries: `/AcroForm << /Fields [${values.join(' ')}] >>` })),
    ).toContain('现住所');
  });

  test('over boxes for one character each', async () => {
    const fields = [...ADDRESS].map((char, index) => `<< /T (box${index}) /V ${hex(char)} >>`);
    const file = page('', { catalogEntries: `/AcroForm << /Fields [${fields.join(' ')}] >>` });
    expect(await verdict('pdf', file)).toContain('现住所');
  });

  test('over bookmarks that stand in another order in the file', async () => {
    const order = [2, 0, 3, 1];
    const objects = order.map((part) => {
      const next = order.indexOf(part + 1);
      return `<< /Title ${hex(PARTS[part] ?? '')} ${next === -1 ? '' : `/Next ${7 + next} 0 R`} >>`;
    });
    const file = page('', { catalogEntries: '/Outlines << /First 8 0 R /Last 9 0 R >>', objects });
    expect(await verdict('pdf', file)).toContain('PDF 同类字符串');
  });

  test.each([
    ['over elements of the structure, each in a language', 'ActualText', '/Lang (zh-CN)'],
    ['over their other names, each with a number', 'Alt', '/ID (n1)'],
    ['over layers, each with whoever made it', 'Name', '/Creator (X)'],
  ])('%s', async (_, key, entries) => {
    const objects = [...ADDRESS].map((letter) => `<< ${entries} /${key} ${hex(letter)} >>`);
    expect(await verdict('pdf', page('', { objects }))).toContain('PDF 同类字符串');
  });

  test('over elements of the structure that stand in another order in the file', async () => {
    const elements = PARTS.map((part) => `<< /Type /StructElem /Alt ${hex(part)} >>`).reverse();
    const root = '<< /K [10 0 R [9 0 R 8 0 R] 99 0 R 10 0 R 7 0 R] >>';
    const file = page('', { catalogEntries: '/StructTreeRoot 11 0 R', objects: [...elements, root] });
    expect(await verdict('pdf', file)).toContain('PDF 同类字符串');
  });

  test('over the choices of a field, each with what it is sent as', async () => {
    const choices = PARTS.map((part, index) => `[(value${index}) ${hex(part)}]`).join(' ');
    const file = page('', { objects: [`<< /FT /Ch /Opt [${choices}] >>`] });
    expect(await verdict('pdf', file)).toContain('PDF 同类字符串');
  });

  test.each([
    ['a text box', '/Subtype /FreeText /Contents'],
    ['the caption of a button', '/Subtype /Widget /FT /Btn /MK << /CA'],
    ['what covers a passage', '/Subtype /Redact /OverlayText'],
  ])('over the page and %s that a viewer draws', async (_, entries) => {
    const note = `<< /Rect [120 696 300 716] ${entries} ${hex('8号2幢301室')} ${entries.includes('<<') ? '>>' : ''} >>`;
    const half = `BT /F1 12 Tf 72 700 Td ${hex('幸福路8').replace(/^<feff/i, '<')} Tj ET`;
    expect(await verdict('pdf', page(half, { pageEntries: `/Annots [${note}]` }))).toContain('含批注');
  });

  test('while fields that say something else pass', async () => {
    const file = page('', { catalogEntries: '/AcroForm << /Fields [<< /T (a) /V (x) >> << /T (b) /V (y) >>] >>' });
    expect(await verdict('pdf', file)).toBe('passes');
  });

  test('over the variables of a Word file, whose numbers stand alone', async () => {
    const variables = ['幸福路', '88', '2', '301'].map(
      (value, index) => `<w:docVar w:name="variable${index}" w:val="${value}"/>`,
    );
    const settings = `<w:settings xmlns:w="w"><w:docVars>${variables.join('')}</w:docVars></w:settings>`;
    expect(await verdict('docx', docx({ 'word/settings.xml': settings }))).toContain('现住所');
  });

  test('by bookmarks of an RTF file', async () => {
    const rtf = [...ADDRESS].map((char) => `\\u${char.charCodeAt(0)}?{\\*\\bkmkstart mark} `).join('');
    expect(await verdict('docx', docx({ 'word/a.rtf': `{\\rtf1 ${rtf}}}` }))).toContain('现住所');
  });

  test('over several codes', async () => {
    const parts = ['幸福路8', '8号2幢3', '01室'].map((part, index) => [
      `word/media/image${index}.png`,
      png(qrModules(part)),
    ]);
    expect(await verdict('docx', docx(Object.fromEntries(parts)))).toContain('各图形码连读');
  });
});

describe('the notes of a JPEG file', () => {
  const segment = (mark: number, data: Buffer) => {
    const head = Buffer.from([0xff, mark, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const jpeg = (...segments: Buffer[]) =>
    Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 2])]);

  test('are read as files: XMP with its markup, remarks in old encodings, Exif', () => {
    const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${ADDRESS}</x>`);
    expect(jpegTexts(jpeg(segment(0xe1, xmp)))).toEqual([`<x>${ADDRESS}</x>`]);
    const big5 = Buffer.from('a9afbad6b8f4', 'hex');
    expect(jpegTexts(jpeg(segment(0xe0, Buffer.from('JFIF')), segment(0xfe, big5)))).toContain('幸福路');
    const exif = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01Xingfu Lu 88 Hao 2 Zhuang 301 Shi\0');
    expect(jpegTexts(jpeg(segment(0xe1, exif))).join()).toContain('Xingfu Lu 88 Hao');
  });

  test('end where the pixels begin, or where the file is broken', () => {
    expect(jpegTexts(Buffer.from('no picture'))).toEqual([]);
    expect(jpegTexts(Buffer.concat([jpeg(), segment(0xfe, Buffer.from('secret'))]))).toEqual([]);
    expect(jpegTexts(Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0xff, 0xfe]))).toEqual([]);
    expect(jpegTexts(Buffer.from([0xff, 0xd8, 0x00, 0xd9, 0, 0]))).toEqual([]);
    expect(jpegTexts(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0]))).toEqual([]);
  });

  test('are searched in attachments and in pictures of a page', async () => {
    const file = jpeg(
      segment(
        0xe1,
        Buffer.from(
          `http://ns.adobe.com/xap/1.0/\0<a>${[...ADDRESS].map((char) => `&#${char.charCodeAt(0)};`).join('')}</a>`,
        ),
      ),
    );
    expect(await verdict('pdf', withFile(file))).toContain('现住所');
    const picture = `<< /Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode /Length ${file.length} >>\nstream\n`;
    const object = Buffer.concat([Buffer.from(picture), file, Buffer.from('\nendstream')]);
    expect(await verdict('pdf', page('', { objects: [object] }))).toContain('现住所');
  });
});

describe('what follows a picture', () => {
  const gif = Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex');

  test('is read, whatever it is', async () => {
    expect(pictureEnd(gif)).toBe(gif.length);
    const hidden = Buffer.from(`{\\rt ${[...ADDRESS].map((char) => `\\u${char.charCodeAt(0)}?`).join('')}}`);
    expect(await verdict('docx', docx({ 'word/media/image1.gif': Buffer.concat([gif, hidden]) }))).toContain('现住所');
  });

  test('is looked for where GIF and bitmaps say that they end', () => {
    expect(pictureEnd(Buffer.from('BM\x1a\0\0\0', 'latin1'))).toBe(26);
    expect(pictureEnd(Buffer.from('BM'))).toBe(0);
    expect(pictureEnd(Buffer.from('\x89PNG'))).toBe(0);
  });
});

test('mail of Outlook is refused', async () => {
  expect(await verdict('pdf', withFile(Buffer.from('x\x9f>"'.padEnd(80), 'latin1')))).toMatch(
    /^unreadable: a packed file/,
  );
});

test('an empty list of bookmarks harms nobody', async () => {
  const file = rawPdf([
    '<< /Type /Catalog /Pages 2 0 R /Outlines << /First << /Title 3 >> >> >>',
    '<< /Type /Pages /Kids [] >>',
    stream(''),
  ]);
  expect(await verdict('pdf', file)).toBe('passes');
});
