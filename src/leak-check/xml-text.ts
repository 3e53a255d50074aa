import { unreadable } from './unreadable';

/** Tags that do not end a word: runs of text and their format. Anything else begins a new line. */
const INLINE =
  /^<\/?(?:w:(?:r|t|delText|rPr|rFonts|b|bCs|i|iCs|u|sz|szCs|color|lang|spacing|kern|position|highlight|shd|w|noProof|proofErr|ins|smartTag|bookmarkStart|bookmarkEnd)|a:(?:r|t|rPr)|b|i|u|em|strong|span|font|tspan)(?=[\s/>])/;

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
  let all = '';
  let element = '';
  let gap = '';
  const addText = (text: string) => {
    if (text === '') return;
    all += gap + text;
    const before = nodes.get(element);
    nodes.set(element, before === undefined ? text : before + (gap === '' ? '' : '\n') + text);
    gap = '';
  };
  let position = 0;
  while (position < xml.length) {
    const open = xml.indexOf('<', position);
    addText(xml.slice(position, open === -1 ? undefined : open));
    if (open === -1) break;
    const { end, data } = readTag(xml, open);
    const tag = xml.slice(open, end);
    if (data !== undefined) addText(data);
    else {
      if (!INLINE.test(tag)) gap = '\n';
      if (!/^<[!?]/.test(tag)) element = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
      for (const word of seen.has(tag) ? [] : wordsOf(tag)) {
        if (!seen.has(word)) words.push(word);
        seen.add(word);
      }
      seen.add(tag);
    }
    position = end;
  }
  const byElement = nodes.size > 1 ? [...nodes.values()] : [];
  return [all, ...byElement, words.join('ꙮ')].filter((text) => text !== '');
}

/** A tag that may hold more than names and measures is searched as a whole: an address may be cut into attributes. */
const NEEDS_WHOLE = /[^\x20-\x7e\t\r\n]|&|%|\\u|^<[!?](?!xml )/;

/** Shorter values are measures and switches. */
const MIN_VALUE = 5;

/** What to search in a tag: the whole, or its name and longer values. */
function wordsOf(tag: string): string[] {
  if (NEEDS_WHOLE.test(tag)) return [tag];
  const values = [...tag.matchAll(/=\s*("[^"]*"|'[^']*')/g)].map(([, quoted]) => String(quoted).slice(1, -1));
  return [tag.replace(/=\s*(?:"[^"]*"|'[^']*')/g, ''), ...values.filter((value) => value.length >= MIN_VALUE)];
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
