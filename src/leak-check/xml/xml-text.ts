import { unreadable } from '../unreadable';
import { createLooks } from './xml-looks';
import { createTables } from './xml-tables';
import { readTag, type Tag, tagOf, wordsOf } from './xml-tags';

/**
 * The texts of an XML or HTML page: what stands between the tags, all together, by element (shown text must match
 * although deleted text stands between), without what stands beside the line or is hidden, and by the columns of tables;
 * and what stands in the tags: names, attributes and comments.
 * @param seen words of tags that were returned before; the parts of a package share nearly all of theirs
 * @throws AppError LEAK_DETECTED when the text declares entities of its own
 */
export function xmlTexts(source: string, seen = new Set<string>()): string[] {
  const xml = inUsualNames(source);
  if (/<!ENTITY/i.test(xml)) throw unreadable('XML that declares entities', 'unsupported');
  const words: string[] = [];
  const nodes = createNodes();
  const tags = new Map<string, Tag>();
  const series = new Map<string, string[]>();
  let position = 0;
  while (position < xml.length) {
    const open = xml.indexOf('<', position);
    if (open !== position) nodes.text(xml.slice(position, open === -1 ? undefined : open));
    if (open === -1) break;
    const { end, data } = readTag(xml, open);
    position = end;
    if (data !== undefined) {
      if (data !== '') nodes.text(data);
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
    nodes.tag(tag);
    for (const [key, value] of tag.series) {
      const list = series.get(key);
      if (list === undefined) series.set(key, [value]);
      else list.push(value);
    }
  }
  return [...nodes.texts(), words.join('ꙮ'), seriesText(series)].filter((text) => text !== '');
}

/** How a part of Word names its elements: nearly always `w`, but any other prefix, or none, means the same. */
const WORD_NAMES =
  /xmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/;

/** The same part with the prefix `w`. */
function inUsualNames(xml: string): string {
  if (xml.includes('<w:') || !xml.includes('wordprocessingml')) return xml;
  const found = WORD_NAMES.exec(xml);
  if (found === null) return xml;
  const [, prefix] = found;
  if (prefix === undefined) return xml.replace(/(<\/?)(?=[A-Za-z]\w*[\s/>])/g, '$1w:');
  const name = prefix.replaceAll('.', '\\.');
  return xml.replace(new RegExp(`(</?|\\s)${name}:(?=\\w)`, 'g'), '$1w:');
}

type Nodes = { text(text: string): void; tag(tag: Tag): void; texts(): string[] };

/**
 * A text that grows with the page; `line` is the one on which it ends. `joins` are the line breaks between characters that
 * stand each in an element of its own.
 */
type Flow = { all: string; line: number; isLone: boolean; joins: number[] };

const newFlow = (line: number): Flow => ({ all: '', line, isLone: false, joins: [] });

function addTo(flow: Flow, text: string, line: number): void {
  if (flow.isLone && isBetweenTags(text)) return;
  const isLone = text.length === 1 && text !== ' ';
  if (flow.line !== line) {
    if (isLone && flow.isLone) flow.joins.push(flow.all.length);
    flow.all += '\n';
  }
  flow.all += text;
  flow.isLone = isLone;
  flow.line = line;
}

/** How programs set the elements of a file apart for people. */
const isBetweenTags = (text: string) => text.includes('\n') && text.trim() === '';

/** So many in a row are no chance: a word or number was cut into its characters. */
const MIN_JOINS = 4;

/** The text, and the same with single characters put together: digits on lines of their own are different numbers. */
function readingsOfFlow({ all, joins }: Flow): string[] {
  if (joins.length < MIN_JOINS) return [all];
  let joined = '';
  let from = 0;
  for (const at of joins) {
    joined += all.slice(from, at);
    from = at + 1;
  }
  return [all, joined + all.slice(from)];
}

function createNodes(): Nodes {
  const whole = newFlow(0);
  const main = newFlow(0);
  const asides = new Map<string, Flow>();
  const byElement = new Map<string, Flow>();
  const tables = createTables();
  const looks = createLooks();
  let line = 0;
  let element = '';
  let isInFormat = false;
  const open: string[] = [];
  let isHidden = false;

  const flowOf = (flows: Map<string, Flow>, key: string) => {
    const flow = flows.get(key) ?? newFlow(line);
    flows.set(key, flow);
    return flow;
  };
  const turn = (kind: Tag['kind']) => {
    if (kind !== 'empty') add(kind === 'start' ? '\u202e' : '\u202c');
  };
  const add = (text: string) => {
    addTo(whole, text, line);
    const aside = open[0] ?? (isHidden ? 'w:vanish' : undefined);
    addTo(aside === undefined ? main : flowOf(asides, aside), text, line);
    addTo(flowOf(byElement, element), text, line);
    if (aside === undefined) tables.text(text);
    looks.text(text);
  };

  return {
    text: add,
    tag(tag) {
      const { effect, kind, symbol } = tag;
      if (tag.name === 'w:rPr') isInFormat = kind === 'start';
      // Whatever stands in the format of a run, it breaks no line.
      if (!tag.isInline && !isInFormat) line += 1;
      looks.tag(tag);
      element = tag.element ?? element;
      if (effect === 'run') isHidden = false;
      else if (effect === 'hide') isHidden = true;
      else if (effect === 'aside' && kind === 'start') open.push(tag.name);
      else if (effect === 'aside' && kind === 'end') open.pop();
      else if (effect === 'turn') turn(kind);
      tables.tag(tag);
      if (symbol !== undefined) add(symbol);
    },
    texts() {
      const elements = byElement.size > 1 ? [...byElement.values()] : [];
      const parted = asides.size === 0 ? [] : [main, ...asides.values()];
      const flows = [whole, ...elements, ...parted].flatMap(readingsOfFlow);
      return [...new Set([...flows, ...tables.texts(), ...looks.texts()])];
    },
  };
}

/** Attributes of one name, as elements that follow each other state them. */
function seriesText(series: ReadonlyMap<string, readonly string[]>): string {
  const lists = [...series.values()].filter((list) => list.length > 1 && list.some((value) => MAY_BE_TEXT.test(value)));
  const joined = lists.map((list) => {
    const flow = newFlow(0);
    for (const [line, value] of list.entries()) addTo(flow, value, line);
    return readingsOfFlow(flow).join('\nꙮ\n');
  });
  return joined.join('\nꙮ\n');
}

const MAY_BE_TEXT = /[^\x20-\x7e]|&#/;
