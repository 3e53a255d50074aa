import { type Checker, openChecker } from '../../scripts/check-pdf/check-file';
import { openLayout } from '../../src/layout';
import type { DocumentModel } from '../../src/model';
import { FORM } from '../support/layout-samples';
import { repair, unpack } from '../support/pdf-plant';

/** Titles, headings, tables with spans, a code, page numbers and a watermark. */
const MODEL: DocumentModel = {
  ...FORM,
  qr: { payload: 'https://example.org/v/AS-2026-000001', caption: ['文书编号：AS-2026-000001'] },
  watermark: '预览',
};

let checker: Checker;
let plain: string;
beforeAll(async () => {
  checker = openChecker({ fontsDir: 'fonts' });
  const layout = await openLayout({ fontsDir: 'fonts' });
  plain = unpack(await layout.writers.pdf.write(MODEL, { issuedAt: new Date('2026-11-21T08:00:00Z') }));
});

function brokenRules(pdf: Buffer): string[] {
  return [...new Set(checker.check(pdf).map(({ rule }) => rule))];
}

/** An edit of the text; one that changes nothing is a mistake of this test. */
function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`nothing to edit: ${from}`);
  return edited;
}

const inCatalog = (entry: string) => (text: string) => edit(text, '/Type /Catalog', `/Type /Catalog ${entry}`);
const inPage = (entry: string) => (text: string) => edit(text, '/Type /Page\n', `/Type /Page ${entry}\n`);
const inProfile = (entry: string) => (text: string) => edit(text, /\/N 3\n/, `/N 3 ${entry}\n`);
const inState = (entry: string) => (text: string) =>
  edit(edit(text, /\/Resources <<|\/ProcSet/, `/ExtGState << /G1 << ${entry} >> >> $&`), /\nBT\n/, '\n/G1 gs\nBT\n');
const replace = (from: string | RegExp, to: string) => (text: string) => edit(text, from, to);

/** Faults planted before lengths and offsets are set right. */
const PLANTED: [rule: string, what: string, plant: (text: string) => string][] = [
  ['A2-6.1.2-header', 'a header without binary comment', replace(/%[\x80-\xff]{4}\n/, '%abcd\n')],
  ['A2-6.1.3-id', 'no file identifier', replace(/\/ID \[[^\]]*\]/, '')],
  ['A2-6.1.3-encrypt', 'encryption', replace(/trailer <<\n/, 'trailer <<\n  /Encrypt << >>\n')],
  ['A2-6.1.6-hex', 'an odd hexadecimal string', replace('(zh-CN)', '<7a682d434>')],
  ['A2-6.1.6-hex', 'an odd hexadecimal string on a page', replace(/Td<(\w{4})/, 'Td<$1a')],
  ['A2-6.1.7-external', 'a stream in another file', inProfile('/F (profile.icc)')],
  ['A2-6.1.7-filter', 'LZW', inProfile('/Filter /LZWDecode')],
  ['A2-6.1.7-filter', 'JPEG 2000', inProfile('/Filter /JPXDecode')],
  ['A2-6.1.12-permissions', 'permissions', inCatalog('/Perms << >>')],
  ['A2-6.1.2-version', 'another version', inCatalog('/Version /2.0')],
  ['A2-6.1.1-pages', 'a page too many', replace(/\/Count \d+/, '/Count 77')],
  ['A2-6.1.1-pages', 'a page with another parent', replace(/\/Parent \d+ 0 R/, '/Parent 1 0 R')],
  ['A2-6.1.8-utf8', 'a name that is not UTF-8', inCatalog('/Na#ffme true')],
  ['A2-6.1.13-limits', 'a number beyond the limits', inCatalog('/Number 99999999999')],
  ['A2-6.1.13-limits', 'a number beyond the limits on a page', replace('\nBT\n', '\n99999999999 w\nBT\n')],
  ['A2-6.1.13-limits', 'a number next to nothing', inCatalog(`/Number 0.${'0'.repeat(40)}1`)],
  ['A2-6.1.13-limits', 'a page cut to two units', inPage('/CropBox [ 0 0 2 2 ]')],
  ['A2-6.2.2-operators', 'an unknown operator', replace('\nBT\n', '\nBT\n1 unknown\n')],
  ['A2-6.2.2-resources', 'a page without resources', replace(/\/Resources \d+ 0 R/, '')],
  ['A2-6.2.3-intent', 'no output intent', replace('/GTS_PDFA1', '/GTS_PDFX')],
  ['A2-6.2.3-profile', 'a broken profile', replace('acsp', 'xxxx')],
  ['A2-6.2.4-colour', 'CMYK', replace('\nBT\n', '\n0 0 0 1 k\nBT\n')],
  ['A2-6.2.3-reference', 'a profile elsewhere', replace('/GTS_PDFA1', '/GTS_PDFA1 /DestOutputProfileRef << >>')],
  ['A2-6.2.4-spaces', 'a pattern for a colour', replace('\nBT\n', '\n/Pattern cs\nBT\n')],
  ['A2-6.2.4-spaces', 'an image in CMYK', inProfile('/Subtype /Image /ColorSpace /DeviceCMYK')],
  ['A2-6.2.5-state', 'a halftone', inState('/HT << /HalftoneType 1 >>')],
  ['A2-6.2.6-intents', 'an unknown rendering intent', inState('/RI /Vivid')],
  ['A2-6.2.6-intents', 'an unknown rendering intent on a page', replace('\nBT\n', '\n/Vivid ri\nBT\n')],
  ['A2-6.2.8-images', 'an image of three bits', inProfile('/Subtype /Image /BitsPerComponent 3')],
  ['A2-6.2.9-unread', 'an inline image', replace('\nBT\n', '\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI\nBT\n')],
  ['A2-6.2.9-unread', 'a form that is not read', replace('/Subtype /Image', '/Subtype /Form')],
  ['A2-6.2.5-state', 'a transfer function', inState('/TR /Identity')],
  ['A2-6.2.8-images', 'an interpolated image', inProfile('/Subtype /Image /Interpolate true')],
  ['A2-6.2.9-forms', 'a reference XObject', inProfile('/Subtype /Form /Ref << >>')],
  ['A2-6.2.10-transparency', 'alpha', inState('/ca 0.5')],
  ['A2-6.2.10-transparency', 'a transparency group', inPage('/Group << /S /Transparency >>')],
  ['A2-6.2.11.2-dictionary', 'a font with two names', replace(/\/FontName \/\w{6}/, '/FontName /AAAAAA')],
  ['A2-6.2.11.2-descriptor', 'a descriptor without stem', replace(/\/StemV \d+/, '')],
  ['A2-6.2.11.3-system', 'a CIDFont without supplement', replace('/Supplement 0', '')],
  ['A2-6.2.11.3-map', 'no map to glyphs', replace('/CIDToGIDMap /Identity', '')],
  ['A2-6.2.11.3-cmap', 'an unknown encoding', replace('/Encoding /Identity-H', '/Encoding /Other-H')],
  ['A2-6.2.11.4-embedded', 'a font that is not embedded', replace(/\/FontFile2 \d+ 0 R/, '')],
  ['A2-6.2.11.4-program', 'a font program that lost its length', replace(/\/Length1 \d+/, '/Length1 7')],
  ['A2-6.2.11.4-glyphs', 'a glyph that is not embedded', replace(/Td<\w{4}/, 'Td<7fff')],
  [
    'A2-6.2.11.4-cidset',
    'an incomplete CIDSet',
    (text) => {
      const profile = /\/DestOutputProfile (\d+ 0 R)/.exec(text)?.[1] ?? '';
      return edit(text, '/FontFile2', `/CIDSet ${profile} /FontFile2`);
    },
  ],
  ['A2-6.2.11.5-widths', 'a wrong width', replace('/DW 1000', '/DW 990')],
  ['A2-6.2.11.7-unicode', 'no ToUnicode', replace(/\/ToUnicode \d+ 0 R/, '')],
  ['A2-6.2.11.7-unicode', 'a code that means nothing', replace(/\[<\w{4}>/, '[<0000>')],
  ['A2-6.2.11.7-map', 'two codes with one text', replace(/\[<(\w{4})><\w{4}>/, '[<$1><$1>')],
  ['A2-6.2.11.8-notdef', 'an empty box', replace(/Td<\w{4}/, 'Td<0000')],
  ['A2-6.3-annotations', 'an annotation', inPage('/Annots [ << /Type /Annot /Subtype /Link >> ]')],
  ['UA1-7.18.3-tabs', 'another tab order', replace('/Tabs /S', '/Tabs /R')],
  ['A2-6.4-forms', 'a form', inCatalog('/AcroForm << /Fields [ ] >>')],
  ['A2-6.4-forms', 'a page that a viewer has yet to draw', inCatalog('/NeedsRendering true')],
  ['A2-6.5.1-actions', 'an action that prints', inCatalog('/Act << /S /Named /N /Print >>')],
  ['A2-6.5.1-actions', 'a script', replace('/Type /OutputIntent', '/Type /OutputIntent /JS (app.alert)')],
  ['A2-6.5.2-triggers', 'an action on opening', inCatalog('/OpenAction << /S /Named /N /Print >>')],
  ['A2-6.8-attachments', 'an attached file', replace('/Type /OutputIntent', '/Type /OutputIntent /EF << >>')],
  ['A2-6.9-layers', 'layers', inCatalog('/OCProperties << >>')],
  ['A2-6.10-presentations', 'requirements', inCatalog('/Requirements [ ]')],
  ['A2-6.6.2-stream', 'no metadata', replace(/\/Metadata \d+ 0 R/, '')],
  [
    'A2-6.6.2-packet',
    'an encoding in the packet header',
    replace('<?xpacket begin=', '<?xpacket encoding="UTF-8" begin='),
  ],
  ['A2-6.6.2-wellformed', 'an ampersand in the title', replace('<rdf:li xml:lang="x-default">', '$&A & B')],
  ['A2-6.6.2-properties', 'a property nobody described', replace('</pdf:Producer>', '$&<pdf:Secret>x</pdf:Secret>')],
  ['A2-6.6.2-types', 'a title in a sequence', replace(/<rdf:Alt>(.*?)<\/rdf:Alt>/, '<rdf:Seq>$1</rdf:Seq>')],
  ['A2-6.6.2-types', 'a time that is none', replace(/<xmp:CreateDate>[^<]*/, '<xmp:CreateDate>21.11.2026')],
  [
    'A2-6.6.2-extension',
    'an unknown category',
    replace('<pdfaProperty:category>internal', '<pdfaProperty:category>own'),
  ],
  ['A2-6.6.2-extension', 'a schema without prefix', replace(/<pdfaSchema:prefix>.*?<\/pdfaSchema:prefix>/, '')],
  ['A2-6.6.2-once', 'two producers', replace('<pdf:Producer>Anshu</pdf:Producer>', '$&$&')],
  ['A2-6.6.4-identifier', 'another part of PDF/A', replace('<pdfaid:part>2', '<pdfaid:part>1')],
  ['A2-6.6.3-info', 'another time', replace('<xmp:CreateDate>2026', '<xmp:CreateDate>2025')],
  ['A2-6.6.3-info', 'another producer', replace('<pdf:Producer>Anshu', '<pdf:Producer>Other')],
  ['UA1-5-identifier', 'another part of PDF/UA', replace('<pdfuaid:part>1', '<pdfuaid:part>3')],
  ['UA1-7.1-title', 'no title', replace(/<dc:title>.*<\/dc:title>/, '')],
  ['UA1-7.1-display', 'a title that is not shown', replace('/DisplayDocTitle true', '/DisplayDocTitle false')],
  ['UA1-6.2-marked', 'a file that is not marked', replace('/Marked true', '/Marked false')],
  ['UA1-7.1-suspects', 'suspects', replace('/Marked true', '/Marked true /Suspects true')],
  ['UA1-7.1-untagged', 'text that is not tagged', replace(/\/Artifact <<\s*\/Type \/Pagination\s*>> BDC/, '/Span BMC')],
  [
    'UA1-7.1-nesting',
    'an artifact within a paragraph',
    replace(/BDC\n(BT\n[\s\S]*?ET\n)/, 'BDC\n/Artifact BMC\n$1EMC\n'),
  ],
  ['UA1-7.1-owners', 'a sequence twice', replace('/MCID 1\n', '/MCID 0\n')],
  ['UA1-7.1-content', 'content that is nowhere', replace(/\/K \[\s*0\s*\]/, '/K [ 0 77 ]')],
  ['UA1-7.1-order', 'another reading order', replace(/\/K \[\s*(\d+ 0 R)\s*(\d+ 0 R)/, '/K [ $2 $1')],
  ['UA1-7.2-language', 'no language', replace('/Lang (zh-CN)', '')],
  ['UA1-7.1-tree', 'an element with another parent', replace(/\/P \d+ 0 R/, '/P 1 0 R')],
  ['UA1-7.1-document', 'another root', replace('/S /Document', '/S /Sect')],
  ['UA1-7.1-types', 'an unknown type', replace('/S /Div', '/S /Box')],
  ['UA1-7.2-places', 'a row that is none', replace('/S /TR', '/S /Div')],
  ['UA1-7.2-regular', 'a short row', replace('/ColSpan 3', '/ColSpan 2')],
  ['UA1-7.2-parts', 'two table heads', (text) => edit(edit(text, '/S /TR', '/S /THead'), '/S /TR', '/S /THead')],
  ['UA1-7.2-languages', 'a language that is none', replace('/S /P\n', '/S /P /Lang (?)\n')],
  ['UA1-7.5-headers', 'a header cell that is not there', replace('/Scope /', '/Headers [ (gone) ] /Scope /')],
  ['UA1-7.3-figure', 'a figure without text', replace('/Alt ', '/Alto ')],
  ['UA1-7.3-box', 'a figure without place', replace('/BBox [', '/Box [')],
  ['UA1-7.4-headings', 'no first heading', replace('/S /H1', '/S /H2')],
  ['UA1-7.5-scope', 'a header of nothing', replace('/Scope /', '/Scop /')],
  ['UA1-7.9-notes', 'a note without identifier', replace('/S /Div', '/S /Note')],
  ['AN-glyph-is-text', 'a map that lies', replace(/\[<(\w{4})><(\w{4})>/, '[<$2><$1>')],
];

/** Faults planted in the finished bytes. */
const PLANTED_LAST: [rule: string, what: string, plant: (text: string) => string][] = [
  ['A2-6.1.4-size', 'another number of objects', replace(/\/Size \d+/, '/Size 3')],
  ['A2-6.1-readable', 'a cross-reference table elsewhere', replace(/startxref\n\d+/, 'startxref\n15')],
  ['A2-6.1.3-end', 'bytes after the end', (text) => `${text}more\n`],
  ['A2-6.1.3-end', 'two line ends after the end', (text) => `${text}\n`],
  ['A2-6.1.4-xref', 'an empty line in the cross-reference table', replace('\nxref\n', '\nxref\n\n')],
  [
    'A2-6.1.7-length',
    'a wrong length',
    (text) => {
      const id = /\/Type \/Metadata\n {2}\/Length (\d+) 0 R/.exec(text)?.[1] ?? '';
      return edit(text, new RegExp(`\n${id} 0 obj\n\\d`), `\n${id} 0 obj\n9`);
    },
  ],
  ['A2-6.1.7-keyword', 'a carriage return after stream', replace('>>\nstream\n', '>>\nstream\r')],
  ['A2-6.1.9-spacing', 'an object that starts on its own line', replace(' 0 obj\n<<', ' 0 obj <<')],
];

describe('the checker', () => {
  test('finds nothing in a file that another program has rewritten', () => {
    expect(checker.check(repair(plain))).toEqual([]);
  });

  test.each(PLANTED)('finds, by %s, %s', (rule, _, plant) => {
    expect(brokenRules(repair(plant(plain)))).toContain(rule);
  });

  test.each(PLANTED_LAST)('finds, by %s, %s', (rule, _, plant) => {
    const broken = Buffer.from(plant(repair(plain).toString('latin1')), 'latin1');
    expect(brokenRules(broken)).toContain(rule);
  });

  test('has found a fault by every one of its rules', () => {
    const planted = new Set([...PLANTED, ...PLANTED_LAST].map(([rule]) => rule));
    expect(checker.rules.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  test('names the rule, its clause and the object', () => {
    const [fault] = checker.check(repair(edit(plain, '/Tabs /S', '/Tabs /R')));
    expect(fault).toEqual({
      rule: 'UA1-7.18.3-tabs',
      clause: 'ISO 14289-1, 7.18.3',
      object: 'page 1',
      detail: 'no /Tabs /S',
    });
  });

  test('refuses what is no PDF', () => {
    expect(brokenRules(Buffer.from('no file'))).toEqual(['A2-6.1-readable']);
  });
});
