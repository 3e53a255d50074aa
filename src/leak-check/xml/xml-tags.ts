/** Elements that do not end a word: runs of text and their format. Anything else begins a new line. */
const INLINE: ReadonlySet<string> = new Set([
  ...['r', 't', 'delText', 'rPr', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'u', 'sz', 'szCs', 'color', 'lang', 'spacing'].map(
    (name) => `w:${name}`,
  ),
  ...['kern', 'position', 'highlight', 'shd', 'w', 'noProof', 'proofErr', 'ins', 'smartTag'].map((name) => `w:${name}`),
  ...['sym', 'bdo', 'vanish', 'bookmarkStart', 'bookmarkEnd'].map((name) => `w:${name}`),
  ...['a:r', 'a:t', 'a:rPr', 'b', 'i', 'u', 'em', 'strong', 'span', 'font', 'tspan', 'bdo'],
]);

/** Elements beside the text that they stand in: boxes, readings of characters, what was moved away, second versions. */
const ASIDE: ReadonlySet<string> = new Set([
  ...['w:txbxContent', 'w:rt', 'rt', 'rp', 'w:moveFrom', 'w:del', 'mc:Fallback'],
]);

/** What an element does to the text in it. */
type Effect = 'run' | 'hide' | 'table' | 'row' | 'cell' | 'aside' | 'turn' | undefined;

const EFFECTS: Record<string, Effect> = {
  ...{ 'w:r': 'run', 'w:vanish': 'hide', 'w:tbl': 'table', table: 'table', 'w:tr': 'row', tr: 'row' },
  ...{ 'w:tc': 'cell', td: 'cell', th: 'cell', 'w:bdo': 'turn', bdo: 'turn' },
};

/**
 * What a tag means, worked out once: most tags of a part are repeated, up to a hundred times. `element` is the name where
 * an element begins, empty behind its end, undefined for comments and instructions.
 */
export type Tag = {
  isInline: boolean;
  element: string | undefined;
  name: string;
  effect: Effect;
  /** Where an element begins, where it ends, or both at once. */
  kind: 'start' | 'end' | 'empty';
  /** A character that the tag itself shows. */
  symbol: string | undefined;
  /** Columns that a cell reaches over beyond its own. */
  span: number;
  /** Values of attributes that may belong together with those of other elements, by the name of element and attribute. */
  series: [key: string, value: string][];
  /** The tag itself, where it is part of a format that may hide what it formats; empty for any other. */
  look: string;
};

export function tagOf(text: string): Tag {
  const mark = text.charAt(1);
  const start = mark === '/' ? 2 : 1;
  let end = start;
  while (end < text.length && !ENDS_NAME.has(text.charCodeAt(end))) end += 1;
  const name = text.slice(start, end);
  const isInstruction = mark === '!' || mark === '?';
  const kind = mark === '/' ? 'end' : text.endsWith('/>') ? 'empty' : 'start';
  const isOff = name === 'w:vanish' && /"(?:0|false|off)"/.test(text);
  return {
    isInline: INLINE.has(name),
    element: isInstruction ? undefined : kind === 'end' ? '' : name,
    ...{ name, kind },
    effect: isInstruction || isOff ? undefined : ASIDE.has(name) ? 'aside' : effectOf(name),
    symbol: name === 'w:sym' ? symbolOf(text) : undefined,
    span: name === 'w:gridSpan' ? Math.min(MAX_SPAN, Number(/"(\d+)"/.exec(text)?.[1] ?? 1) - 1) : 0,
    series: isInstruction || kind === 'end' ? [] : seriesOf(name, text),
    look: kind !== 'end' && (LOOKS.has(name) || name.startsWith('w14:')) ? text : '',
  };
}

/** Formats that make letters white, tiny, or hidden, by themselves or by a style. */
const LOOKS: ReadonlySet<string> = new Set(
  ['vanish', 'specVanish', 'webHidden', 'color', 'sz', 'w', 'position', 'rStyle'].map((name) => `w:${name}`),
);

/** A table has no more columns. */
const MAX_SPAN = 63;

const effectOf = (name: string) => (Object.hasOwn(EFFECTS, name) ? EFFECTS[name] : undefined);

const ENDS_NAME: ReadonlySet<number> = new Set([...' \t\r\n/>'].map((char) => char.charCodeAt(0)));

/** `w:sym` shows one character of a font; those of symbol fonts stand at U+F000 (ECMA-376, 17.3.3.30). */
function symbolOf(tag: string): string | undefined {
  const hex = /w:char\s*=\s*["']([0-9A-Fa-f]{4})["']/.exec(tag)?.[1];
  if (hex === undefined) return undefined;
  const code = Number.parseInt(hex, 16);
  if (code < 0xf020 || code > 0xf0ff) return String.fromCharCode(code);
  const font = /w:font\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
  const circled = Object.hasOwn(CIRCLED, font) ? CIRCLED[font] : undefined;
  const first = circled?.find((from) => code >= from && code < from + 10);
  return first === undefined ? String.fromCharCode(code - 0xf000) : String(code - first);
}

/** Where the fonts of signs that come with Word have the digits from 0 on in circles. */
const CIRCLED: Record<string, readonly number[]> = { Wingdings: [0xf080, 0xf08b], 'Wingdings 2': [0xf069, 0xf074] };

/** Names are read from their beginning only: from every letter on, a long one would take the square of its length. */
const ATTRIBUTE = /(?<![^\s="'<>/])([^\s="'<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const HAS_HAN = /\p{Script=Han}|&#/u;
const LONGEST_PART = 40;

/** Elements whose attributes are what somebody filled in: variables, choices and labels of a document. */
const VALUES: ReadonlySet<string> = new Set(
  ['docVar', 'listItem', 'listEntry', 'alias', 'tag', 'default', 'result'].map((name) => `w:${name}`),
);

/** Word's own attributes are measures and switches, unless there are ideographs in them. */
function seriesOf(name: string, tag: string): [string, string][] {
  if (!tag.includes('=')) return [];
  const isFormat = /^(?:w\d*|a|wp\w*|r|v|o|pic|m|mc|Relationship|Override|Default)(?::|$)/.test(name);
  if (isFormat && !VALUES.has(name) && (INLINE.has(name) || !HAS_HAN.test(tag))) return [];
  const found: [string, string][] = [];
  for (const [, key, double, single] of tag.matchAll(ATTRIBUTE)) {
    const value = double ?? single;
    if (value && value.length <= LONGEST_PART) found.push([`${name} ${key}`, value]);
  }
  return found;
}

/** Where the tag, comment or character data section at `open` ends; one that never ends takes the rest. */
export function readTag(xml: string, open: number): { end: number; data?: string } {
  const until = (mark: string, from: number) => {
    const found = xml.indexOf(mark, from);
    return found === -1 ? xml.length : found + mark.length;
  };
  if (xml.startsWith('<!--', open)) return { end: until('-->', open + 4) };
  if (xml.startsWith('<?', open)) return { end: until('?>', open + 2) };
  if (xml.startsWith('<![CDATA[', open)) {
    const end = until(']]>', open + 9);
    return { end, data: xml.slice(open + 9, end).replace(/\]\]>$/, '') };
  }
  return { end: until('>', open + 1) };
}

/** A tag that may hold more than names and measures is searched as a whole: an address may be cut into attributes. */
const NEEDS_WHOLE = /[^\x20-\x7e\t\r\n]|&|%|\\u|^<[!?](?!xml )/;

/** The values of a tag that has several, one in a line: the names between them are no part of what they say. */
function valuesOf(tag: string): string[] {
  const values = [...tag.matchAll(ATTRIBUTE)].map(([, , double, single]) => double ?? single);
  return values.length > 1 ? [values.join('\n')] : [];
}

/** Shorter values are measures and switches. */
const MIN_VALUE = 5;

/** What to search in a tag: the whole, or its name and longer values. */
export function wordsOf(tag: string): string[] {
  if (NEEDS_WHOLE.test(tag)) return [tag, ...valuesOf(tag)];
  const values: string[] = [];
  let names = '';
  let kept = 0;
  for (let equals = tag.indexOf('='); equals !== -1; equals = tag.indexOf('=', Math.max(kept, equals + 1))) {
    let start = equals + 1;
    while (/\s/.test(tag.charAt(start))) start += 1;
    const quote = tag.charAt(start);
    const end = quote === '"' || quote === "'" ? tag.indexOf(quote, start + 1) : -1;
    if (end === -1) continue;
    names += tag.slice(kept, equals);
    kept = end + 1;
    if (end - start > MIN_VALUE) values.push(tag.slice(start + 1, end));
  }
  return [names + tag.slice(kept), ...values];
}
