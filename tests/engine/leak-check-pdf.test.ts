import { deflateSync } from 'node:zlib';
import { ADDRESS, pageText, verdict } from '../support/leak-verdict';
import { page, rawPdf, stream, ucs2 } from '../support/raw-pdf';

const DOOR = { pointer: '/x', label: '门牌', spellings: ['88号'] };
const gbk = Buffer.from('d0d2b8a3c2b73838bac532b4b1333031cad2', 'hex');
const ADDRESS_BYTES = Buffer.from(ADDRESS);
const show = (text: string) => `<${ucs2(text)}> Tj`;
const shown = `BT /F1 12 Tf 72 700 Td ${show('受害人住址：（依法保密）')} ET`;
const xmp = (text: string) => `<?xpacket begin=""?><x:xmpmeta><dc:description>${text}</dc:description></x:xmpmeta>`;
const references = [...ADDRESS].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join('');
const jsonEscapes = JSON.stringify({ a: ADDRESS }).replace(
  /[\u0080-\uffff]/g,
  (char) => `\\u${char.charCodeAt(0).toString(16)}`,
);
const parts = ['幸福路', '88', '号2幢', '301室'];

/** Where an address can hide, and the carrier that is to be named. */
const CARRIERS: Record<string, [file: Buffer, carrier: string]> = {
  'text far off the page': [page(`BT /F1 12 Tf -9000 -9000 Td ${show(ADDRESS)} ET`), '页面文字'],
  'tiny text': [page(`BT /F1 0.01 Tf ${show(ADDRESS)} ET`), '页面文字'],
  'invisible text (rendering mode 3)': [page(`BT 3 Tr /F1 12 Tf ${show(ADDRESS)} ET`), '页面文字'],
  'text outside the clip': [page(`0 0 1 1 re W n BT /F1 12 Tf ${show(ADDRESS)} ET`), '页面文字'],
  'full-width digits': [page(`BT /F1 12 Tf ${show('幸福路８８号２幢３０１室')} ET`), '页面文字'],
  'a sentence around it, with Chinese numerals': [
    page(`BT /F1 12 Tf ${show('现住在幸福路八十八号二幢三〇一室内')} ET`),
    '页面文字',
  ],
  'one operator per character': [
    page(`BT /F1 12 Tf ${[...ADDRESS].map((char) => `${show(char)} 12 0 Td`).join(' ')} ET`),
    '页面文字',
  ],
  'a TJ array with kerning': [
    page(`BT /F1 12 Tf [${[...ADDRESS].map((char) => `<${ucs2(char)}>`).join(' -20 ')}] TJ ET`),
    '页面文字',
  ],
  'a number right after another number, a gap apart': [
    page(`BT /F1 12 Tf [<${ucs2('幸福路8')}> -20 <${ucs2('8号2幢301室')}>] TJ ET`),
    '页面文字',
  ],
  'the operators \' and "': [page(`BT /F1 12 Tf <${ucs2('幸福路88')}> ' 1 2 <${ucs2('号2幢301室')}> " ET`), '页面文字'],
  'a literal string with octal codes': [
    page(
      `BT /F1 12 Tf (${[...Buffer.from(ucs2(ADDRESS), 'hex')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}) Tj ET`,
    ),
    '页面文字',
  ],
  'characters drawn from the last to the first': [
    page(
      [...ADDRESS]
        .map((char, index) => `BT /F1 12 Tf ${72 + 12 * index} 700 Td ${show(char)} ET`)
        .reverse()
        .join('\n'),
    ),
    '页面文字（按行）',
  ],
  'a table column drawn row by row': [
    page(
      parts
        .map(
          (part, row) =>
            `BT /F1 12 Tf 72 ${700 - 20 * row} Td ${show('地址')} ET BT /F1 12 Tf 200 ${700 - 20 * row} Td ${show(part)} ET`,
        )
        .join('\n'),
    ),
    '页面文字（按列）',
  ],
  'half on the page, half in a form it draws': [
    page(`BT /F1 12 Tf ${show('幸福路88号')} ET /X7 Do`, {
      objects: [stream(`BT /F1 12 Tf ${show('2幢301室')} ET`, '/Type /XObject /Subtype /Form')],
    }),
    '页面文字',
  ],
  'a form that nothing draws': [
    page(shown, { objects: [stream(`BT /F1 12 Tf ${show(ADDRESS)} ET`, '/Subtype /Form')] }),
    '未显示的内容流',
  ],
  'a page that no page tree mentions': [
    page(shown, {
      objects: [
        stream(`BT /F1 12 Tf ${show(ADDRESS)} ET`),
        '<< /Type /Page /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      ],
    }),
    '页面文字',
  ],
  'the font set by a graphics state': [
    page(`/G1 gs BT ${show(ADDRESS)} ET`, {
      pageEntries: '/Resources << /ExtGState << /G1 << /Font [5 0 R 12] >> >> >>',
    }),
    '页面文字',
  ],
  'a comment in the page content': [page(Buffer.from(`${shown}\n% ${ADDRESS}\n`).toString('latin1')), '内容流'],
  'ActualText in two pieces': [
    page(
      `/Span << /ActualText <FEFF${ucs2('幸福路88号')}> >> BDC EMC /Span << /ActualText <FEFF${ucs2('2幢301室')}> >> BDC EMC`,
    ),
    '替代文字',
  ],
  'the alternative text of the structure, one element per word': [
    page(shown, { objects: parts.map((part) => `<< /Type /StructElem /S /Span /Alt <FEFF${ucs2(part)}> >>`) }),
    '字符串',
  ],
  'an outline entry': [page(shown, { objects: [`<< /Title <FEFF${ucs2(ADDRESS)}> /Parent 1 0 R >>`] }), '字符串'],
  'an annotation': [
    page(shown, { objects: [`<< /Type /Annot /Subtype /Text /Contents <FEFF${ucs2(ADDRESS)}> >>`] }),
    '字符串',
  ],
  'rich text of an annotation, with markup between': [
    page(shown, { objects: [`<< /Type /Annot /RC <FEFF${ucs2('<p>幸福<b>路88号</b>2幢301室</p>')}> >>`] }),
    '字符串',
  ],
  'a link to a map, percent-encoded': [
    page(shown, {
      objects: [`<< /Type /Annot /A << /S /URI /URI (https://map.example/?q=${encodeURIComponent(ADDRESS)}) >> >>`],
    }),
    '字符串',
  ],
  'a string in UTF-8 with its mark': [page(shown, { objects: [Buffer.from(`<< /T (\ufeff${ADDRESS}) >>`)] }), '字符串'],
  'a string in UTF-16, little end first': [
    page(shown, { objects: [`<< /T <FFFE${Buffer.from(ADDRESS, 'utf16le').toString('hex')}> >>`] }),
    '字符串',
  ],
  'a string in UTF-16 with language codes inside': [
    page(shown, { objects: [`<< /T <FEFF${ucs2('幸福路')}001B007A0068001B${ucs2('88号2幢301室')}> >>`] }),
    '字符串',
  ],
  'a string in GBK': [page(shown, { objects: [`<< /T <${gbk.toString('hex')}> >>`] }), '字符串'],
  'a name': [
    page(shown, {
      objects: [`<< /${[...Buffer.from(ADDRESS)].map((byte) => `#${byte.toString(16)}`).join('')} true >>`],
    }),
    '名称',
  ],
  'XMP metadata': [
    page(shown, { objects: [stream(Buffer.from(xmp(ADDRESS)), '/Type /Metadata /Subtype /XML')] }),
    '数据流',
  ],
  'XMP metadata in character references': [
    page(shown, { objects: [stream(xmp(references), '/Type /Metadata')] }),
    '数据流',
  ],
  'XMP metadata in UTF-16 without a mark': [
    page(shown, { objects: [stream(Buffer.from(ucs2(xmp(ADDRESS)), 'hex'), '/Type /Metadata')] }),
    '数据流',
  ],
  'an attachment in GBK': [
    page(shown, { objects: [stream(Buffer.concat([Buffer.from('name,address\r\n'), gbk]), '/Type /EmbeddedFile')] }),
    '数据流',
  ],
  'an attachment in JSON escapes': [page(shown, { objects: [stream(jsonEscapes, '/Type /EmbeddedFile')] }), '数据流'],
  'text stored beside the data of a picture': [
    page(shown, {
      objects: [
        stream(
          Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 30]), Buffer.from(ADDRESS), Buffer.from([0, 1, 2])]),
          '/Subtype /Image',
        ),
      ],
    }),
    '图片',
  ],
  'a stream without a filter': [
    page(shown, { objects: [Buffer.from(`<< /Length 27 >>\nstream\n${ADDRESS}\nendstream`)] }),
    '数据流',
  ],
  'a stream in ASCIIHex': [
    page(shown, {
      objects: [`<< /Filter /ASCIIHexDecode >>\nstream\n${Buffer.from(ADDRESS).toString('hex')}>\nendstream`],
    }),
    '数据流',
  ],
  'an object inside the data of a stream, where only a table finds it': [
    page(shown, { objects: [`<< >>\nstream\n9 0 obj << /T <FEFF${ucs2(ADDRESS)}> >> endobj\nendstream`] }),
    'PDF 字符串（对象 9）',
  ],
  'an object whose number stands behind a comment': [
    rawPdf(['<< /Type /Catalog >>'], `7 % remark\n0\n% remark\nobj << /T <FEFF${ucs2(ADDRESS)}> >> endobj`),
    'PDF 字符串',
  ],
  'an object stream entry that its header does not list': [
    page(shown, {
      objects: [stream(`20 0 << /A 1 >> << /T <FEFF${ucs2(ADDRESS)}> >>`, '/Type /ObjStm /N 1 /First 5')],
    }),
    'PDF 字符串',
  ],
  'an object stream without a type': [
    page(shown, { objects: [stream(`20 0 << /T <FEFF${ucs2(ADDRESS)}> >>`, '/N 1 /First 5')] }),
    '字符串',
  ],
  'a stream whose filter is named in an object stream': [
    page(shown, {
      objects: [
        Buffer.from(
          stream(ADDRESS_BYTES).toString('latin1').replace('/Filter /FlateDecode', '/Filter 20 0 R'),
          'latin1',
        ),
        stream('20 0 /FlateDecode', '/Type /ObjStm /N 1 /First 5'),
      ],
    }),
    '数据流',
  ],
  'a font that a later revision replaces, while the tables keep the earlier one': [
    page(`BT /F1 12 Tf ${show(ADDRESS)} ET`, {
      objects: ['null\nendobj\n5 0 obj << /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding >>'],
    }),
    '未显示的内容流',
  ],
  'a key given twice': [page(shown, { objects: [`<< /T <FEFF${ucs2(ADDRESS)}> /T (clean) >>`] }), '字符串'],
  'bytes behind the end of the file': [Buffer.concat([page(shown), Buffer.from(`\n${ADDRESS}\n`)]), '对象之外'],
  'a comment between objects': [
    rawPdf(['<< /Type /Catalog >>'], Buffer.from(`% ${ADDRESS}\n`).toString('latin1')),
    '对象之外',
  ],
  'a bare word inside an object': [rawPdf([Buffer.from(`<< /Type /Catalog >> ${ADDRESS}`)]), '数据流之外'],
};

test('the page that the carriers are built on is clean and says what it shows', async () => {
  expect(await verdict('pdf', page(shown))).toBe('passes');
  expect(await pageText(page(shown))).toBe('受害人住址：（依法保密）');
});

test.each(Object.entries(CARRIERS))('finds an address in: %s', async (_, [file, carrier]) => {
  const message = await verdict('pdf', file);
  expect(message).toContain('protected facts found: ');
  expect(message).toContain(carrier);
  expect(message).toContain('现住所');
});

describe('what cannot be read is refused', () => {
  const packed = deflateSync(Buffer.from(ADDRESS));
  const raw = (data: Buffer, entries: string) =>
    Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
  test.each([
    ['broken LZW', raw(packed, '/Filter /LZWDecode')],
    ['a filter with an unknown name', raw(packed, '/Filter [99 0 R /Secret]')],
    ['a filter that the file does not hold', raw(packed, '/Filter 99 0 R')],
    ['compressed data cut short', raw(packed.subarray(0, -6), '/Filter /FlateDecode')],
    ['data behind the end of a compressed stream', raw(Buffer.concat([packed, packed]), '/Filter /FlateDecode')],
    ['an attached ZIP cut short', stream('PK\x03\x04...')],
    ['an attached archive of another kind', stream('Rar!...')],
    ['an attached picture in TIFF', stream('II*\0...')],
    ['XML with entities of its own', stream('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
    ['a string without an end', '<< /T (abc'],
    ['a stream without an end', '<< >> stream\nabc'],
  ])('%s', async (_, object) => {
    const file = page(shown, { objects: [object] });
    const end = file.indexOf('\nendobj', file.indexOf('7 0 obj'));
    // The unfinished ones must be the last thing in the file.
    const cut = typeof object === 'string' ? file.subarray(0, end) : file;
    expect(await verdict('pdf', cut)).toMatch(/^unreadable: /);
  });

  test('a file that is no PDF', async () => {
    expect(await verdict('pdf', Buffer.from(ADDRESS))).toBe('unreadable: not a PDF file (PDF 文件)');
  });
});

describe('a house number inside a longer one is another house', () => {
  test.each([
    ['in one string', `BT /F1 12 Tf ${show('幸福路188号')} ET`],
    ['drawn digit by digit', `BT /F1 12 Tf ${[...'幸福路188号'].map((char) => `${show(char)} 12 0 Td`).join(' ')} ET`],
    [
      'drawn from the last to the first',
      [...'幸福路188号']
        .map((char, index) => `BT /F1 12 Tf ${72 + 12 * index} 700 Td ${show(char)} ET`)
        .reverse()
        .join('\n'),
    ],
  ])('%s', async (_, content) => {
    expect(await verdict('pdf', page(content), [DOOR])).toBe('passes');
  });

  test('but the same digits a gap apart are the house', async () => {
    const content = `BT /F1 12 Tf ${show('第1')} 60 0 Td ${show('88号')} ET`;
    expect(await verdict('pdf', page(content), [DOOR])).toContain('页面文字');
  });
});
