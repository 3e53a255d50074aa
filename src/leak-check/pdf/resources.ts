import type { Budget } from '../budget';
import { unreadable } from '../unreadable';
import type { Form, Resources } from './content';
import { type FontDecoder, fontDecoder } from './fonts';
import { toMatrix } from './matrix';
import type { PdfObjects } from './objects';
import { type Dictionary, nameOf, numberOf, type PdfValue } from './values';

/** Every way in which the names of a file's content streams can be understood. */
export type ResourceIndex = {
  /** What a page's or form's own dictionary says; names it lacks are looked up in the whole file. */
  own(resources: PdfValue | undefined): Resources;
  /**
   * For streams that no page draws, so that nobody says which fonts they mean: one reading per font that any dictionary
   * of the file gives to a name.
   */
  everyReading(): Resources[];
  form(stream: PdfValue, parent: Resources): Form | undefined;
};

/** More fonts under one name than this are no document of this service. */
const MAX_READINGS = 32;

export function indexResources(objects: PdfObjects, budget: Budget): ResourceIndex {
  const decoders = new Map<Dictionary, FontDecoder>();
  const fontsByName = collectFonts(objects);
  const allFonts = [...new Set([...fontsByName.values()].flat())];

  const decoderOf = (font: PdfValue | undefined): FontDecoder | undefined => {
    if (font?.kind !== 'dictionary') return undefined;
    const known = decoders.get(font) ?? fontDecoder(font, { objects, budget });
    decoders.set(font, known);
    return known;
  };

  const entry = (resources: PdfValue | undefined, kind: string, name: string): PdfValue | undefined => {
    const dictionary = objects.resolve(resources);
    const group = dictionary?.kind === 'dictionary' ? objects.resolve(dictionary.entries.get(kind)) : undefined;
    return group?.kind === 'dictionary' ? objects.resolve(group.entries.get(name)) : undefined;
  };

  const candidate = (name: string, reading: number): FontDecoder => {
    const fonts = fontsByName.get(name) ?? allFonts;
    const decoder = decoderOf(fonts[reading % Math.max(1, fonts.length)]);
    if (decoder === undefined) throw unreadable('PDF text in a font that the file does not hold');
    return decoder;
  };

  const form = (stream: PdfValue, parent: Resources): Form | undefined => {
    const bytes = objects.streamOf(stream);
    if (stream.kind !== 'dictionary' || bytes === undefined) return undefined;
    if (nameOf(objects.resolve(stream.entries.get('Subtype'))) === 'Image') return undefined;
    const matrix = objects.resolve(stream.entries.get('Matrix'));
    const resources = stream.entries.get('Resources');
    return {
      bytes,
      matrix: toMatrix(matrix?.kind === 'array' ? matrix.items.map((item) => numberOf(objects.resolve(item))) : []),
      resources: resources === undefined ? parent : own(resources),
    };
  };

  const build = (resources: PdfValue | undefined, reading: number): Resources => {
    const self: Resources = {
      font: (name) => decoderOf(entry(resources, 'Font', name)) ?? candidate(name, reading),
      stateFont(name) {
        const state = entry(resources, 'ExtGState', name);
        const font = state?.kind === 'dictionary' ? objects.resolve(state.entries.get('Font')) : undefined;
        return font?.kind === 'array' ? decoderOf(objects.resolve(font.items[0])) : undefined;
      },
      form(name) {
        const stream = entry(resources, 'XObject', name);
        return stream === undefined ? undefined : form(stream, self);
      },
    };
    return self;
  };

  const own = (resources: PdfValue | undefined) => build(resources, 0);

  return {
    own,
    everyReading() {
      const readings = Math.max(1, ...[...fontsByName.values(), allFontsIfNameless(fontsByName, allFonts)].map((fonts) => fonts.length));
      if (readings > MAX_READINGS) throw unreadable('too many PDF fonts under one name');
      return Array.from({ length: readings }, (_, reading) => build(undefined, reading));
    },
    form,
  };
}

function collectFonts(objects: PdfObjects): Map<string, Dictionary[]> {
  return new Map();
}
