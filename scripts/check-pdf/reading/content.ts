import type { PdfDocument } from './document';
import { createLexer, isWhite } from './lexer';
import { bytesOf, type Dictionary, isDictionary, isKeyword, nameOf, numberOf, textOf, type Value } from './values';

/** A marked-content sequence that is open (ISO 32000-1, 14.6). */
export type Mark = { tag: string; mcid: number | undefined };

export type Shown = { font: Dictionary | undefined; codes: Buffer; marks: Mark[] };

/** What a content stream does, so far as a rule asks. */
export type ContentReading = {
  texts: Shown[];
  /** Painting operators other than text, with the marks they stand in. */
  paints: { operator: string; marks: Mark[] }[];
  sequences: Mark[];
  /** Operators in order of first use. */
  operators: Set<string>;
  colourSpaces: Set<string>;
  states: Dictionary[];
  forms: { dictionary: Dictionary; marks: Mark[] }[];
  /** Whatever stands before an operator. */
  operands: Value[];
  /** Rendering intents set by operator. */
  intents: string[];
  /** Keys and values of every inline image. */
  inlineImages: Value[][];
  depth: number;
  faults: string[];
};

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'EI']);
const DEVICE_OPERATORS: Record<string, string> = {
  g: 'DeviceGray',
  G: 'DeviceGray',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
};
/** All operators of ISO 32000-1, Annex A. */
const KNOWN = new Set(
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(
    ' ',
  ),
);

type State = { font: Dictionary | undefined };

/** Reads a content stream with its resources; forms are listed, not entered. */
export function readContent(document: PdfDocument, stream: Buffer, resources: Dictionary | undefined): ContentReading {
  const reading: ContentReading = {
    texts: [],
    paints: [],
    sequences: [],
    operators: new Set(),
    colourSpaces: new Set(),
    states: [],
    forms: [],
    operands: [],
    intents: [],
    inlineImages: [],
    depth: 0,
    faults: [],
  };
  const lexer = createLexer(stream);
  const named = (kind: string, name: Value | undefined): Value | undefined =>
    document.get(document.get(resources, kind), nameOf(name) ?? '');
  let marks: Mark[] = [];
  let state: State = { font: undefined };
  const saved: State[] = [];
  const show = (value: Value | undefined) => {
    const codes = bytesOf(value);
    if (codes !== undefined && codes.length > 0) reading.texts.push({ font: state.font, codes, marks });
  };
  const paint = (operator: string) => reading.paints.push({ operator, marks });
  const handlers: Record<string, (operands: Value[]) => void> = {
    q: () => {
      saved.push(state);
      reading.depth = Math.max(reading.depth, saved.length);
    },
    Q: () => {
      const last = saved.pop();
      if (last === undefined) reading.faults.push('Q without q');
      else state = last;
    },
    BMC: ([tag]) => {
      marks = [...marks, { tag: nameOf(tag) ?? '', mcid: undefined }];
    },
    BDC: ([tag, properties]) => {
      const dictionary = isDictionary(properties) ? properties : named('Properties', properties);
      const mark = { tag: nameOf(tag) ?? '', mcid: numberOf(document.get(dictionary, 'MCID')) };
      if (mark.mcid !== undefined) reading.sequences.push(mark);
      marks = [...marks, mark];
    },
    EMC: () => {
      if (marks.length === 0) reading.faults.push('EMC without BMC or BDC');
      marks = marks.slice(0, -1);
    },
    Tf: ([name]) => {
      const font = named('Font', name);
      if (!isDictionary(font)) reading.faults.push(`font ${nameOf(name)} is not among the resources`);
      state = { ...state, font: isDictionary(font) ? font : undefined };
    },
    Tj: ([text]) => show(text),
    "'": ([text]) => show(text),
    '"': ([, , text]) => show(text),
    TJ: ([items]) => {
      for (const item of Array.isArray(items) ? items : []) show(item);
    },
    gs: ([name]) => {
      const found = named('ExtGState', name);
      if (isDictionary(found)) reading.states.push(found);
      else reading.faults.push(`graphics state ${nameOf(name)} is not among the resources`);
    },
    cs: ([name]) => reading.colourSpaces.add(spaceName(name, named('ColorSpace', name))),
    CS: ([name]) => reading.colourSpaces.add(spaceName(name, named('ColorSpace', name))),
    Do: ([name]) => {
      const found = named('XObject', name);
      if (isDictionary(found)) reading.forms.push({ dictionary: found, marks });
      else reading.faults.push(`XObject ${nameOf(name)} is not among the resources`);
      if (nameOf(document.get(found, 'Subtype')) !== 'Form') paint('Do');
    },
    ri: ([name]) => reading.intents.push(nameOf(name) ?? ''),
    ID: (operands) => {
      reading.inlineImages.push(operands);
      skipInlineImage(stream, lexer);
    },
  };

  let operands: Value[] = [];
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!isKeyword(value)) {
      operands.push(value);
      continue;
    }
    const operator = value.value;
    reading.operators.add(operator);
    if (!KNOWN.has(operator)) reading.faults.push(`the operator ${operator} is not defined`);
    if (Object.hasOwn(handlers, operator)) handlers[operator]?.(operands);
    if (PAINTS.has(operator)) paint(operator);
    const space = DEVICE_OPERATORS[operator];
    if (space !== undefined) reading.colourSpaces.add(space);
    reading.operands.push(...operands);
    operands = [];
  }
  if (marks.length > 0) reading.faults.push('a marked-content sequence without an end');
  if (saved.length > 0) reading.faults.push('q without Q');
  // Whatever is painted before a colour is set is black in DeviceGray.
  if (reading.texts.length > 0 || reading.paints.length > 0) reading.colourSpaces.add('DeviceGray');
  return reading;
}

function spaceName(name: Value | undefined, found: Value | undefined): string {
  return nameOf(Array.isArray(found) ? found[0] : found) ?? nameOf(name) ?? textOf(name) ?? 'unknown';
}

function skipInlineImage(stream: Buffer, lexer: { position(): number; seek(position: number): void }): void {
  for (let at = stream.indexOf('EI', lexer.position()); at !== -1; at = stream.indexOf('EI', at + 2)) {
    if (!isWhite(stream[at - 1]) || (at + 2 < stream.length && !isWhite(stream[at + 2]))) continue;
    lexer.seek(at);
    return;
  }
  throw new Error('an inline image without an end');
}
