import type { Budget } from '../budget';
import { readingsOf } from '../encodings';
import { unreadable } from '../unreadable';
import type { FontDecoder } from './fonts';
import { concat, IDENTITY, type Matrix, toMatrix } from './matrix';
import { createLexer, isWhite, type Lexer } from './tokens';
import { nameOf, numberOf, type PdfValue, readValue } from './values';

/** Text shown by one operator and where it starts, in points from the page's lower left corner; a watermark is slanted. */
export type Chunk = { text: string; x: number; y: number; isSlanted: boolean };

/** Everything a content stream says. `replacements` are the strings of marked content: /ActualText, /Alt, /E … */
export type ContentText = { chunks: Chunk[]; replacements: string[]; comments: Buffer[] };

export type Form = { bytes: Buffer; matrix: Matrix; resources: Resources };

/** How a content stream's names are understood. */
export type Resources = {
  /** Where a stream is only a part, the font may have been set before. */
  initialFont?: FontDecoder;
  font(name: string): FontDecoder;
  /** The font that a graphics state sets, if it sets one. */
  stateFont(name: string): FontDecoder | undefined;
  form(name: string): Form | undefined;
};

type State = { ctm: Matrix; font: FontDecoder | undefined; leading: number };

const MAX_FORM_DEPTH = 16;

/** A gap in a TJ array of more than 0.2 em is a space: what follows is not the rest of the same number. */
const WORD_GAP = -200;

/**
 * Follows a content stream (ISO 32000-1, 8.2) and the forms it draws, in order, whatever colour, rendering mode, clip,
 * layer or place the text has.
 * @param into receives the texts
 */
export function readContent(form: Form, into: ContentText, budget: Budget): void {
  drawForm(form, { into, budget, ctm: IDENTITY, depth: 0 });
}

type Scene = { into: ContentText; budget: Budget; ctm: Matrix; depth: number };

function drawForm({ bytes, matrix, resources }: Form, scene: Scene): void {
  if (scene.depth > MAX_FORM_DEPTH) throw unreadable('PDF forms nested too deeply');
  scene.budget.spendOnSyntax(bytes.length + 512);
  const { into } = scene;
  const lexer = createLexer(bytes);
  const saved: State[] = [];
  let state: State = { ctm: concat(matrix, scene.ctm), font: resources.initialFont, leading: 0 };
  let line = IDENTITY;

  const moveLine = (x: number, y: number) => {
    line = concat([1, 0, 0, 1, x, y], line);
  };
  const show = (text: string) => {
    const [, slant, , , x, y] = concat(line, state.ctm);
    into.chunks.push({ text, x, y, isSlanted: Math.abs(slant) > 0.01 });
  };
  const decode = (value: PdfValue | undefined): string => {
    if (value?.kind !== 'string') return '';
    if (state.font === undefined) throw unreadable('PDF text without a font');
    return state.font(value.bytes);
  };

  const operators: Record<string, (operands: PdfValue[]) => void> = {
    q: () => saved.push(state),
    Q: () => {
      state = saved.pop() ?? state;
    },
    cm: (operands) => {
      state = { ...state, ctm: concat(toMatrix(operands.map(numberOf)), state.ctm) };
    },
    gs: ([name]) => {
      state = { ...state, font: resources.stateFont(nameOf(name) ?? '') ?? state.font };
    },
    BT: () => {
      line = IDENTITY;
    },
    Tf: ([name]) => {
      state = { ...state, font: resources.font(nameOf(name) ?? '') };
    },
    TL: ([leading]) => {
      state = { ...state, leading: numberOf(leading) ?? 0 };
    },
    Tm: (operands) => {
      line = toMatrix(operands.map(numberOf));
    },
    Td: ([x, y]) => moveLine(numberOf(x) ?? 0, numberOf(y) ?? 0),
    TD: ([x, y]) => {
      state = { ...state, leading: -(numberOf(y) ?? 0) };
      moveLine(numberOf(x) ?? 0, numberOf(y) ?? 0);
    },
    'T*': () => moveLine(0, -state.leading),
    Tj: ([string]) => show(decode(string)),
    "'": ([string]) => {
      moveLine(0, -state.leading);
      show(decode(string));
    },
    '"': ([, , string]) => {
      moveLine(0, -state.leading);
      show(decode(string));
    },
    TJ: ([array]) => {
      const items = array?.kind === 'array' ? array.items : [];
      show(items.map((item) => ((numberOf(item) ?? 0) < WORD_GAP ? ' ' : decode(item))).join(''));
    },
    Do: ([name]) => {
      const drawn = resources.form(nameOf(name) ?? '');
      if (drawn !== undefined) drawForm(drawn, { ...scene, ctm: state.ctm, depth: scene.depth + 1 });
    },
    ID: () => skipInlineImage(bytes, lexer),
  };

  let operands: PdfValue[] = [];
  for (let value = readValue(lexer); value !== undefined; value = readValue(lexer)) {
    if (value.kind !== 'keyword') {
      operands.push(value);
      if (value.kind === 'dictionary') into.replacements.push(...stringsIn(value));
      continue;
    }
    if (Object.hasOwn(operators, value.value)) operators[value.value]?.(operands);
    operands = [];
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

/** The pixels of an inline image end with EI between white space (8.9.7). */
function skipInlineImage(bytes: Buffer, lexer: Lexer): void {
  for (let at = bytes.indexOf('EI', lexer.position()); at !== -1; at = bytes.indexOf('EI', at + 2)) {
    if (isWhite(bytes[at - 1]) && (at + 2 >= bytes.length || isWhite(bytes[at + 2]))) {
      lexer.seek(at + 2);
      return;
    }
  }
  throw unreadable('a PDF inline image without an end');
}
