/**
 * The package around the body. `docx` writes an author, the hour of writing, a theme, lists and notes that no
 * instrument has; only what it wrote for the body, headers, footers and pictures is kept, the rest is set here.
 */
import type { Zippable } from 'fflate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { stylesPart } from './style-sheet';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const KEPT =
  /^word\/(document|header\d+|footer\d+)\.xml$|^word\/_rels\/(document|header\d+|footer\d+)\.xml\.rels$|^word\/media\//;
const KEPT_RELATIONSHIP = /\/(styles|settings|header|footer|image)"/;

/** The first moment a ZIP can name; fflate reads it in local time, so it is the same everywhere. */
const ZIP_TIME = new Date(1980, 0, 1);

type Properties = { title: string; issuedAt: Date };

/**
 * A clean package made of what `docx` wrote.
 * The same input gives the same bytes: sorted entries, one fixed time, no random names.
 */
export function cleanPackage(written: Buffer, properties: Properties): Buffer {
  const parts = new Map<string, string | Uint8Array>();
  for (const [name, data] of Object.entries(unzipSync(written))) {
    if (KEPT.test(name)) parts.set(name, name.endsWith('.png') ? data : tidy(name, strFromU8(data)));
  }
  parts.set('word/styles.xml', XML + stylesPart());
  parts.set('word/settings.xml', XML + SETTINGS);
  parts.set('docProps/core.xml', XML + coreProperties(properties));
  parts.set('_rels/.rels', XML + ROOT_RELATIONSHIPS);
  parts.set('[Content_Types].xml', XML + contentTypes([...parts.keys()]));
  return zip(parts);
}

function zip(parts: Map<string, string | Uint8Array>): Buffer {
  const entries: Zippable = {};
  for (const name of [...parts.keys()].sort()) {
    const data = parts.get(name) ?? '';
    entries[name] = [typeof data === 'string' ? strToU8(data) : data, { mtime: ZIP_TIME, level: 6 }];
  }
  return Buffer.from(zipSync(entries));
}

function tidy(name: string, xml: string): string {
  if (name.endsWith('.rels')) {
    return xml.replace(/<Relationship [^>]*>/g, (item) => (KEPT_RELATIONSHIP.test(item) ? item : ''));
  }
  // The only random name that docx writes; Word finds a watermark by its beginning.
  return xml.replace(/(PowerPlusWaterMarkObject)[^"]*/g, '$11');
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
function coreProperties({ title, issuedAt }: Properties): string {
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
      const kind = /^word\/([a-z]+)\d*\.xml$/.exec(name)?.[1];
      return kind === undefined
        ? []
        : [override(name, `${WORD_TYPE}.${kind === 'document' ? 'document.main' : kind}+xml`)];
    }),
    '</Types>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
