import { unreadable } from './unreadable';

/**
 * The texts of an XML or HTML page: what stands between the tags, all together and by element (shown text must match
 * although deleted text stands between), and the tags themselves, which hold names, attributes and comments.
 * @throws AppError LEAK_DETECTED when the text declares entities of its own
 */
export function xmlTexts(xml: string): string[] {
  if (/<!ENTITY/i.test(xml)) throw unreadable('XML that declares entities');
  const tags = new Set<string>();
  const nodes = new Map<string, string[]>();
  const all: string[] = [];
  let element = '';
  const addText = (text: string) => {
    if (text === '') return;
    all.push(text);
    const list = nodes.get(element) ?? [];
    list.push(text);
    nodes.set(element, list);
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
      tags.add(tag);
      if (!/^<[!?]/.test(tag)) element = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
    }
    position = end;
  }
  const byElement = nodes.size > 1 ? [...nodes.values()].map((texts) => texts.join('\n')) : [];
  return [all.join('\n'), ...byElement, [...tags].join('ꙮ')];
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
