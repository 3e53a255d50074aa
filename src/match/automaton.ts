/** Finds many patterns in one pass (Aho and Corasick 1975): time grows with the text and the number of finds only. */
export type Automaton<T> = {
  search(codes: Uint16Array, length: number, report: (payload: T, from: number, to: number) => void): void;
};

type Output<T> = { size: number; payload: T };

/** @param patterns rows of codes and what each stands for; an empty row is never found */
export function createAutomaton<T>(patterns: readonly { codes: readonly number[]; payload: T }[]): Automaton<T> {
  // Edges of all states in one map, keyed by state and code.
  const edges = new Map<number, number>();
  const outputs: Output<T>[][] = [[]];
  const parents: { state: number; code: number }[] = [{ state: 0, code: 0 }];
  for (const { codes, payload } of patterns) {
    if (codes.length === 0) continue;
    let state = 0;
    for (const code of codes) {
      const key = state * 0x10000 + code;
      let next = edges.get(key);
      if (next === undefined) {
        next = outputs.length;
        edges.set(key, next);
        outputs.push([]);
        parents.push({ state, code });
      }
      state = next;
    }
    outputs[state]?.push({ size: codes.length, payload });
  }
  const { fails, hits } = linkStates({ edges, outputs, parents });
  const firsts = new Set([...edges.keys()].filter((key) => key < 0x10000));
  return {
    search(codes, length, report) {
      if (outputs.length === 1) return;
      let state = 0;
      for (let index = 0; index < length; index += 1) {
        const code = codes[index] ?? 0;
        if (state === 0 && !firsts.has(code)) continue;
        let next = edges.get(state * 0x10000 + code);
        while (next === undefined && state !== 0) {
          state = fails[state] ?? 0;
          next = edges.get(state * 0x10000 + code);
        }
        state = next ?? 0;
        for (let hit = hits[state] ?? 0; hit !== 0; hit = hits[fails[hit] ?? 0] ?? 0) {
          for (const { size, payload } of outputs[hit] ?? []) report(payload, index + 1 - size, index + 1);
        }
      }
    },
  };
}

type Trie<T> = {
  edges: Map<number, number>;
  outputs: Output<T>[][];
  parents: { state: number; code: number }[];
};

/** Where to go on after a mismatch, and for every state the nearest one on that way that reports something. */
function linkStates<T>({ edges, outputs, parents }: Trie<T>): { fails: Int32Array; hits: Int32Array } {
  const depth = new Int32Array(outputs.length);
  for (let state = 1; state < outputs.length; state += 1) depth[state] = (depth[parents[state]?.state ?? 0] ?? 0) + 1;
  const order = Array.from({ length: outputs.length }, (_, state) => state).sort(
    (one, other) => (depth[one] ?? 0) - (depth[other] ?? 0),
  );
  const fails = new Int32Array(outputs.length);
  const hits = new Int32Array(outputs.length);
  for (const state of order) {
    if (state === 0) continue;
    const { state: parent, code } = parents[state] ?? { state: 0, code: 0 };
    let back = parent;
    let fail: number | undefined;
    while (back !== 0 && fail === undefined) {
      back = fails[back] ?? 0;
      fail = edges.get(back * 0x10000 + code);
    }
    fails[state] = fail ?? 0;
    hits[state] = (outputs[state]?.length ?? 0) > 0 ? state : (hits[fails[state] ?? 0] ?? 0);
  }
  return { fails, hits };
}
