import { createBudget } from '../../src/leak-check/budget';
import { svgCodes } from '../../src/leak-check/pictures/svg';
import { stepsOf } from '../../src/leak-check/pictures/svg-path';
import { code128, qrModules } from '../leak-corpus/generate/codes';
import { docx } from '../leak-corpus/generate/docx-package';
import { withFile } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';

const modules = qrModules(ADDRESS);
const size = modules.length + 8;
/** Every dark module as an element of its own, with a margin of four. */
const each = (make: (x: number, y: number) => string) =>
  modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [make(x + 4, y + 4)] : []))).join('');
const square = (x: number, y: number) => `<rect x="${x}" y="${y}" width="1" height="1"/>`;
const svg = (body: string, entries = `viewBox="0 0 ${size} ${size}"`) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${entries}>${body}</svg>`;
const rows = modules.map((row, y) => `M4 ${y + 4.5}${row.map((dark) => (dark ? 'h1' : 'm1 0')).join('')}`).join('');

describe('a code drawn in SVG is read', () => {
  test.each([
    ['as rectangles', svg(each(square))],
    ['as rectangles with a thin edge', svg(`<g stroke="#000" stroke-width=".01">${each(square)}</g>`)],
    [
      'as circles in a style',
      svg(`<g style="fill:#000;">${each((x, y) => `<circle cx="${x + 0.5}" cy="${y + 0.5}" r=".45"/>`)}</g>`),
    ],
    ['as polygons', svg(each((x, y) => `<polygon points="${x},${y} ${x + 1},${y} ${x + 1},${y + 1} ${x},${y + 1}"/>`))],
    ['as one path', svg(`<path d="${each((x, y) => `M${x},${y}l1,0 0,1-1,0z`)}"/>`)],
    ['as a line for every row', svg(`<path fill="none" stroke="#000000" stroke-width="1" d="${rows}"/>`)],
    [
      'as one module used many times',
      svg(
        `<defs><path id="m" d="M0 0h1v1H0z"/></defs>${each((x, y) => `<use x='${x}' y='${y}' xlink:href='#m'/>`)}<use/>`,
      ),
    ],
    ['turned, moved and enlarged', svg(`<g transform="translate(5 0) rotate(10) scale(.8)">${each(square)}</g>`)],
    ['as lines', svg(each((x, y) => `<line x1="${x}" y1="${y + 0.5}" x2="${x + 1}" y2="${y + 0.5}" stroke="#000"/>`))],
    ['as ellipses', svg(each((x, y) => `<ellipse cx="${x + 0.5}" cy="${y + 0.5}" rx=".5" ry=".5"/>`))],
    [
      'as open polygons',
      svg(each((x, y) => `<polyline points="${x},${y} ${x + 1},${y} ${x + 1},${y + 1} ${x},${y + 1}"/>`)),
    ],
    [
      'as a group used many times',
      svg(
        `<symbol id="m"><rect width="1" height="1"/></symbol>${each((x, y) => `<use x="${x}" y="${y}" href="#m"/>`)}`,
      ),
    ],
    [
      'on a ground that a style sheet makes white',
      svg(
        `<style>.a{stroke:none;fill:#fff;cursor}</style><rect class="b a" width="${size}" height="${size}"/>${each(square)}`,
      ),
    ],
    [
      'on a ground in percent, below what nobody sees',
      svg(
        `<rect style="fill:rgb(100%,100%,100%)" width="${size}" height="${size}"/>${each(square)}<rect opacity="0" width="${size}" height="${size}"/><rect fill="rgb(255,255,255)" fill-opacity="0" width="${size}" height="${size}"/>`,
      ),
    ],
    ['white on black', svg(`<path d="M0 0h${size}v${size}H0z"/><g fill="#FFF">${each(square)}</g>`)],
    ['by a size alone, with a prefix', svg(each(square), `width="${size}mm"`).replace(/<(\/?)(?=[a-z])/g, '<$1svg:')],
    ['behind what it says nothing about', `</g>${svg(`<path/><g/><rect fill="white"/>${each(square)}`, '')}`],
  ])('%s', async (_, drawing) => {
    expect(await verdict('docx', docx({ 'word/media/image1.svg': drawing }))).toContain('图形码');
  });

  test('inside a page that is attached', async () => {
    const page = Buffer.concat([Buffer.from('page \xb8\n', 'latin1'), Buffer.from(svg(each(square)))]);
    expect(await verdict('pdf', withFile(page))).toContain('图形码');
    expect(await verdict('pdf', withFile(`page ${svg(each(square))}`))).toContain('图形码');
  });
});

test('a bar code in SVG is read', async () => {
  const bars = code128('01381234567890').flatMap((dark, x) => (dark ? [`<rect x="${x}" width="1" height="40"/>`] : []));
  const file = docx({ 'word/media/image1.svg': svg(bars.join(''), 'viewBox="0 0 160 40"') });
  const fact = { pointer: '/p', label: '编号', spellings: ['01381234567890'] };
  expect(await verdict('docx', file, [fact])).toContain('图形码');
});

test('a drawing without a code passes, whatever its elements say', async () => {
  const drawing = svg(
    '<path fill="none" d="M0 0h9"/><g transform="matrix() translate() scale() rotate() matrix(1 0 0 1 0 0)"><rect/></g>',
  );
  expect(await verdict('docx', docx({ 'word/media/image1.svg': drawing }))).toBe('passes');
  expect(svgCodes('<p>no drawing</p>', createBudget())).toEqual([]);
});

test('path data are followed step by step, curves as straight lines', () => {
  expect(stepsOf('5M1 2 3 4h2v-1H9V8z')).toEqual([
    ['m', 1, 2],
    ['l', 3, 4],
    ['l', 5, 4],
    ['l', 5, 3],
    ['l', 9, 3],
    ['l', 9, 8],
    ['h'],
  ]);
  expect(stepsOf('m1 1 1 1c0 0 0 0 1 1q0 0 1 1a1 1 0 0 1 1 1Z l2e0 .5')).toEqual([
    ['m', 1, 1],
    ['l', 2, 2],
    ['l', 3, 3],
    ['l', 4, 4],
    ['l', 5, 5],
    ['h'],
    ['l', 3, 1.5],
  ]);
});
