import type { AppError } from '../../errors';
import type { Budget } from '../budget';
import { byteAt } from '../bytes/bytes';
import { readingsOf } from '../bytes/encodings';
import { concat, IDENTITY, type Matrix, toMatrix, translate } from '../drawing/matrix';
import { createPainter, type Painter, type Shape } from '../drawing/painter';
import { asRefusal, unreadable } from '../unreadable';
import type { Glyph, PdfFont } from './fonts/fonts';
import { readInlineImage } from './images/inline-image';
import { createReplacements } from './replacements';
import { advance, type Chunk, initialState, type State, showText } from './show-text';
import { createLexer } from './syntax/tokens';
import { type Dictionary, itemsOf, numberOf, numberOr, type PdfValue, readValue, wordOf } from './syntax/values';

/** Everything a content stream says. `replacements` are the strings of marked content: /ActualText, /Alt, /E … */
export type Content = {
  chunks: Chunk[];
  replacements: string[];
  comments: Buffer[];
  shapes: Shape[];
  /** Areas to which painting is restricted. */
  cuts: Shape[];
  /** In the order in which they are drawn. */
  images: PlacedImage[];
  /** What could not be read in it. */
  problems: AppError[];
};

/** An image and where it is drawn; `raw` holds the data of one inside the content stream. */
export type PlacedImage = { dictionary: Dictionary; raw?: Buffer; resources: Resources; matrix: Matrix };

export type Form = { bytes: Buffer; matrix: Matrix; resources: Resources };

/** Glyphs that are content streams: where they stand in an em, and what draws a code. */
export type DrawnGlyphs = { matrix: Matrix; formOf(code: number): Form | undefined };

/** How a content stream's names are understood. */
export type Resources = {
  /** Receives the names that content streams mention. */
  names: Set<string>;
  /** Where a stream is only a part, the font may have been set before. */
  initialFont?: PdfFont;
  font(name: string): PdfFont;
  /** The font that a graphics state sets, if it sets one. */
  stateFont(name: string): PdfFont | undefined;
  /** What draws the glyphs of a font that is drawn. */
  glyphs(font: PdfFont): DrawnGlyphs;
  form(name: string): Form | undefined;
  image(name: string): Dictionary | undefined;
  colorSpace(name: string): PdfValue | undefined;
  /** A property list of marked content. */
  properties(name: string): PdfValue | undefined;
};

/** Words that are operands. */
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Parts of what tells how a text is drawn: more than any shade. */
const LAYER = 1e6;

/** Longer words are none, and readers skip them. */
const LONGEST_OPERATOR = 3;

const MAX_FORM_DEPTH = 16;

export function emptyContent(): Content {
  return { chunks: [], replacements: [], comments: [], shapes: [], cuts: [], images: [], problems: [] };
}

/**
 * Follows a content stream (ISO 32000-1, 8.2) and the forms it draws, in order, whatever colour, rendering mode, clip,
 * layer or place the text has.
 * @param into receives what it says
 */
export function readContent(form: Form, into: Content, budget: Budget): void {
  drawForm(form, { into, budget, ctm: IDENTITY, depth: 0, painter: createPainter(into.shapes, into.cuts) });
}

type Scene = { into: Content; budget: Budget; ctm: Matrix; depth: number; painter: Painter };

function drawForm({ bytes, matrix, resources }: Form, scene: Scene): void {
  const { into, budget, painter } = scene;
  if (scene.depth > MAX_FORM_DEPTH) throw unreadable('PDF forms nested too deeply', 'excessive');
  budget.spendOnSyntax(bytes.length + 512);
  const lexer = createLexer(bytes, 0, resources.names);
  const saved: State[] = [];
  let state = initialState(concat(matrix, scene.ctm), resources.initialFont);
  let line = IDENTITY;
  let text = IDENTITY;

  const replaced = createReplacements();
  /** For each mark whether it is one of a layer, and in how many of those the text stands. */
  const marks: number[] = [];
  let layer = 0;
  const mark = (tag: PdfValue | undefined) => {
    const depth = wordOf(tag) === 'OC' ? LAYER : 0;
    marks.push(depth);
    layer += depth;
  };

  /** Runs what may fail, so that the rest of the stream is still read. */
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (budget.left() === 0) throw error;
      into.problems.push(asRefusal(error));
      return undefined;
    }
  };
  const moveLine = (x: number, y: number) => {
    line = translate(line, x, y);
    text = line;
  };
  const decode = (value: PdfValue): Glyph[] => {
    if (value.kind !== 'string') return [];
    const { font } = state;
    if (font === undefined) into.problems.push(unreadable('PDF text without a font'));
    return font?.(value.bytes) ?? [];
  };
  /** Draws the glyphs of a font of Type 3, whose codes are bytes, before they are shown as letters. */
  const draw = (font: PdfFont, items: (Buffer | number)[]) => {
    const { size, scale, rise } = state;
    const { matrix: em, formOf } = resources.glyphs(font);
    let place = text;
    for (const item of items) {
      if (typeof item === 'number') place = translate(place, (-item / 1000) * size * scale, 0);
      for (const [index, glyph] of typeof item === 'number' ? [] : font(item).entries()) {
        const drawn = formOf(byteAt(item as Buffer, index));
        const ctm = concat(em, concat(concat([size * scale, 0, 0, size, 0, rise], place), state.ctm));
        if (drawn !== undefined) drawForm(drawn, { ...scene, ctm, depth: scene.depth + 1 });
        place = translate(place, advance(glyph, state), 0);
      }
    }
  };
  const show = (items: (Glyph[] | number)[]) => {
    const { chunk, matrix: behind } = showText(items, state, text);
    const { mode, named, scale } = state;
    const ground = painter.look() + layer;
    if (mode !== 0 || named !== '' || scale !== 1 || ground !== 0) chunk.look = [mode, named, scale, ground].join();
    into.chunks.push(replaced.apply(chunk));
    text = behind;
  };
  // An operator takes one string; of several, some readers take the first and others the last.
  const showEach = (operands: readonly PdfValue[]) => {
    for (const operand of operands) {
      if (operand.kind !== 'string') continue;
      const { font } = state;
      if (font?.isDrawn) draw(font, [operand.bytes]);
      show([decode(operand)]);
    }
  };

  const operators: Record<string, (operands: PdfValue[]) => void> = {
    q() {
      saved.push({ ...state });
      painter.save();
    },
    Q() {
      state = saved.pop() ?? state;
      painter.restore();
    },
    cm(operands) {
      state.ctm = concat(toMatrix(operands.map(numberOf)), state.ctm);
    },
    gs([name]) {
      state.named = wordOf(name);
      state.font = attempt(() => resources.stateFont(wordOf(name))) ?? state.font;
    },
    BT() {
      line = IDENTITY;
      text = IDENTITY;
    },
    Tf([name, size]) {
      state.font = attempt(() => resources.font(wordOf(name)));
      state.size = numberOr(size, 1);
    },
    TL([leading]) {
      state.leading = numberOr(leading, 0);
    },
    Tc([space]) {
      state.charSpace = numberOr(space, 0);
    },
    Tw([space]) {
      state.wordSpace = numberOr(space, 0);
    },
    Tz([scale]) {
      state.scale = numberOr(scale, 0) / 100;
    },
    Tr([mode]) {
      state.mode = numberOr(mode, 0);
    },
    Ts([rise]) {
      state.rise = numberOr(rise, 0);
    },
    Tm(operands) {
      line = toMatrix(operands.map(numberOf));
      text = line;
    },
    Td: ([x, y]) => moveLine(numberOr(x, 0), numberOr(y, 0)),
    TD([x, y]) {
      state.leading = -numberOr(y, 0);
      moveLine(numberOr(x, 0), numberOr(y, 0));
    },
    'T*': () => moveLine(0, -state.leading),
    Tj: (strings) => showEach(strings),
    "'": (strings) => {
      moveLine(0, -state.leading);
      showEach(strings);
    },
    '"': (operands) => {
      const [wordSpace, charSpace] = operands;
      state.wordSpace = numberOr(wordSpace, 0);
      state.charSpace = numberOr(charSpace, 0);
      moveLine(0, -state.leading);
      showEach(operands);
    },
    TJ(arrays) {
      for (const array of arrays) {
        const { font } = state;
        if (font?.isDrawn) {
          const items = itemsOf(array).map((item) => numberOf(item) ?? bytesOf(item));
          draw(font, items);
        }
        show(itemsOf(array).map((item) => numberOf(item) ?? decode(item)));
      }
    },
    Do([name]) {
      const drawn = resources.form(wordOf(name));
      if (drawn !== undefined) drawForm(drawn, { ...scene, ctm: state.ctm, depth: scene.depth + 1 });
      const dictionary = resources.image(wordOf(name));
      if (dictionary !== undefined) into.images.push({ dictionary, resources, matrix: state.ctm });
    },
    BMC([tag]) {
      mark(tag);
      replaced.begin(undefined);
    },
    BDC([tag, properties]) {
      mark(tag);
      const name = wordOf(properties);
      replaced.begin(name === '' ? properties : resources.properties(name));
    },
    EMC() {
      layer -= marks.pop() ?? 0;
      replaced.end();
    },
    ID(operands) {
      const { image, end } = readInlineImage(bytes, lexer.position(), operands);
      into.images.push({ ...image, resources, matrix: state.ctm });
      lexer.seek(end);
    },
  };
  let operands: PdfValue[] = [];
  for (let value = readValue(lexer); value !== undefined; value = readValue(lexer)) {
    if (value.kind !== 'keyword' || CONSTANTS.has(value.value)) {
      operands.push(value);
      if (value.kind === 'dictionary') into.replacements.push(...stringsIn(value));
      continue;
    }
    const word = value.value;
    if (Object.hasOwn(operators, word)) operators[word]?.(operands);
    else if (word.length > LONGEST_OPERATOR) into.comments.push(Buffer.from(word, 'latin1'));
    else painter.operate(word, operands, state.ctm);
    if (operands.length > 0) operands = [];
  }
  into.comments.push(...lexer.notes.comments);
}

const bytesOf = (value: PdfValue) => (value.kind === 'string' ? value.bytes : Buffer.alloc(0));

function stringsIn(value: PdfValue): string[] {
  switch (value.kind) {
    case 'string':
      return readingsOf(value.bytes);
    case 'array':
      return value.items.flatMap(stringsIn);
    case 'dictionary':
      return [...value.entries.values(), ...(value.earlier?.values() ?? [])].flatMap(stringsIn);
    default:
      return [];
  }
}
