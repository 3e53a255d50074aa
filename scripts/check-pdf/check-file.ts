import { type PdfDocument, readDocument } from './reading/document';
import { type Font, openFont } from './reading/fonts';
import { type PageReading, readPages } from './reading/pages';
import { readStructure } from './reading/structure';
import { isDictionary } from './reading/values';
import { readXmp } from './reading/xmp';
import type { Breach, Fault, Rule, Subject } from './rule';
import { drawingRule } from './rules/drawing';
import { FILE_RULES, READABLE, unreadable } from './rules/file';
import { FONT_RULES, fontDictionaries } from './rules/fonts';
import { GRAPHICS_RULES } from './rules/graphics';
import { IMAGE_RULES } from './rules/images';
import { INTERACTION_RULES } from './rules/interaction';
import { METADATA_RULES } from './rules/metadata';
import { PAGE_TREE_RULES } from './rules/page-tree';
import { STRUCTURE_RULES } from './rules/structure';
import { TAGGING_RULES } from './rules/tagging';

export type Checker = { rules: Rule[]; check(bytes: Buffer): Fault[] };

/**
 * Prepares to test files against PDF/A-2b (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), so far as a program can.
 * @param fontsDir folder of the font files that the documents are set in
 */
export function openChecker({ fontsDir }: { fontsDir: string }): Checker {
  const rules = [
    READABLE,
    ...FILE_RULES,
    ...PAGE_TREE_RULES,
    ...GRAPHICS_RULES,
    ...IMAGE_RULES,
    ...FONT_RULES,
    ...INTERACTION_RULES,
    ...METADATA_RULES,
    ...TAGGING_RULES,
    ...STRUCTURE_RULES,
    drawingRule(fontsDir),
  ];
  return { rules, check: (bytes) => checkFile(bytes, rules) };
}

function checkFile(bytes: Buffer, rules: Rule[]): Fault[] {
  let subject: Subject;
  try {
    subject = readSubject(bytes);
  } catch (error) {
    const { id, clause } = READABLE;
    return [{ rule: id, clause, ...unreadable(error instanceof Error ? error.message : 'unreadable') }];
  }
  return rules.flatMap(({ id, clause, test }) =>
    tryRule(() => test(subject)).map((found) => ({ rule: id, clause, ...found })),
  );
}

/** A part that a rule needs and cannot read breaks the rule. */
function tryRule(test: () => Breach[]): Breach[] {
  try {
    return test();
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : 'unreadable')];
  }
}

function readSubject(bytes: Buffer): Subject {
  const document = readDocument(bytes);
  const pages = readPages(document);
  const catalog = document.dictionary(document.trailer, 'Root');
  return {
    document,
    pages,
    fonts: readFonts(document, pages),
    structure: readStructure(document),
    xmp: readXmp(document.streamOf(document.get(catalog, 'Metadata'))),
  };
}

function readFonts(document: PdfDocument, pages: PageReading[]): Font[] {
  const fonts = new Map(fontDictionaries({ document, pages }).map((font) => [font, openFont(document, font)]));
  for (const { content } of pages) {
    for (const { font, codes } of content.texts) {
      const used = isDictionary(font) ? fonts.get(font)?.used : undefined;
      for (let at = 0; at + 1 < codes.length; at += 2) used?.add(codes.readUInt16BE(at));
    }
  }
  return [...fonts.values()];
}
