/**
 * The package around the body: the parts that Word needs and no other, so that nobody's name, no hour of writing and no
 * list of machines comes along.
 */
import type { LineGrid } from '../compose/line-grid';
import { escapeXml } from './component-xml';
import type { Faces } from './faces';
import { fontTablePart } from './font-table';
import { type ListKind, numberingPart } from './lists';
import { lineOf } from './measures';
import { type PagePart, PICTURE_ID } from './page-part';
import { sectionXml } from './section';
import { stylesPart } from './style-sheet';
import { fixedZipEntry, joinZip, type ZipEntry, zipEntry } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = {
  body: `xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships"`,
  drawing: 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  vml: 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"',
} as const;

type Content = {
  /** The body's paragraphs and tables. */
  xml: string;
  /** Kind of every list of the body, in the order of their numbers. */
  lists: ListKind[];
  pageParts: PagePart[];
  grid: LineGrid;
  faces: Faces;
  title: string;
  issuedAt: Date;
};

/** The finished file. The same content always gives the same bytes. */
export function packageOf({ xml, lists, pageParts, grid, faces, title, issuedAt }: Content): Buffer {
  const fixedParts = ['styles', 'settings', 'fontTable', ...(lists.length === 0 ? [] : ['numbering'])];
  const parts = pageParts.map((part, index) => {
    const earlier = pageParts.slice(0, index).filter(({ kind }) => kind === part.kind);
    return { ...part, name: `${part.kind}${earlier.length + 1}`, id: `rId${fixedParts.length + index + 1}` };
  });
  const document = `${XML}<w:document ${NAMESPACES.body}><w:body>${xml}${sectionXml(parts, grid)}</w:body></w:document>`;
  const entries = [
    zipEntry('word/document.xml', document),
    zipEntry('docProps/core.xml', XML + coreProperties({ title, issuedAt })),
    fixedZipEntry('word/styles.xml', XML + stylesPart(lineOf(grid), faces)),
    fixedZipEntry('word/settings.xml', XML + SETTINGS),
    fixedZipEntry('word/fontTable.xml', XML + fontTablePart(faces)),
    fixedZipEntry('_rels/.rels', XML + ROOT_RELATIONSHIPS),
    fixedZipEntry('word/_rels/document.xml.rels', XML + documentRelationships(fixedParts, parts)),
    ...(lists.length === 0 ? [] : [fixedZipEntry('word/numbering.xml', XML + numberingPart(lists))]),
    ...parts.flatMap(pagePartEntries),
  ];
  const types = contentTypes(entries.map(({ name }) => name));
  return joinZip([...entries, fixedZipEntry('[Content_Types].xml', XML + types)]);
}

type NamedPart = PagePart & { name: string; id: string };

function pagePartEntries({ name, kind, xml, isFixed, picture }: NamedPart): ZipEntry[] {
  const root = kind === 'header' ? 'w:hdr' : 'w:ftr';
  const namespaces = `${NAMESPACES.body} ${kind === 'header' ? NAMESPACES.vml : NAMESPACES.drawing}`;
  const part = `${XML}<${root} ${namespaces}>${xml}</${root}>`;
  const entry = (isFixed ? fixedZipEntry : zipEntry)(`word/${name}.xml`, part);
  if (picture === undefined) return [entry];
  const file = 'media/image1.png';
  const relationships = relationshipsXml([{ id: PICTURE_ID, type: 'image', target: file }]);
  return [entry, fixedZipEntry(`word/_rels/${name}.xml.rels`, XML + relationships), zipEntry(`word/${file}`, picture)];
}

function documentRelationships(fixedParts: string[], parts: NamedPart[]): string {
  return relationshipsXml([
    ...fixedParts.map((name, index) => ({ id: `rId${index + 1}`, type: name, target: `${name}.xml` })),
    ...parts.map(({ id, kind, name }) => ({ id, type: kind, target: `${name}.xml` })),
  ]);
}

function relationshipsXml(items: { id: string; type: string; target: string }[]): string {
  const relationships = items.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`;
}

/**
 * Odd and even pages differ; a blank to be filled by hand shows its underline to the end; widths are not squeezed;
 * Word takes the editor's name out again whenever it saves.
 */
const SETTINGS = [
  `<w:settings xmlns:w="${WORD}">`,
  '<w:removePersonalInformation/><w:removeDateAndTime/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="640"/>',
  '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>',
  '<w:compat><w:ulTrailSpace/><w:useFELayout/>',
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  '</w:settings>',
].join('');

const ROOT_RELATIONSHIPS = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('');

/** Title, language and the hour of issue; nothing about who wrote it, on what, or how often. */
function coreProperties({ title, issuedAt }: { title: string; issuedAt: Date }): string {
  const created = issuedAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>`,
    `<dc:language>zh-CN</dc:language><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
  ].join('');
}

function contentTypes(names: string[]): string {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="png" ContentType="image/png"/>',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...names.flatMap((name) => {
      const kind = /^word\/([a-z]+)\d*\.xml$/i.exec(name)?.[1];
      return kind === undefined
        ? []
        : [override(name, `${WORD_TYPE}.${kind === 'document' ? 'document.main' : kind}+xml`)];
    }),
    '</Types>',
  ].join('');
}
