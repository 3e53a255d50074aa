import { unreadable } from './unreadable';

/** Elements that do not end a word: runs of text and their format. Anything else begins a new line. */
const INLINE: ReadonlySet<string> = new Set([
  ...['r', 't', 'delText', 'rPr', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'u', 'sz', 'szCs', 'color', 'lang', 'spacing'].map(
    (name) => `w:${name}`,
  ),
  ...['kern', 'position', 'highlight', 'shd', 'w', 'noProof', 'proofErr', 'ins', 'smartTag'].map((name) => `w:${name}`),
  ...[
    'w:bookmarkStart',
    'w:bookmarkEnd',
    'a:r',
    'a:t',
    'a:rPr',
    'b',
    'i',
    'u',
    'em',
    'strong',
    'span',
    'font',
    'tspan',
  ],
]);

/**
 * The texts of an XML or HTML page: what stands between the tags, all together and by element (shown text must match
 * although deleted text stands between), and what stands in the tags: names, attributes and comments.
 * @param seen words of tags that were returned before; the parts of a package share nearly all of theirs
 * @throws AppError LEAK_DETECTED when the text declares entities of its own
 */
export function xmlTexts(xml: string, seen = new Set<string>()): string[] {
  if (/<!ENTITY/i.test(xml)) throw unreadable('XML that declares entities', 'unsupported');
  const words: string[] = [];
  const nodes = new Map<string, string>();
  const tags = new Map<string, Tag>();
  let all = '';
  let element = '';
  let gap = '';
  const addText = (text: string) => {
    all += gap + text;
    const before = nodes.get(element);
    nodes.set(element, before === undefined ? text : before + (gap === '' ? '' : '\n') + text);
    gap = '';
  };
  let position = 0;
  while (position < xml.length) {
    const open = xml.indexOf('<', position);
    if (open !== position) addText(xml.slice(position, open === -1 ? undefined : open));
    if (open === -1) break;
    const { end, data } = readTag(xml, open);
    position = end;
    if (data !== undefined) {
      if (data !== '') addText(data);
      continue;
    }
    const text = xml.slice(open, end);
    let tag = tags.get(text);
    if (tag === undefined) {
      tag = tagOf(text);
      tags.set(text, tag);
      for (const word of seen.has(text) ? [] : wordsOf(text)) {
        if (!seen.has(word)) words.push(word);
        seen.add(word);
      }
      seen.add(text);
    }
    if (!tag.isInline) gap = '\n';
    element = tag.element ?? element;
  }
  const byElement = nodes.size > 1 ? [...nodes.values()] : [];
  return [all, ...byElement, words.join('ꙮ')].filter((text) => text !== '');
}

/**
 * What a tag means, worked out once: most tags of a part are repeated, up to a hundred times. `element` is the name where
 * an element begins, empty behind its end, undefined for comments and instructions.
 */
type Tag = { isInline: boolean; element: string | undefined };

function tagOf(text: string): Tag {
  const mark = text.charAt(1);
  const start = mark === '/' ? 2 : 1;
  let end = start;
  while (end < text.length && !ENDS_NAME.has(text.charCodeAt(end))) end += 1;
  const name = text.slice(start, end);
  const isInstruction = mark === '!' || mark === '?';
  return { isInline: INLINE.has(name), element: isInstruction ? undefined : mark === '/' ? '' : name };
}

const ENDS_NAME: ReadonlySet<number> = new Set([...' \t\r\n/>'].map((char) => char.charCodeAt(0)));

/** A tag that may hold more than names and measures is searched as a whole: an address may be cut into attributes. */
const NEEDS_WHOLE = /[^\x20-\x7e\t\r\n]|&|%|\\u|^<[!?](?!xml )/;

/** Shorter values are measures and switches. */
const MIN_VALUE = 5;

/** What to search in a tag: the whole, or its name and longer values. */
function wordsOf(tag: string): string[] {
  if (NEEDS_WHOLE.test(tag)) return [tag];
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

/** Where the tag, comment or character data section at `open` ends; one that never ends takes the rest. */
function readTag(xml: string, open: number): { end: number; data?: string } {
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

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** `&#x5e78;`, `&#24184;` and the named few. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (entity, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
