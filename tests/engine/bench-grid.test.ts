import { linesOf, readGrid } from '../../bench/inspect/grid';

const LEFT = (28 * 72) / 25.4;
const CELL = ((156 / 28) * 72) / 25.4;
const PITCH = ((225 / 22) * 72) / 25.4;

type Setting = { characters: number; pitch: number };

/** What poppler prints for one page of full lines. */
function page({ characters, pitch }: Setting): string {
  const width = 28 * CELL;
  const words = Array.from({ length: 5 }, (_, line) => {
    const y = 105 + line * pitch;
    const box = `xMin="${LEFT}" yMin="${y}" xMax="${LEFT + width}" yMax="${y + 15}"`;
    return `<word ${box}>${'国'.repeat(characters)}</word>`;
  });
  return ['<page width="595" height="842">', ...words, '</page>'].join('\n');
}

describe('grid of a finished page', () => {
  it('accepts 28 characters on lines of 225/22 mm', () => {
    expect(readGrid(linesOf(page({ characters: 28, pitch: PITCH })))).toMatchObject({ perLine: 28, isRight: true });
  });

  it.each([
    ['27 characters', { characters: 27, pitch: PITCH }],
    ['lines 0.2 mm too far apart', { characters: 28, pitch: PITCH + 0.57 }],
    ['lines of one and a half', { characters: 28, pitch: 24 }],
  ])('refuses %s', (_, setting) => {
    expect(readGrid(linesOf(page(setting))).isRight).toBe(false);
  });

  it('joins the words of a line from left to right, whatever the order in which they are found', () => {
    const words = [
      '<page>',
      '<word xMin="200" yMin="100" xMax="300" yMax="116">二</word>',
      '<word xMin="80" yMin="101" xMax="199" yMax="115">一</word>',
      '<word xMin="80" yMin="130" xMax="199" yMax="146">三</word>',
    ];
    expect(linesOf(words.join('\n')).map(({ text, xMin, xMax }) => [text, xMin, xMax])).toEqual([
      ['一二', 80, 300],
      ['三', 80, 199],
    ]);
  });

  it('counts nothing on a page without full lines', () => {
    expect(readGrid([])).toMatchObject({ perLine: 0, isRight: false });
  });
});
