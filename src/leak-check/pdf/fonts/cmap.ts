import type { Budget } from '../../budget';
import { byteAt } from '../../bytes/bytes';
import { fromUtf16Be } from '../../bytes/encodings';
import { createLexer } from '../syntax/tokens';
import { nameOf, type PdfValue, readValue } from '../syntax/values';
import { glyphText } from './glyph-names';

/** Character codes to text (ISO 32000-1, 9.10.3). */
export type CMap = {
  textOf(code: number, length: number): string | undefined;
  /** The number of the glyph that a code shows, where the map is one of an encoding. */
  cidOf(code: number, length: number): number | undefined;
  /** Lengths of the codes in bytes, by the codespace ranges; shortest first. */
  lengthAt(bytes: Buffer, at: number): number;
};

type Codespace = { low: Buffer; high: Buffer };

/** Codes that follow each other, and the number of the glyph of the first. */
type CidRange = { first: number; last: number; length: number; cid: number };

/** A map may be based on one that is based on one: longer chains are circles. */
export const MAX_BASES = 8;

/** Readers go by the number of a code: some writers state the codes of a simple font with two bytes. */
const OTHER_LENGTHS = [2, 1, 4, 3];

/** @throws AppError LEAK_DETECTED when its ranges hold more codes than the budget allows */
export function readCMap(stream: Buffer, budget: Budget): CMap {
  const texts = new Map<number, string>();
  const codespaces: Codespace[] = [];
  const cids: CidRange[] = [];
  budget.spendOnSyntax(stream.length);
  const lexer = createLexer(stream);
  /** The last `begin…`. Readers do not wait for its `end…`. */
  let list = '';
  let operands: PdfValue[] = [];
  const close = () => {
    if (list === 'beginbfchar') addCharacters(texts, operands);
    else if (list === 'beginbfrange') addRanges(texts, operands, budget);
    else if (list === 'begincidchar') cids.push(...readCids(operands, 2));
    else if (list === 'begincidrange') cids.push(...readCids(operands, 3));
    else if (list === 'begincodespacerange') codespaces.push(...readCodespaces(operands));
  };
  for (let value = readValue(lexer); value !== undefined; value = readValue(lexer)) {
    if (value.kind !== 'keyword') {
      operands.push(value);
      continue;
    }
    close();
    if (value.value.startsWith('begin') || value.value.startsWith('end')) list = value.value;
    operands = [];
  }
  close();
  return {
    textOf: (code, length) =>
      texts.get(keyOf(code, length)) ??
      OTHER_LENGTHS.map((other) => texts.get(keyOf(code, other))).find((text) => text !== undefined),
    cidOf(code, length) {
      budget.spend(cids.length);
      const range = cids.findLast((each) => each.length === length && each.first <= code && code <= each.last);
      return range === undefined ? undefined : range.cid + code - range.first;
    },
    lengthAt: (bytes, at) => codespaces.find((space) => isWithin(bytes, at, space))?.low.length ?? 0,
  };
}

const keyOf = (code: number, length: number) => code * 8 + length;

export function codeAt(bytes: Buffer, at: number, length: number): number {
  return length > 0 && at + length <= bytes.length ? bytes.readUIntBE(at, Math.min(length, 6)) : -1;
}

function addCharacters(texts: Map<number, string>, operands: PdfValue[]): void {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const code = operands[index];
    const text = operands[index + 1];
    if (code?.kind !== 'string') continue;
    const shown = text?.kind === 'string' ? fromUtf16Be(text.bytes) : glyphText(nameOf(text) ?? '');
    if (shown !== undefined) texts.set(keyOf(codeAt(code.bytes, 0, code.bytes.length), code.bytes.length), shown);
  }
}

function addRanges(texts: Map<number, string>, operands: PdfValue[], budget: Budget): void {
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const low = operands[index];
    const high = operands[index + 1];
    const target = operands[index + 2];
    if (low?.kind !== 'string' || high?.kind !== 'string' || target === undefined) continue;
    const length = low.bytes.length;
    const first = codeAt(low.bytes, 0, length);
    const count = codeAt(high.bytes, 0, high.bytes.length) - first + 1;
    if (count < 1) continue;
    budget.spendOnSyntax(count);
    for (let step = 0; step < count; step += 1) {
      const text = textAt(target, step);
      if (text !== undefined) texts.set(keyOf(first + step, length), text);
    }
  }
}

/** @param step operands of one entry: a code, for ranges the last one too, and a number */
function readCids(operands: PdfValue[], step: 2 | 3): CidRange[] {
  const ranges: CidRange[] = [];
  for (let index = 0; index + step <= operands.length; index += step) {
    const [low, high, cid] = [operands[index], operands[index + step - 2], operands[index + step - 1]];
    if (low?.kind !== 'string' || high?.kind !== 'string' || cid?.kind !== 'number') continue;
    const length = low.bytes.length;
    ranges.push({ first: codeAt(low.bytes, 0, length), last: codeAt(high.bytes, 0, length), length, cid: cid.value });
  }
  return ranges;
}

/** The text of the n-th code of a range: an own one, or the last character of the common one counted on. */
function textAt(target: PdfValue, step: number): string | undefined {
  if (target.kind === 'array') {
    const item = target.items[step];
    return item?.kind === 'string' ? fromUtf16Be(item.bytes) : undefined;
  }
  if (target.kind !== 'string') return undefined;
  const characters = [...fromUtf16Be(target.bytes)];
  const last = (characters.pop()?.codePointAt(0) ?? 0) + step;
  return last > 0x10ffff ? undefined : characters.join('') + String.fromCodePoint(last);
}

function readCodespaces(operands: PdfValue[]): Codespace[] {
  const spaces: Codespace[] = [];
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const [low, high] = [operands[index], operands[index + 1]];
    if (low?.kind === 'string' && high?.kind === 'string') spaces.push({ low: low.bytes, high: high.bytes });
  }
  return spaces.sort((one, other) => one.low.length - other.low.length);
}

function isWithin(bytes: Buffer, at: number, { low, high }: Codespace): boolean {
  if (at + low.length > bytes.length || low.length === 0) return false;
  return low.every((from, index) => {
    const byte = byteAt(bytes, at + index);
    return byte >= from && byte <= byteAt(high, index);
  });
}
