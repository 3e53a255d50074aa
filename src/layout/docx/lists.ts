/**
 * Real lists (ECMA-376 17.9): the numbers of 一、二、三、 and of headings are counted by the reader's program, so that a
 * clerk who puts in another item need not renumber the rest. What is printed stays the same to the letter.
 */
import type { Block, Inline } from '../../model';
import { CELL } from './measures';

/** Each kind counts on its own: items and first headings as 一、, second headings as （一）. */
export type ListKind = 'item' | 'heading1' | 'heading2';

/** The list that a block belongs to, and the number at its beginning, which the list writes in its stead. */
export type ListItem = { list: number; marker: string };

export type Lists = {
  /** Kind of every list, the first list first. */
  kinds: ListKind[];
  items: ReadonlyMap<Block, ListItem>;
};

const MARKERS: Record<ListKind, { before: string; after: string }> = {
  item: { before: '', after: '、' },
  heading1: { before: '', after: '、' },
  heading2: { before: '（', after: '）' },
};
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LARGEST = 99;

/** By these Word tells lists apart when text is copied into another document; without them it joins them (17.9.15). */
const LIST_IDS: Record<ListKind, string> = { item: '1A5E0001', heading1: '1A5E0002', heading2: '1A5E0003' };

/** First lines stand in by two characters, in twips. */
const INDENT = 2 * CELL;

type OpenList = { kind: ListKind; blocks: Block[] };

/** Finds the lists of a document: blocks of one kind that begin with 一, 二, 三 in turn; one item is no list. */
export function findLists(blocks: readonly Block[]): Lists {
  const lists: OpenList[] = [];
  const open = new Map<ListKind, OpenList>();
  for (const block of blocks) {
    const kind = kindOf(block);
    if (kind === undefined) continue;
    const last = open.get(kind);
    if (last !== undefined && startsWith(block, markerOf(kind, last.blocks.length + 1))) {
      last.blocks.push(block);
    } else if (startsWith(block, markerOf(kind, 1))) {
      const list = { kind, blocks: [block] };
      lists.push(list);
      open.set(kind, list);
    }
  }
  const real = lists.filter((list) => list.blocks.length > 1);
  const items = real.flatMap(({ kind, blocks: members }, list) =>
    members.map((block, index) => [block, { list, marker: markerOf(kind, index + 1) ?? '' }] as const),
  );
  return { kinds: real.map(({ kind }) => kind), items: new Map(items) };
}

/** Content without the number that its list writes. */
export function withoutMarker(content: readonly Inline[], marker: string): Inline[] {
  const [first, ...rest] = content;
  if (first === undefined || first.kind === 'blank') return [...content];
  return [{ ...first, text: first.text.slice(marker.length) }, ...rest];
}

function kindOf(block: Block): ListKind | undefined {
  if (block.kind === 'heading') return block.level === 1 ? 'heading1' : 'heading2';
  return block.kind === 'paragraph' && (block.align ?? 'left') === 'left' && block.indent !== 0 ? 'item' : undefined;
}

function startsWith(block: Block, marker: string | undefined): boolean {
  if (marker === undefined) return false;
  if (block.kind === 'heading') return block.text.startsWith(marker);
  const [first] = block.kind === 'paragraph' ? block.content : [];
  return first?.kind === 'text' && first.face === undefined && first.text.startsWith(marker);
}

/** A list ends at 99: Word counts on in its own way, and no instrument goes so far. */
function markerOf(kind: ListKind, number: number): string | undefined {
  const { before, after } = MARKERS[kind];
  return number > LARGEST ? undefined : `${before}${countingNumber(number)}${after}`;
}

/** 一, 十, 十一, 二十, 二十一: as Word counts with chineseCountingThousand. */
function countingNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${DIGITS[number % 10]}`;
}

/**
 * The part `word/numbering.xml`. Faces are those of the numbered paragraph; its indent is said again, because LibreOffice
 * takes none for the level as an indent of nothing.
 * @param kinds kind of every list, in the order of their numbers
 */
export function numberingPart(kinds: readonly ListKind[]): string {
  const names = ['item', 'heading1', 'heading2'] as const;
  const all = names.map((name, index) => {
    const { before, after } = MARKERS[name];
    return (
      `<w:abstractNum w:abstractNumId="${index}"><w:nsid w:val="${LIST_IDS[name]}"/><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
      `<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="${before}%1${after}"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="0" w:firstLine="${INDENT}"/></w:pPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl></w:abstractNum>`
    );
  });
  const lists = kinds.map(
    (kind, index) =>
      `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${names.indexOf(kind)}"/>` +
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  );
  return `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${all.join('')}${lists.join('')}</w:numbering>`;
}
