import type PDFDocument from 'pdfmake/js/PDFDocument';
import type { Face } from '../compose/font-metrics';
import type { CodeItem, Owner, Page, RuleItem, TextItem } from '../compose/page-items';
import { mmToPt, PAGE } from '../page';
import { number } from './numbers';
import type { Element } from './structure';

/** The name a face has in the resources, and how its texts are encoded. */
export type PageFont = { name: string; encode(text: string, half?: boolean): string };

export type ContentOptions = {
  font: (face: Face) => PageFont;
  /** The face that draws a character, and its advance in em. */
  draw: (character: string, wanted: Face) => { face: Face; em: number };
  elementOf: (owner: Owner) => Element;
  /** Stores a code as an image; the name it has in the resources. */
  image: (code: CodeItem) => string;
};

type Text = { face: Face | undefined; size: number; spacing: number };

const HEIGHT = mmToPt(PAGE.height);
/** Light grey, so that black text over it stays readable on a photocopy; opaque, as PDF/A-2b viewers print it. */
const WATERMARK_GREY = 0.85;

/**
 * Draws a page in PDF coordinates: watermark, rules, then text and verification code in reading order. Everything
 * belongs to a structure element or is marked as an artifact.
 */
export function drawPage(document: PDFDocument, page: Page, options: ContentOptions): void {
  const draw = (operators: string[]) => {
    document.addContent(operators.join('\n'));
    document.endMarkedContent();
  };
  const state: Text = { face: undefined, size: 0, spacing: 0 };
  if (page.watermark !== undefined) {
    document.markContent('Artifact', { type: 'Pagination' });
    draw(drawWatermark(page.watermark, options));
  }
  const rules = page.items.filter((item) => item.kind === 'rule');
  if (rules.length > 0) {
    document.markContent('Artifact', { type: 'Layout' });
    draw(drawRules(rules));
  }
  for (const items of groupByOwner(page)) {
    const owner = items[0]?.owner;
    if (owner === undefined) document.markContent('Artifact', { type: 'Pagination' });
    else {
      const element = options.elementOf(owner);
      element.content.push(document.markStructureContent(element.type));
      const code = items.find((item) => item.kind === 'code');
      if (code !== undefined) element.box = [code.x, HEIGHT - code.y - code.size, code.x + code.size, HEIGHT - code.y];
    }
    draw([...drawTexts(items, state, options), ...drawCodes(items, options)]);
  }
}

type OwnedItem = TextItem | CodeItem;

/** Neighbours that belong to the same block, cell or line. */
function groupByOwner(page: Page): OwnedItem[][] {
  const groups: OwnedItem[][] = [];
  for (const item of page.items) {
    if (item.kind === 'rule') continue;
    const group = groups.at(-1);
    if (group !== undefined && isSameOwner(group[0]?.owner, item.owner)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

function isSameOwner(first: Owner | undefined, second: Owner | undefined): boolean {
  return first?.block === second?.block && first?.row === second?.row && first?.cell === second?.cell;
}

function drawTexts(items: OwnedItem[], state: Text, { font }: ContentOptions): string[] {
  const texts = items.filter((item) => item.kind === 'text');
  if (texts.length === 0) return [];
  const out = ['BT'];
  // What the reader adds up: rounding errors must not grow along the page.
  let [x, y] = [0, 0];
  for (const item of texts) {
    const { name, encode } = font(item.face);
    if (item.face !== state.face || item.size !== state.size) out.push(`/${name} ${number(item.size)} Tf`);
    const spacing = Math.round(item.spacing * 1000) / 1000;
    if (spacing !== state.spacing) out.push(`${number(spacing)} Tc`);
    Object.assign(state, { face: item.face, size: item.size, spacing });
    const dx = Math.round((item.x - x) * 1000) / 1000;
    const dy = Math.round((HEIGHT - item.baseline - y) * 1000) / 1000;
    x += dx;
    y += dy;
    out.push(`${number(dx)} ${number(dy)} Td<${encode(item.text, item.half)}>Tj`);
  }
  out.push('ET');
  return out;
}

function drawCodes(items: OwnedItem[], { image }: ContentOptions): string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'code') return [];
    const { x, y, size } = item;
    const matrix = `${number(size)} 0 0 ${number(size)} ${number(x)} ${number(HEIGHT - y - size)}`;
    return [`q ${matrix} cm/${image(item)} Do Q`];
  });
}

function drawRules(rules: RuleItem[]): string[] {
  const out: string[] = [];
  let thickness: number | undefined;
  let dash: number | undefined;
  for (const rule of rules) {
    if (rule.thickness !== thickness) out.push(`${number(rule.thickness)} w`);
    if (rule.dash !== dash) out.push(rule.dash === undefined ? '[]0 d' : `[${number(rule.dash)}]0 d`);
    ({ thickness, dash } = rule);
    const { x1, y1, x2, y2 } = rule;
    out.push(`${number(x1)} ${number(HEIGHT - y1)} m ${number(x2)} ${number(HEIGHT - y2)} l S`);
  }
  return out;
}

/** Across the middle of the page, behind everything else. */
function drawWatermark(
  { text, face, size, angle }: NonNullable<Page['watermark']>,
  { font, draw }: ContentOptions,
): string[] {
  const characters = [...text].map((character) => ({ character, ...draw(character, face) }));
  const width = characters.reduce((sum, { em }) => sum + em * size, 0);
  const radians = (-angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  // The em box stands in the middle: its baseline is 0.38 em below it.
  const [along, below] = [width / 2, 0.38 * size];
  const x = mmToPt(PAGE.width) / 2 - along * cos + below * sin;
  const y = HEIGHT / 2 - along * sin - below * cos;
  const shown = characters.map(({ character, face: own }) => {
    const { name, encode } = font(own);
    return `/${name} ${number(size)} Tf<${encode(character)}>Tj`;
  });
  const matrix = [cos, sin, -sin, cos].map((value) => value.toFixed(5)).join(' ');
  return [`q ${WATERMARK_GREY} g BT ${matrix} ${number(x)} ${number(y)} Tm`, ...shown, 'ET Q'];
}
