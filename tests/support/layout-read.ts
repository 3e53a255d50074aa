import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import type { Page, PageItem, TextItem } from '../../src/layout/compose/page-items';
import { temporaryFolder } from './temporary-folder';

/** Runs a command-line reader on a PDF; `FILE` in the arguments stands for its path. */
export function readPdf(pdf: Buffer, command: string, args: string[]): string {
  const folder = temporaryFolder();
  const file = join(folder, 'document.pdf');
  writeFileSync(file, pdf);
  return execFileSync(
    command,
    args.map((arg) => (arg === 'FILE' ? file : arg)),
    { encoding: 'utf8' },
  );
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

export type Word = { page: number; text: string; xMin: number; yMin: number; xMax: number; yMax: number };

/** Words with their boxes in pt, as poppler finds them. */
export function wordBoxes(pdf: Buffer): Word[] {
  let page = 0;
  const words: Word[] = [];
  for (const line of readPdf(pdf, 'pdftotext', ['-bbox', 'FILE', '-']).split('\n')) {
    if (line.includes('<page ')) page += 1;
    const match = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (match === null) continue;
    const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = match.slice(1, 5).map(Number);
    words.push({ page, text: match[5] ?? '', xMin, yMin, xMax, yMax });
  }
  return words;
}

export function textItems(items: PageItem[]): TextItem[] {
  return items.filter((item) => item.kind === 'text');
}

/** Lines of a page from top to bottom, text that shares a baseline joined from left to right. */
export function pageLines(page: Page): string[] {
  const lines = new Map<number, TextItem[]>();
  for (const item of textItems(page.items)) {
    const key = Math.round(item.baseline * 10);
    lines.set(key, [...(lines.get(key) ?? []), item]);
  }
  return [...lines]
    .sort(([first], [second]) => first - second)
    .map(([, items]) =>
      items
        .sort((first, second) => first.x - second.x)
        .map((item) => item.text)
        .join(''),
    );
}

/** Right edge of a run in pt: where its last glyph's cell ends. */
export function rightEdge({ text, face, half, size, x, spacing }: TextItem, metrics: FontMetrics): number {
  const characters = [...text];
  const advance = characters.reduce((sum, character) => sum + metrics.draw(character, face).em * size, 0);
  return x + (half ? advance / 2 : advance) + spacing * (characters.length - 1);
}
