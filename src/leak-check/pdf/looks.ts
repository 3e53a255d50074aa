import { type Chunk, touches } from './show-text';

/** Points within which two texts stand on one line. */
const NEAR = 3;

const isOneLine = (one: Chunk, other: Chunk) => Math.abs(one.end.y - other.start.y) <= NEAR;
const looksAlike = (one: Chunk, other: Chunk) => one.look === other.look && one.size === other.size;

type Flow = { text: string; last: Chunk; turn: number; isParted: boolean };

/**
 * What is drawn in one way, where something drawn in another way stands in the middle of its line: letters in white, of no
 * size or on a hidden layer part a text for programs, but not for people. One text for each way that is parted like this.
 */
export function textsByLook(drawn: readonly Chunk[]): string[] {
  const chunks = drawn.filter(({ text }) => text.trim() !== '');
  const isOther = (chunk: Chunk, index: number) => {
    const before = chunks[index - 1];
    return before !== undefined && isOneLine(before, chunk) && !looksAlike(before, chunk);
  };
  // Nearly every page has one look in each of its lines.
  if (!chunks.some(isOther)) return [];
  const flows = new Map<string, Flow>();
  for (const [turn, chunk] of chunks.entries()) {
    const key = `${chunk.size} ${chunk.look}`;
    const flow = flows.get(key);
    if (flow === undefined) flows.set(key, { text: chunk.text, last: chunk, turn, isParted: false });
    else addTo(flow, chunk, turn);
  }
  return [...flows.values()].filter(({ isParted }) => isParted).map(({ text }) => text);
}

function addTo(flow: Flow, chunk: Chunk, turn: number): void {
  const isParted = flow.turn !== turn - 1 && isOneLine(flow.last, chunk);
  flow.text += (isParted || touches(flow.last, chunk) ? '' : '\n') + chunk.text;
  flow.isParted ||= isParted;
  flow.last = chunk;
  flow.turn = turn;
}
