import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { writeDocx } from '../../src/layout/docx';
import { ALL_MODELS, letter, ruling } from '../support/docx-models';
import { childElements, elementsNamed, parseXml, textOf, type XmlElement, xmlParts } from '../support/docx-parts';

const issuedAt = new Date('2026-11-21T08:30:15.678Z');

async function partsOf(name: keyof typeof ALL_MODELS): Promise<Record<string, string>> {
  const model = ALL_MODELS[name];
  if (model === undefined) throw new Error(`no model ${name}`);
  return xmlParts(await writeDocx(model, { issuedAt }));
}

/** Order of children as ECMA-376 demands it; Word calls a file with another order damaged. */
const CHILD_ORDER: Record<string, string[]> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr tabs kinsoku wordWrap autoSpaceDE autoSpaceDN snapToGrid spacing ind jc outlineLvl'.split(
      ' ',
    ),
  'w:rPr': 'rStyle rFonts b i color spacing sz szCs u lang'.split(' '),
  'w:tblPr': 'tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar'.split(' '),
  'w:tcPr': 'tcW gridSpan vMerge tcBorders vAlign'.split(' '),
  'w:sectPr': 'headerReference footerReference type pgSz pgMar pgNumType titlePg docGrid'.split(' '),
  'w:style': 'name aliases basedOn next qFormat pPr rPr tblPr'.split(' '),
  'w:font': 'altName panose1 charset family pitch'.split(' '),
  'w:abstractNum': 'nsid multiLevelType lvl'.split(' '),
  'w:lvl': 'start numFmt suff lvlText lvlJc pPr rPr'.split(' '),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
  'w:settings':
    'removePersonalInformation removeDateAndTime bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol listSeparator'.split(
      ' ',
    ),
};

function misplaced(part: XmlElement): string[] {
  return Object.entries(CHILD_ORDER).flatMap(([parent, order]) =>
    elementsNamed({ name: '', attributes: {}, children: [part] }, parent).flatMap((element) => {
      const places = childElements(element).map(({ name }) => order.indexOf(name.replace('w:', '')));
      const isSorted = places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0));
      return isSorted ? [] : [`${parent}: ${childElements(element).map(({ name }) => name)}`];
    }),
  );
}

describe('DOCX package', () => {
  test.each(Object.keys(ALL_MODELS))('is well-formed and orders properties as the schema demands: %s', async (name) => {
    for (const xml of Object.values(await partsOf(name))) expect(misplaced(parseXml(xml))).toEqual([]);
  });

  test.each(Object.keys(ALL_MODELS))('names every part it has and has every part it names: %s', async (name) => {
    const model = ALL_MODELS[name] ?? ruling;
    const files = Object.keys(unzipSync(await writeDocx(model, { issuedAt })));
    const parts = await partsOf(name);
    const declared = elementsNamed(parseXml(parts['[Content_Types].xml'] ?? ''), 'Override').map(
      ({ attributes }) => attributes['PartName']?.slice(1) ?? '',
    );
    const related = Object.entries(parts)
      .filter(([file]) => file.endsWith('.rels'))
      .flatMap(([file, xml]) => {
        const folder = file.startsWith('word/') ? 'word/' : '';
        return elementsNamed(parseXml(xml), 'Relationship').map(({ attributes }) => `${folder}${attributes['Target']}`);
      });
    const content = files.filter((file) => file !== '[Content_Types].xml' && !file.endsWith('.rels'));
    expect([...related].sort()).toEqual([...content].sort());
    expect([...declared].sort()).toEqual(content.filter((file) => file.endsWith('.xml')).sort());
    for (const [file, xml] of Object.entries(parts)) {
      const used = [...xml.matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id);
      const rels = parts[file.replace('word/', 'word/_rels/').concat('.rels')] ?? '';
      for (const id of used) expect(rels).toContain(`Id="${id}"`);
    }
  });

  test('gives the same bytes for the same model and time, whatever was written before', async () => {
    const first = await writeDocx(letter, { issuedAt });
    await writeDocx(ruling, { issuedAt });
    const second = await writeDocx(letter, { issuedAt });
    expect(second.equals(first)).toBe(true);
  });

  test('gives other bytes for another time of issue', async () => {
    const other = await writeDocx(letter, { issuedAt: new Date('2026-11-22T08:30:15Z') });
    expect(other.equals(await writeDocx(letter, { issuedAt }))).toBe(false);
  });

  test('tells nothing about its making but title, language and time of issue', async () => {
    const parts = await partsOf('letter');
    const core = parseXml(parts['docProps/core.xml'] ?? '');
    expect(childElements(core).map(({ name, children }) => [name, children.join('')])).toEqual([
      ['dcterms:created', '2026-11-21T08:30:15Z'],
      ['dc:language', 'zh-CN'],
      ['dc:title', letter.title],
    ]);
    expect(Object.keys(parts).filter((name) => name.startsWith('docProps/'))).toEqual(['docProps/core.xml']);
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml).not.toMatch(/creator|lastModifiedBy|modified|Un-named|w:author|w:rsid|revision|Company/i);
      if (name !== 'docProps/core.xml') expect(xml).not.toMatch(/20\d\d-\d\d-\d\dT/);
    }
  });

  test('stamps every ZIP entry with the same fixed time', async () => {
    const file = await writeDocx(letter, { issuedAt });
    const times: number[] = [];
    for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
      times.push(file.readUInt32LE(at + 12));
    }
    expect(times.length).toBe(Object.keys(unzipSync(file)).length);
    expect(new Set(times)).toEqual(new Set([0x00210000]));
  });

  test('carries the right length and check sum of every ZIP entry', async () => {
    const file = await writeDocx(letter, { issuedAt });
    const contents = unzipSync(file);
    const entries: string[] = [];
    for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
      const name = file.toString('latin1', at + 46, at + 46 + file.readUInt16LE(at + 28));
      const content = contents[name] ?? new Uint8Array();
      expect([name, file.readUInt32LE(at + 16)]).toEqual([name, crc32(content)]);
      expect([name, file.readUInt32LE(at + 24)]).toEqual([name, content.length]);
      entries.push(name);
    }
    expect(entries).toEqual(Object.keys(contents).sort());
  });

  test('leaves out control characters, which XML cannot write', async () => {
    const title = '甲\u0000乙\u000b丙\uffff丁';
    const file = await writeDocx({ ...ruling, title, blocks: [{ kind: 'title', text: title }] }, { issuedAt });
    const parts = xmlParts(file);
    expect(textOf(parseXml(parts['word/document.xml'] ?? ''))).toBe('甲乙丙丁');
    expect(elementsNamed(parseXml(parts['docProps/core.xml'] ?? ''), 'dc:title')[0]?.children).toEqual(['甲乙丙丁']);
  });

  test('escapes what XML reserves', async () => {
    const title = '甲 & 乙 <丙> "丁"';
    const file = await writeDocx({ ...ruling, title, blocks: [{ kind: 'title', text: title }] }, { issuedAt });
    const parts = xmlParts(file);
    expect(textOf(parseXml(parts['word/document.xml'] ?? ''))).toBe(title);
    expect(elementsNamed(parseXml(parts['docProps/core.xml'] ?? ''), 'dc:title')[0]?.children.join('')).toBe(title);
  });

  test('writes a document without blocks', async () => {
    const file = await writeDocx({ title: '空', blocks: [], pageNumbers: false }, { issuedAt });
    const body = elementsNamed(parseXml(xmlParts(file)['word/document.xml'] ?? ''), 'w:body')[0];
    expect(body === undefined ? [] : childElements(body).map(({ name }) => name)).toEqual(['w:p', 'w:sectPr']);
  });
});
