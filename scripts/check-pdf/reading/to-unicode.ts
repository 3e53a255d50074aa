import { createLexer } from './lexer';
import { bytesOf, isKeyword, type Value } from './values';

/** What a ToUnicode CMap says: UTF-16 code units by character code (ISO 32000-1, 9.10.3). */
export type ToUnicode = { texts: Map<number, number[]>; faults: string[] };

export function readToUnicode(stream: Buffer): ToUnicode {
  const texts = new Map<number, number[]>();
  const faults: string[] = [];
  const lexer = createLexer(stream);
  let operands: Value[] = [];
  const set = (code: number, units: number[]) => {
    if (texts.has(code)) faults.push(`code ${code} is mapped twice`);
    texts.set(code, units);
  };
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!isKeyword(value)) {
      operands.push(value);
      continue;
    }
    if (value.value === 'endbfchar') {
      for (let index = 0; index + 1 < operands.length; index += 2)
        set(codeOf(operands[index]), unitsOf(operands[index + 1]));
    } else if (value.value === 'endbfrange') {
      for (let index = 0; index + 2 < operands.length; index += 3)
        readRange(operands.slice(index, index + 3), set, faults);
    }
    operands = [];
  }
  return { texts, faults };
}

function readRange([from, to, target]: Value[], set: (code: number, units: number[]) => void, faults: string[]): void {
  const [first, last] = [codeOf(from), codeOf(to)];
  if (first >> 8 !== last >> 8) faults.push(`the range ${first}–${last} changes its first byte`);
  if (Array.isArray(target)) {
    if (target.length !== last - first + 1) faults.push(`the range ${first}–${last} has ${target.length} texts`);
    target.forEach((text, index) => {
      set(first + index, unitsOf(text));
    });
    return;
  }
  const start = unitsOf(target);
  for (let code = first; code <= last; code += 1) {
    set(code, [...start.slice(0, -1), (start.at(-1) ?? 0) + code - first]);
  }
}

function codeOf(value: Value | undefined): number {
  return (bytesOf(value) ?? Buffer.alloc(0)).reduce((code, byte) => code * 256 + byte, 0);
}

function unitsOf(value: Value | undefined): number[] {
  const bytes = bytesOf(value) ?? Buffer.alloc(0);
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => bytes.readUInt16BE(index * 2));
}
