import type { Block, DocumentModel } from '../../src/model';
import { paragraph } from './ruling';

const SENTENCE =
  '申请人提交的证据能够相互印证，足以认定申请人遭受家庭暴力的事实存在较大可能性，被申请人在公安机关出具告诫书后仍跟踪、威胁申请人，应当给予特殊保护。';
/** Characters of one full page of running text: 22 lines of 28. */
const PAGE_CHARACTERS = 616;
/** The 3,755 common characters of GB 2312 level 1, which every face draws: rows 16 to 55 of 94 cells. */
const COMMON = new TextDecoder('gb18030')
  .decode(
    Uint8Array.from({ length: 40 * 94 * 2 }, (_, byte) =>
      byte % 2 === 0 ? 0xb0 + Math.floor(byte / 188) : 0xa1 + ((byte >> 1) % 94),
    ),
  )
  .slice(0, 3755);

function document(blocks: Block[]): DocumentModel {
  return { title: '增长测量', pageNumbers: true, blocks };
}

/** Plain narrative without a protected fact. `offset` is where in its sentence it begins. */
export function runningText(characters: number, offset: number): string {
  const turned = SENTENCE.slice(offset % SENTENCE.length) + SENTENCE;
  return turned.repeat(Math.ceil(characters / turned.length)).slice(0, characters);
}

/** `pages` pages, each of its own paragraphs and ended by a page break. `index` makes documents differ. */
export function manyPages(pages: number, index: number): DocumentModel {
  return document(
    Array.from({ length: pages }, (_, page): Block[] => [
      ...(page === 0 ? [] : [{ kind: 'page-break' } as const]),
      paragraph(`第${index}件第${page}页。${runningText(560, page + index)}`),
    ]).flat(),
  );
}

/** One page with `characters` characters in one paragraph. */
export function manyCharacters(characters: number, index: number): DocumentModel {
  return document([paragraph(`第${index}件。${runningText(characters, index)}`)]);
}

/** Always the same length, made of `distinct` different characters. */
export function manyDistinct(distinct: number, index: number): DocumentModel {
  const length = 4 * PAGE_CHARACTERS;
  const characters = Array.from({ length }, (_, place) => COMMON[(place * 7 + index) % distinct]);
  return document([paragraph(characters.join(''))]);
}

/** A table of `rows` rows of three cells under a repeated header row. */
export function manyRows(rows: number, index: number): DocumentModel {
  const cell = (text: string) => ({ content: [[{ kind: 'text' as const, text }]] });
  const header = ['序号', '时间', '情况'].map((text) => ({ ...cell(text), label: true }));
  const body = Array.from({ length: rows }, (_, row) => ({
    cells: [cell(String(row + 1)), cell(`2026年11月${(row % 28) + 1}日`), cell(runningText(20, row + index))],
  }));
  return document([{ kind: 'table', columns: [20, 46, 90], headerRows: 1, rows: [{ cells: header }, ...body] }]);
}
