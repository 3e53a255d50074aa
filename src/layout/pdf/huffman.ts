/** Canonical Huffman codes as deflate wants them (RFC 1951, 3.2.2). */
export type Huffman = {
  /** Bits of each symbol's code; 0 for a symbol that has none. */
  lengths: Uint8Array;
  /** The codes, first bit lowest: the order in which they are written. */
  codes: Uint16Array;
};

type Node = { weight: number; symbol: number; left?: Node; right?: Node };

/**
 * The shortest code in which no symbol takes more than `limit` bits.
 * @param weights how often each symbol occurs; at least two must occur
 */
export function createHuffman(weights: number[], limit: number): Huffman {
  let scaled = weights;
  for (;;) {
    const lengths = codeLengths(scaled);
    if (Math.max(...lengths) <= limit) return { lengths, codes: canonicalCodes(lengths) };
    // Flatter weights give a shorter tree; the loss is far below a per cent.
    scaled = scaled.map((weight) => Math.ceil(weight / 2));
  }
}

function codeLengths(weights: number[]): Uint8Array {
  const nodes: Node[] = weights.map((weight, symbol) => ({ weight, symbol })).filter(({ weight }) => weight > 0);
  // Highest weight first: the two lightest are taken from the end. Equal weights keep the order of their symbols.
  nodes.sort((first, second) => second.weight - first.weight || first.symbol - second.symbol);
  for (let [right, left] = [nodes.pop(), nodes.pop()]; left !== undefined && right !== undefined; ) {
    const joined: Node = { weight: left.weight + right.weight, symbol: -1, left, right };
    const place = nodes.findLastIndex(({ weight }) => weight >= joined.weight) + 1;
    nodes.splice(place, 0, joined);
    if (nodes.length === 1) break;
    [right, left] = [nodes.pop(), nodes.pop()];
  }
  const lengths = new Uint8Array(weights.length);
  const walk = ({ symbol, left, right }: Node, depth: number): void => {
    if (left === undefined || right === undefined) {
      lengths[symbol] = depth;
      return;
    }
    walk(left, depth + 1);
    walk(right, depth + 1);
  };
  for (const root of nodes) walk(root, 0);
  return lengths;
}

function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= Math.max(...lengths); length += 1) {
    next <<= 1;
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      codes[symbol] = reverse(next, length);
      next += 1;
    }
  }
  return codes;
}

function reverse(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit += 1) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
  return reversed;
}
