import type { AppError } from '../../errors';
import type { Budget } from '../budget';
import { readingsOf } from '../encodings';
import { asRefusal, unreadable } from '../unreadable';
import type { Glyph, PdfFont } from './fonts';
import { type InlineImage, readInlineImage } from './inline-image';
import { concat, IDENTITY, lengthScale, type Matrix, toMatrix } from './matrix';
import { createPainter, type Painter, type Shape } from './painter';
import { createLexer, toSource } from './tokens';
import { itemsOf, numberOf, numberOr, type PdfValue, readValue, wordOf } from './values';

/**
 * Text shown by one operator, where it starts and ends in points from the page's lower left corner, and the size of its
 * letters; a watermark is slanted. `other` is what the font's program says, where that differs.
 */
export type Chunk = {
  text: string;
  other: string;
  start: Point;
  end: Point;
  size: number;
  isSlanted: boolean;
};

export type Point = { x: number; y: number };

/** Everything a content stream says. `replacements` are the strings of marked content: /ActualText, /Alt, /E … */
export type Content = {
  chunks: Chunk[];
  replacements: string[];
  comments: Buffer[];
  shapes: Shape[];
  images: (InlineImage & { resources: Resources })[];
  /** What could not be read in it. */
  problems: AppError[];
};

export type Form = { bytes: Buffer; matrix: Matrix; resources: Resources };

/** How a content stream's names are understood. */
export type Resources = {
  /** Where a stream is only a part, the font may have been set before. */
  initialFont?: PdfFont;
  font(name: string): PdfFont;
  /** The font that a graphics state sets, if it sets one. */
  stateFont(name: string): PdfFont | undefined;
  form(name: string): Form | undefined;
  colorSpace(name: string): PdfValue | undefined;
};

type State = { ctm: Matrix; font: PdfFont | undefined } & TextState;

/** Lengths in text space units (9.3). */
type TextState = { size: number; leading: number; charSpace: number; wordSpace: number; scale: number; rise: number };

const INITIAL: TextState = { size: 1, leading: 0, charSpace: 0, wordSpace: 0, scale: 1, rise: 0 };

/** Words that are operands. */
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

const MAX_FORM_DEPTH = 16;

/** A gap in a TJ array of more than 0.2 em is a space: what follows is not the rest of the same number. */
const WORD_GAP = 200;

export function emptyContent(): Content {
  return { chunks: [], replacements: [], comments: [], shapes: [], images: [], problems: [] };
}

/**
 * Follows a content stream (ISO 32000-1, 8.2) and the forms it draws, in order, whatever colour, rendering mode, clip,
 * layer or place the text has.
 * @param into receives what it says
 */
export function readContent(form: Form, into: Content, budget: Budget): void {
  drawForm(form, { into, budget, ctm: IDENTITY, depth: 0, painter: createPainter(into.shapes) });
}

type Scene = { into: Content; budget: Budget; ctm: Matrix; depth: number; painter: Painter };

function drawForm({ bytes, matrix, resources }: Form, scene: Scene): void {
  const { into, budget, painter } = scene;
  if (scene.depth > MAX_FORM_DEPTH) throw unreadable('PDF forms nested too deeply', 'excessive');
  budget.spendOnSyntax(bytes.length + 512);
  const source = toSource(bytes);
  const lexer = createLexer(source);
  const saved: State[] = [];
  let state: State = { ctm: concat(matrix, scene.ctm), font: resources.initialFont, ...INITIAL };
  let line = IDENTITY;
  let text = IDENTITY;

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
    line = concat([1, 0, 0, 1, x, y], line);
    text = line;
  };
  const advance = (width: number) => {
    text = concat([1, 0, 0, 1, width, 0], text);
  };
  const place = (): Point => {
    const [, , , , x, y] = concat([1, 0, 0, 1, 0, state.rise], concat(text, state.ctm));
    return { x, y };
  };
  const decode = (value: PdfValue | undefined): Glyph[] => {
    if (value?.kind !== 'string') return [];
    const { font } = state;
    if (font === undefined) into.problems.push(unreadable('PDF text without a font'));
    return font?.(value.bytes) ?? [];
  };
  const widthOf = ({ width, isSpace }: Glyph) =>
    ((width / 1000) * state.size + state.charSpace + (isSpace ? state.wordSpace : 0)) * state.scale;
  /** One operator: strings, and gaps in thousandths of an em that move back. */
  const show = (items: (Glyph[] | number)[]) => {
    const start = place();
    let shown = '';
    let other = '';
    for (const item of items) {
      if (typeof item === 'number') {
        advance((-item / 1000) * state.size * state.scale);
        if (item < -WORD_GAP) {
          shown += ' ';
          other += ' ';
        }
        continue;
      }
      let width = 0;
      for (const glyph of item) {
        shown += glyph.text;
        other += glyph.other;
        width += widthOf(glyph);
      }
      advance(width);
    }
    const [a, b] = concat(text, state.ctm);
    const size = Math.abs(state.size) * Math.hypot(a, b);
    into.chunks.push({ text: shown, other, start, end: place(), size, isSlanted: Math.abs(b) > 0.01 });
  };
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const setNumber = (key: keyof TextState, value: PdfValue | undefined, factor = 1) => {
    set({ [key]: numberOr(value, 0) * factor });
  };
  const nextLine = () => moveLine(0, -state.leading);

  const operators: Record<string, (operands: PdfValue[]) => void> = {
    q: () => {
      saved.push(state);
      painter.save();
    },
    Q: () => {
      state = saved.pop() ?? state;
      painter.restore();
    },
    cm: (operands) => set({ ctm: concat(toMatrix(operands.map(numberOf)), state.ctm) }),
    gs: ([name]) => set({ font: attempt(() => resources.stateFont(wordOf(name))) ?? state.font }),
    BT: () => {
      line = IDENTITY;
      text = IDENTITY;
    },
    Tf: ([name, size]) => {
      set({ font: attempt(() => resources.font(wordOf(name))), size: numberOr(size, 1) });
    },
    TL: ([leading]) => setNumber('leading', leading),
    Tc: ([space]) => setNumber('charSpace', space),
    Tw: ([space]) => setNumber('wordSpace', space),
    Tz: ([scale]) => setNumber('scale', scale, 0.01),
    Ts: ([rise]) => setNumber('rise', rise),
    Tm: (operands) => {
      line = toMatrix(operands.map(numberOf));
      text = line;
    },
    Td: ([x, y]) => moveLine(numberOr(x, 0), numberOr(y, 0)),
    TD: ([x, y]) => {
      setNumber('leading', y, -1);
      moveLine(numberOr(x, 0), numberOr(y, 0));
    },
    'T*': nextLine,
    Tj: ([string]) => show([decode(string)]),
    "'": ([string]) => {
      nextLine();
      show([decode(string)]);
    },
    '"': ([, , string]) => {
      nextLine();
      show([decode(string)]);
    },
    TJ: ([array]) => {
      const items = itemsOf(array);
      show(items.map((item) => numberOf(item) ?? decode(item)));
    },
    Do: ([name]) => {
      const drawn = resources.form(wordOf(name));
      if (drawn !== undefined) drawForm(drawn, { ...scene, ctm: state.ctm, depth: scene.depth + 1 });
    },
    ID: (operands) => {
      const { image, end } = readInlineImage(source, lexer.position(), operands);
      into.images.push({ ...image, resources });
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
    else painter.operate(word, operands.map(numberOf), state.ctm, lengthScale(state.ctm));
    if (operands.length > 0) operands = [];
  }
  into.comments.push(...lexer.notes.comments);
}

function stringsIn(value: PdfValue): string[] {
  switch (value.kind) {
    case 'string':
      return readingsOf(value.bytes);
    case 'array':
      return value.items.flatMap(stringsIn);
    case 'dictionary':
      return [...value.entries.values()].flatMap(stringsIn);
    default:
      return [];
  }
}
