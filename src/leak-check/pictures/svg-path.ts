import { numberAt } from '../bytes/bytes';

/** A path step as PDF would write it: its operator and, in the units of the drawing, its operands. */
export type Step = [operator: 'm' | 'l' | 'h', ...operands: number[]];

const TOKEN = /([a-zA-Z])|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** How many numbers a command takes (SVG 2, 9.3); the last two of each are where it goes. */
const OPERANDS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** The steps of path data, curves as straight lines: codes have none but round corners. */
export function stepsOf(data: string): Step[] {
  const steps: Step[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let command = '';
  let numbers: number[] = [];
  const go = (operator: 'm' | 'l', toX: number, toY: number) => {
    [x, y] = [toX, toY];
    if (operator === 'm') [startX, startY] = [x, y];
    steps.push([operator, x, y]);
  };
  const run = () => {
    const [fromX, fromY] = command === command.toLowerCase() ? [x, y] : [0, 0];
    const kind = command.toUpperCase();
    const [before, last] = [numberAt(numbers, numbers.length - 2), numberAt(numbers, numbers.length - 1)];
    if (kind === 'H') go('l', fromX + last, y);
    else if (kind === 'V') go('l', x, fromY + last);
    else go(kind === 'M' ? 'm' : 'l', fromX + before, fromY + last);
    // Further pairs behind the first of a move are lines.
    if (kind === 'M') command = command === 'm' ? 'l' : 'L';
    numbers = [];
  };
  for (const [token, letter] of data.matchAll(TOKEN)) {
    if (letter === undefined) {
      numbers.push(Number(token));
      if (numbers.length === OPERANDS[command.toUpperCase()]) run();
      continue;
    }
    numbers = [];
    command = letter;
    if (letter !== 'z' && letter !== 'Z') continue;
    [x, y] = [startX, startY];
    steps.push(['h']);
  }
  return steps;
}
