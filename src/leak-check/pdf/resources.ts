import type { Budget } from '../budget';
import { toMatrix } from '../drawing/matrix';
import { unreadable } from '../unreadable';
import type { DrawnGlyphs, Form, Resources } from './content';
import { type PdfFont, readFont } from './fonts/fonts';
import { drawnGlyphs } from './fonts/type-three';
import type { PdfObjects } from './syntax/object-index';
import { type Dictionary, itemsOf, nameOf, numberOf, type PdfValue } from './syntax/values';

/** Every way in which the names of a file's content streams can be understood. */
export type ResourceIndex = {
  /** What a page's or form's own dictionary says; names it lacks are looked up in the whole file. */
  own(resources: PdfValue | undefined): Resources;
  /**
   * For streams that no page draws, so that nobody says which fonts they mean: one reading per font of the file, each
   * name taking the fonts in turn that any dictionary gives to it.
   */
  everyReading(): Resources[];
  /** A stream as something to draw. */
  form(stream: Dictionary, bytes: Buffer, parent: Resources): Form;
  /** Streams that were asked for by name, by their dictionaries. */
  drawn: ReadonlySet<PdfValue>;
};

/** An instrument uses five faces. */
const MAX_FONTS = 32;

export function indexResources(objects: PdfObjects, budget: Budget): ResourceIndex {
  const { byName, all } = collectFonts(objects);
  const readFonts = new Map<Dictionary, PdfFont>();
  const drawnFonts = new Map<PdfFont, DrawnGlyphs>();
  const drawn = new Set<PdfValue>();

  const fontOf = (font: PdfValue | undefined): PdfFont | undefined => {
    if (font?.kind !== 'dictionary') return undefined;
    const known = readFonts.get(font);
    if (known !== undefined) return known;
    const read = readFont(font, { objects, budget });
    readFonts.set(font, read);
    const parent = build(font.entries.get('Resources'), 0);
    const glyphs = drawnGlyphs(font, objects, (stream, bytes) => form(stream, bytes, parent));
    read.isDrawn = glyphs !== undefined;
    if (glyphs !== undefined) drawnFonts.set(read, glyphs);
    return read;
  };

  const candidate = (name: string, reading: number): PdfFont => {
    const fonts = byName.get(name) ?? all;
    const font = fontOf(fonts[reading % Math.max(1, fonts.length)]);
    if (font === undefined) throw unreadable('PDF text in a font that the file does not hold');
    return font;
  };

  const entry = (resources: PdfValue | undefined, kind: string, name: string): PdfValue | undefined =>
    objects.entry(objects.entry(resources, kind), name);

  const build = (resources: PdfValue | undefined, reading: number): Resources => {
    const self: Resources = {
      names: objects.names,
      font: (name) => fontOf(entry(resources, 'Font', name)) ?? candidate(name, reading),
      stateFont(name) {
        const font = objects.entry(entry(resources, 'ExtGState', name), 'Font');
        return font?.kind === 'array' ? fontOf(objects.resolve(font.items[0])) : undefined;
      },
      glyphs: (font) => drawnFonts.get(font) as DrawnGlyphs,
      form(name) {
        const stream = objects.dictionary(entry(resources, 'XObject', name));
        if (stream === undefined) return undefined;
        drawn.add(stream);
        const bytes = objects.streamOf(stream);
        return bytes === undefined || isPicture(stream, objects) ? undefined : form(stream, bytes, self);
      },
      image(name) {
        const stream = objects.dictionary(entry(resources, 'XObject', name));
        return stream !== undefined && isPicture(stream, objects) ? stream : undefined;
      },
      colorSpace: (name) => entry(resources, 'ColorSpace', name),
      properties: (name) => entry(resources, 'Properties', name),
    };
    return self;
  };

  function form(stream: Dictionary, bytes: Buffer, parent: Resources): Form {
    const numbers = itemsOf(objects.entry(stream, 'Matrix')).map((item) => numberOf(objects.resolve(item)));
    const resources = stream.entries.get('Resources');
    return { bytes, matrix: toMatrix(numbers), resources: resources === undefined ? parent : build(resources, 0) };
  }

  return {
    own: (resources) => build(resources, 0),
    everyReading() {
      if (all.length > MAX_FONTS) throw unreadable('more PDF fonts than a document can need', 'excessive');
      return Array.from({ length: Math.max(1, all.length) }, (_, reading) => {
        const initialFont = fontOf(all[reading]);
        return { ...build(undefined, reading), ...(initialFont !== undefined && { initialFont }) };
      });
    },
    form,
    drawn,
  };
}

/** Told by its sides where it does not say what it is, as a thumbnail need not. What says it is a form is drawn as one. */
export function isPicture(stream: Dictionary, objects: PdfObjects): boolean {
  const kind = nameOf(objects.entry(stream, 'Subtype'));
  if (kind === 'Image' || kind === 'Form') return kind === 'Image';
  return stream.entries.has('Width') && stream.entries.has('Height');
}

/** Every font of the file in every revision, and the names that resource dictionaries give them. */
function collectFonts(objects: PdfObjects): { byName: Map<string, Dictionary[]>; all: Dictionary[] } {
  const byName = new Map<string, Set<Dictionary>>();
  const all = new Set<Dictionary>();
  const queue = objects.all.map(({ value }) => value);
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (value.kind === 'array') for (const item of value.items) queue.push(item);
    if (value.kind !== 'dictionary') continue;
    if (nameOf(value.entries.get('Type')) === 'Font') all.add(value);
    for (const item of value.entries.values()) queue.push(item);
    for (const group of objects.definitions(value.entries.get('Font'))) {
      if (group.kind !== 'dictionary') continue;
      for (const [name, reference] of group.entries) {
        const fonts = byName.get(name) ?? new Set();
        byName.set(name, fonts);
        for (const font of objects.definitions(reference)) if (font.kind === 'dictionary') fonts.add(font);
      }
    }
  }
  const named = new Map([...byName].map(([name, fonts]) => [name, [...fonts]]));
  return { byName: named, all: [...new Set([...all, ...[...named.values()].flat()])] };
}
