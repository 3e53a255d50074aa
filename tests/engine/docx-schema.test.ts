import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkDocxFiles } from '../../scripts/check-docx/check-files';
import { listSamples } from '../../scripts/samples/list-samples';
import { openSamples, SAMPLE_NUMBER, SAMPLE_TIME } from '../../scripts/samples/open-samples';
import { writeDocx } from '../../src/layout/docx';
import type { Block } from '../../src/model';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { ALL_MODELS, letter } from '../support/docx-models';
import { xmlParts } from '../support/docx-parts';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

const issuedAt = SAMPLE_TIME;

/** What is wrong with each file, as `rule part`. */
async function check(files: Buffer[]): Promise<string[][]> {
  const folder = temporaryFolder();
  const names = files.map((file, index) => {
    const name = path.join(folder, `${index}.docx`);
    writeFileSync(name, file);
    return name;
  });
  const faults = await checkDocxFiles(names, { root: ROOT });
  return faults.map((found) => found.map(({ rule, part, detail }) => `${rule} ${part} ${detail}`));
}

/** The kinds of paragraph, cell and part that a file has, without text: files that agree in them are one to a schema. */
function shapeOf(file: Buffer): string {
  const pieces = Object.values(xmlParts(file)).flatMap((xml) => xml.replace(/>[^<]+</g, '><').split('</w:p>'));
  return JSON.stringify([...new Set(pieces)].sort());
}

describe('DOCX and the schemas of ECMA-376', () => {
  test('every sample is valid', async () => {
    const { pipeline, templatesDir, close } = await openSamples(ROOT);
    const samples = listSamples(pipeline, templatesDir);
    const distinct = new Map<string, { name: string; bytes: Buffer }>();
    for (const { name, request } of samples) {
      const options = { number: SAMPLE_NUMBER, issuedAt, format: 'docx' } as const;
      const { bytes } = await renderCopy(pipeline, prepareCopy(pipeline, request), options);
      distinct.set(shapeOf(bytes), { name, bytes });
    }
    close();
    const files = [...distinct.values()];
    const faults = await check(files.map(({ bytes }) => bytes));
    expect(samples.length).toBeGreaterThan(100);
    expect(files.length).toBeGreaterThan(20);
    expect(faults.flatMap((found, index) => found.map((fault) => `${files[index]?.name}: ${fault}`))).toEqual([]);
  }, 300_000);

  test('every kind of block, with and without code, watermark and page numbers, is valid', async () => {
    const models = [...Object.values(ALL_MODELS), { title: '空', blocks: [], pageNumbers: false }];
    const faults = await check(await Promise.all(models.map((model) => writeDocx(model, { issuedAt }))));
    expect(faults).toEqual(models.map(() => []));
  }, 120_000);

  test('a planted fault is found, in whichever part it stands', async () => {
    const items = ['一、甲', '二、乙'].map((text): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] }));
    const file = await writeDocx({ ...letter, blocks: [...items, ...letter.blocks] }, { issuedAt });
    const planted = Object.entries(PLANTED).map(([, { part, change }]) => plant(file, part, change));
    const found = await check(planted);
    const missed = Object.entries(PLANTED).filter(
      ([, { rule, part }], index) => !found[index]?.some((fault) => fault.startsWith(`${rule} ${part} `)),
    );
    expect(missed.map(([name]) => name)).toEqual([]);
  }, 120_000);
});

type Plant = { part: string; rule: string; change: (xml: string) => string };

const UNEXPECTED = 'Sch_UnexpectedElementContentExpectingComplex';
const INVALID = 'Sch_InvalidElementContentExpectingComplex';

const PLANTED: Record<string, Plant> = {
  'paragraph property out of order': {
    part: 'word/styles.xml',
    rule: UNEXPECTED,
    change: (xml) => xml.replace('<w:keepNext/>', '').replace('</w:pPr>', '<w:keepNext/></w:pPr>'),
  },
  'number that is none': {
    part: 'word/document.xml',
    rule: 'Sch_AttributeValueDataTypeDetailed',
    change: (xml) => xml.replace(/w:linePitch="\d+"/, 'w:linePitch="x"'),
  },
  'setting that does not exist': {
    part: 'word/settings.xml',
    rule: INVALID,
    change: (xml) => xml.replace('<w:evenAndOddHeaders/>', '<w:evenAndOddHeader/>'),
  },
  'unknown element in a footer': {
    part: 'word/footer1.xml',
    rule: INVALID,
    change: (xml) => xml.replace('<w:p>', '<w:q/><w:p>'),
  },
  'unknown element in a header': {
    part: 'word/header1.xml',
    rule: INVALID,
    change: (xml) => xml.replace('<w:p>', '<w:q/><w:p>'),
  },
  'style that is not there': {
    part: 'word/document.xml',
    rule: 'Style',
    change: (xml) => xml.replace('w:val="Heading1"', 'w:val="Nowhere"'),
  },
  'property said twice': {
    part: 'docProps/core.xml',
    rule: 'CoreProperties',
    change: (xml) => xml.replace('<dc:language>', '<dc:language>zh</dc:language><dc:language>'),
  },
  'property that is no time': {
    part: 'docProps/core.xml',
    rule: 'CoreProperties',
    change: (xml) => xml.replace('Z</dcterms', 'Q</dcterms'),
  },
  'part without a content type': {
    part: '[Content_Types].xml',
    rule: 'ContentType',
    change: (xml) => xml.replace(/<Default Extension="png"[^>]*>/, ''),
  },
  'font that the table leaves out': {
    part: 'word/styles.xml',
    rule: 'Font',
    change: (xml) => xml.replace('w:eastAsia="黑体"', 'w:eastAsia="隶书"'),
  },
  'list that is not there': {
    part: 'word/document.xml',
    rule: 'List',
    change: (xml) => xml.replace('<w:numId w:val="1"', '<w:numId w:val="9"'),
  },
  'kind of list that is not there': {
    part: 'word/numbering.xml',
    rule: 'List',
    change: (xml) => xml.replace('<w:abstractNumId w:val="', '<w:abstractNumId w:val="9'),
  },
  'kind of list that nothing tells apart': {
    part: 'word/numbering.xml',
    rule: 'List',
    change: (xml) => xml.replace(/<w:nsid[^>]*>/, ''),
  },
  'two kinds of list with one identifier': {
    part: 'word/numbering.xml',
    rule: 'Repeated',
    change: (xml) => xml.replaceAll(/<w:nsid w:val="[^"]*"/g, '<w:nsid w:val="1A5E0001"'),
  },
  'two footers for the same pages': {
    part: 'word/document.xml',
    rule: 'Repeated',
    change: (xml) => xml.replace('<w:footerReference w:type="even"', '<w:footerReference w:type="default"'),
  },
  'two pictures with one identifier': {
    part: 'word/footer3.xml',
    rule: 'Repeated',
    change: (xml) => xml.replace(/<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/s, '$&$&'),
  },
  'picture whose relationship is missing': {
    part: 'word/footer3.xml',
    rule: 'RelationshipId',
    change: (xml) => xml.replace(/r:embed="[^"]*"/, 'r:embed="rId99"'),
  },
};

function plant(file: Buffer, part: string, change: (xml: string) => string): Buffer {
  const parts = unzipSync(file);
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const changed = change(xml);
  if (changed === xml) throw new Error(`nothing planted in ${part}`);
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(changed) }));
}
