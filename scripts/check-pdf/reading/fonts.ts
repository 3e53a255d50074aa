import type { PdfDocument } from './document';
import { type FontProgram, readFontProgram } from './font-program';
import { readToUnicode, type ToUnicode } from './to-unicode';
import { type Dictionary, isDictionary, nameOf, numberOf, type Value } from './values';

/** A font as pages use it. */
export type Font = {
  /** For reports: `font 11`. */
  object: string;
  dictionary: Dictionary;
  /** The CIDFont of a Type 0 font. */
  descendant: Dictionary | undefined;
  descriptor: Dictionary | undefined;
  program: FontProgram | undefined;
  /** Why the program could not be read. */
  programFault: string | undefined;
  toUnicode: ToUnicode | undefined;
  /** Width of a glyph in 1/1000 em as the dictionary states it. */
  width(code: number): number;
  /** Codes that pages show, whatever the rendering mode. */
  used: Set<number>;
};

/** Opens the font a page names; called once per font dictionary. */
export function openFont(document: PdfDocument, dictionary: Dictionary): Font {
  const descendants = document.get(dictionary, 'DescendantFonts');
  const first = Array.isArray(descendants) ? document.resolve(descendants[0]) : undefined;
  const descendant = isDictionary(first) ? first : undefined;
  const descriptor = document.dictionary(descendant ?? dictionary, 'FontDescriptor');
  const toUnicode = document.streamOf(document.get(dictionary, 'ToUnicode'));
  const object = `font ${document.idOf(dictionary) ?? nameOf(document.get(dictionary, 'BaseFont'))}`;
  const font = { object, dictionary, descendant, descriptor, ...openProgram(document, descriptor) };
  return {
    ...font,
    toUnicode: toUnicode === undefined ? undefined : readToUnicode(toUnicode),
    width: widthReader(document, descendant),
    used: new Set(),
  };
}

function openProgram(
  document: PdfDocument,
  descriptor: Dictionary | undefined,
): Pick<Font, 'program' | 'programFault'> {
  const stream = document.streamOf(document.get(descriptor, 'FontFile2'));
  if (stream === undefined) return { program: undefined, programFault: undefined };
  try {
    return { program: readFontProgram(stream), programFault: undefined };
  } catch (error) {
    return { program: undefined, programFault: error instanceof Error ? error.message : 'unreadable' };
  }
}

/** /W and /DW of a CIDFont (ISO 32000-1, 9.7.4.3). */
function widthReader(document: PdfDocument, descendant: Dictionary | undefined): (code: number) => number {
  const standard = numberOf(document.get(descendant, 'DW')) ?? 1000;
  const widths = new Map<number, number>();
  const value = document.get(descendant, 'W');
  const entries: Value[] = Array.isArray(value) ? value.map((entry) => document.resolve(entry) ?? null) : [];
  for (let index = 0; index < entries.length; ) {
    const first = numberOf(entries[index]) ?? 0;
    const second = entries[index + 1];
    if (Array.isArray(second)) {
      second.forEach((width, offset) => {
        widths.set(first + offset, numberOf(document.resolve(width)) ?? Number.NaN);
      });
      index += 2;
    } else {
      const width = numberOf(entries[index + 2]) ?? Number.NaN;
      for (let code = first; code <= (numberOf(second) ?? first); code += 1) widths.set(code, width);
      index += 3;
    }
  }
  return (code) => widths.get(code) ?? standard;
}
