import { fromUtf16Be } from '../encodings';

/** Glyph names that an address or a telephone number needs (Adobe Glyph List); letters name themselves. */
const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The text that a glyph's name stands for, where the name says so. */
export function glyphText(name: string): string | undefined {
  if (/^[A-Za-z]$/.test(name)) return name;
  const digit = DIGIT_NAMES.indexOf(name.replace(/\..*$/, ''));
  if (digit !== -1) return String(digit);
  const hex = /^(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))(?:\.|$)/.exec(name);
  if (hex === null) return undefined;
  const [, units, point = ''] = hex;
  if (units !== undefined) return fromUtf16Be(Buffer.from(units, 'hex'));
  const code = Number.parseInt(point, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
