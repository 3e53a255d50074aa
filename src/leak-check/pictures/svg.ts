import type { Budget } from '../budget';
import { drawnCodes } from '../drawing/drawn-codes';
import { concat, type Matrix, toMatrix } from '../drawing/matrix';
import { createPainter, type Painter, type Shape } from '../drawing/painter';
import type { PdfValue } from '../pdf/syntax/values';
import type { Drawing } from '../reading';
import { stepsOf } from './svg-path';

const TAG = /<(\/?)(?:[\w-]+:)?(svg|g|symbol|rect|circle|ellipse|line|path|polygon|polyline|use)(?=[\s/>])([^<>]*)>/g;
/** Names are read from their beginning only: from every letter on, a long one would take the square of its length. */
const ATTRIBUTE = /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A rule of a style sheet for the elements of a class. */
const RULE = /\.([\w-]+)\s*\{([^{}]*)\}/g;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** The longer side that a drawing is brought to, in points: whatever is nearly as large is a frame, anything else a module. */
const SIDE = 95;

/** What is handed down from an element to those inside it: where they stand, and how they are painted. */
type Style = { matrix: Matrix; fill: string; stroke: string; width: number; id?: string | undefined };

type Attributes = Record<string, string>;

/**
 * The codes that a drawing in SVG shows with rectangles, circles and paths, as the usual writers of codes do. Text in a
 * drawing is read as that of any XML.
 */
export function svgCodes(xml: string, budget: Budget): Drawing[] {
  if (!xml.includes('<svg') && !xml.includes(':svg')) return [];
  budget.spendOnSyntax(xml.length);
  const shapes: Shape[] = [];
  const painter = createPainter(shapes);
  const paths = new Map<string, string>();
  const rules = new Map([...xml.matchAll(RULE)].map(([, name, body]) => [String(name), declared(String(body))]));
  const open: Style[] = [{ matrix: [1, 0, 0, -1, 0, 0], fill: 'black', stroke: 'none', width: 1 }];
  for (const [, slash, word, rest] of xml.matchAll(TAG)) {
    const [name, inside] = [String(word), String(rest)];
    const isGroup = name === 'g' || name === 'svg' || name === 'symbol';
    if (slash !== '') {
      if (isGroup && open.length > 1) open.pop();
      continue;
    }
    const attributes = attributesOf(inside, rules);
    const outer = open.at(-1) as Style;
    const style = styleOf(attributes, name === 'svg' ? { ...outer, matrix: fitted(attributes, outer.matrix) } : outer);
    if (isGroup) {
      if (!inside.endsWith('/')) open.push({ ...style, id: attributes.id });
      continue;
    }
    const data = name === 'use' ? paths.get(target(attributes)) : pathOf(name, attributes);
    if (data === undefined) continue;
    if (attributes.id !== undefined) paths.set(attributes.id, data);
    // What stands in a group is used by the name of the group.
    if (outer.id !== undefined && name !== 'use') paths.set(outer.id, (paths.get(outer.id) ?? '') + data);
    paint(data, name === 'use' ? moved(style, attributes) : style, painter);
  }
  return drawnCodes(shapes);
}

/** @param rules what the style sheet says of each class */
function attributesOf(text: string, rules: ReadonlyMap<string, Attributes>): Attributes {
  const attributes: Attributes = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) attributes[String(name)] = String(double ?? single);
  for (const name of attributes.class?.split(/\s+/) ?? []) Object.assign(attributes, rules.get(name));
  return Object.assign(attributes, declared(attributes.style ?? ''));
}

/** What is painted, and how: nothing else of a style matters. */
const PAINTED: ReadonlySet<string> = new Set([
  ...['fill', 'stroke', 'stroke-width', 'opacity', 'fill-opacity', 'transform'],
]);

function declared(style: string): Attributes {
  const pairs = style.split(';').map((part): [string, string] => {
    const [name, value] = part.split(':');
    return [String(name).trim(), String(value).trim()];
  });
  return Object.fromEntries(pairs.filter(([name]) => PAINTED.has(name)));
}

const numbersIn = (text: string | undefined) => (text?.match(NUMBER) ?? []).map(Number);
const numberOf = (attributes: Attributes, name: string) => numbersIn(attributes[name])[0] ?? 0;
const target = (attributes: Attributes) => (attributes.href ?? attributes['xlink:href'] ?? '').replace('#', '');

function styleOf(attributes: Attributes, { matrix, fill, stroke, width }: Style): Style {
  return {
    matrix: concat(transformOf(attributes.transform), matrix),
    fill: isUnseen(attributes) ? 'none' : (attributes.fill ?? fill),
    stroke: attributes.stroke ?? stroke,
    width: numbersIn(attributes['stroke-width'])[0] ?? width,
  };
}

const isUnseen = (attributes: Attributes) => [attributes.opacity, attributes['fill-opacity']].includes('0');

function moved(style: Style, attributes: Attributes): Style {
  const place: Matrix = [1, 0, 0, 1, numberOf(attributes, 'x'), numberOf(attributes, 'y')];
  return { ...style, matrix: concat(place, style.matrix) };
}

/** Brings the drawing to its usual size by what it says of its own. */
function fitted(attributes: Attributes, matrix: Matrix): Matrix {
  const [, , width = 0, height = 0] = numbersIn(attributes.viewBox);
  const side = Math.max(width, height) || Math.max(numberOf(attributes, 'width'), numberOf(attributes, 'height'));
  const scale = side > 0 ? SIDE / side : 1;
  return concat([scale, 0, 0, scale, 0, 0], matrix);
}

const TRANSFORMS = {
  matrix: (numbers: number[]): Matrix => toMatrix(numbers),
  translate: ([x = 0, y = 0]: number[]): Matrix => [1, 0, 0, 1, x, y],
  scale: ([x = 1, y = x]: number[]): Matrix => [x, 0, 0, y, 0, 0],
  rotate([degrees = 0]: number[]): Matrix {
    const angle = (degrees * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
  },
};

/** The last of several comes first. */
function transformOf(text: string | undefined): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, numbers] of text?.matchAll(/(matrix|translate|scale|rotate)\s*\(([^()]*)\)/g) ?? []) {
    matrix = concat(TRANSFORMS[name as keyof typeof TRANSFORMS](numbersIn(numbers)), matrix);
  }
  return matrix;
}

/** The outline of an element as path data; a circle or an ellipse as the rectangle around it. */
function pathOf(name: string, attributes: Attributes): string | undefined {
  const read = (key: string) => numberOf(attributes, key);
  if (name === 'path') return attributes.d;
  if (name.startsWith('poly')) return `M${attributes.points}Z`;
  if (name === 'line') return `M${read('x1')} ${read('y1')}L${read('x2')} ${read('y2')}`;
  if (name === 'rect') return square(read('x'), read('y'), read('width'), read('height'));
  const [across, up] = name === 'circle' ? [read('r'), read('r')] : [read('rx'), read('ry')];
  return square(read('cx') - across, read('cy') - up, 2 * across, 2 * up);
}

const square = (x: number, y: number, width: number, height: number) => `M${x} ${y}h${width}v${height}h${-width}z`;

function paint(data: string, { matrix, fill, stroke, width }: Style, painter: Painter): void {
  const operate = (operator: string, ...operands: number[]) =>
    painter.operate(
      operator,
      operands.map((value): PdfValue => ({ kind: 'number', value })),
      matrix,
    );
  const hasStroke = stroke !== 'none';
  if (fill === 'none' && !hasStroke) return;
  operate('g', ...greyOf(fill));
  operate('G', ...greyOf(stroke));
  operate('w', width);
  for (const [operator, ...operands] of stepsOf(data)) operate(operator, ...operands);
  operate(fill === 'none' ? 'S' : hasStroke ? 'B' : 'f');
}

/** How light a colour is: white and those in numbers by what they say, any other counts as black. */
function greyOf(colour: string): [number] {
  if (/^white$/i.test(colour)) return [1];
  const [red = 0, green = 0, blue = 0] = partsOf(colour);
  return [0.299 * red + 0.587 * green + 0.114 * blue];
}

/** Red, green and blue from 0 to 1: `rgb(0, 64, 255)`, `rgb(0%, 25%, 100%)`, `#04f` or `#0040ff`. */
function partsOf(colour: string): number[] {
  const top = colour.includes('%') ? 100 : 255;
  if (/^rgb\(/i.test(colour)) return numbersIn(colour).map((part) => part / top);
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1] ?? '';
  const digits = hex.length / 3;
  const part = (index: number) => Number.parseInt(hex.slice(index * digits, (index + 1) * digits), 16);
  return digits === 0 ? [] : [0, 1, 2].map((index) => part(index) / (16 ** digits - 1));
}
