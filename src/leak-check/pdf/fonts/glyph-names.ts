import { fromGb18030, fromUtf8, fromUtf16Be } from '../../bytes/encodings';

/** Glyph names that an address or a telephone number needs (Adobe Glyph List); letters name themselves. */
const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Digits of another shape or script, as the list has them for all ten or nine: old style figures stand in many fonts. */
const DIGIT_NAME = new RegExp(
  `^(${DIGIT_NAMES.join('|')})(?:oldstyle|fitted|monospace|superior|inferior|roman|paren|period|circle(?:inversesansserif)?|` +
    'hangzhou|ideographic(?:paren|circle)?|arabic|hackarabic|persian|deva|bengali|gujarati|gurmukhi|thai)?$',
);

/** Signs inside numbers and addresses, and the ligatures. */
const SIGN_NAMES: Record<string, string> = {
  ...{ space: ' ', hyphen: '-', minus: '-', period: '.', comma: ',', slash: '/', numbersign: '#', at: '@', plus: '+' },
  ...{ underscore: '_', colon: ':', parenleft: '(', parenright: ')', ff: 'ff', fi: 'fi', fl: 'fl', ffi: 'ffi' },
};

/** The text that a glyph's name stands for, where the name says so. */
export function glyphText(name: string): string | undefined {
  if (/^[A-Za-z0-9]$/.test(name)) return name;
  const base = name.replace(/\..*$/, '');
  const digit = DIGIT_NAME.exec(base)?.[1];
  if (digit !== undefined) return String(DIGIT_NAMES.indexOf(digit));
  if (Object.hasOwn(SIGN_NAMES, base)) return SIGN_NAMES[base];
  if (base.includes('_')) return joined(base.split('_'));
  if (/[\x80-\xff]/.test(name)) return inBytes(Buffer.from(name, 'latin1'));
  const hex = /^(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))(?:\.|$)/i.exec(name);
  if (hex === null) return undefined;
  const [, units, point = ''] = hex;
  if (units !== undefined) return fromUtf16Be(Buffer.from(units, 'hex'));
  const code = Number.parseInt(point, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Whether a name is a word for some sign: others are made by a program that counts its glyphs, as g12, cid45 and x7. */
export function isWord(name: string): boolean {
  return /^afii\d|^[A-Za-z]{2}(?![A-Za-z]{0,3}\d+$)/.test(name);
}

/** One glyph for several characters has the names of all: `f_i`, `one_zero`. */
function joined(names: string[]): string | undefined {
  const texts = names.map(glyphText);
  return texts.includes(undefined) ? undefined : texts.join('');
}

/**
 * The text of a glyph at a code of a simple font. Below 32 stand ligatures, accents and bullets of old fonts: their names
 * are words and tell that they are no part of a number or a name.
 */
export function textAtCode(code: number, name: string): string | undefined {
  return glyphText(name) ?? (code < 32 && /^[A-Za-z]{2,}$/.test(name) ? '' : undefined);
}

/** A name that is the character itself, in UTF-8 or GBK. */
function inBytes(bytes: Buffer): string | undefined {
  const text = fromUtf8(bytes) ?? fromGb18030(bytes);
  return /^\p{Script=Han}$/u.test(text) ? text : undefined;
}
