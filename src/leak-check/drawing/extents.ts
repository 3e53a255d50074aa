/** A half-open range of bytes. */
export type Extent = [start: number, end: number];

/** The same ranges, sorted and without overlap. */
export function merge(extents: Extent[]): Extent[] {
  const merged: Extent[] = [];
  for (const [start, end] of extents.toSorted(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** @param merged as `merge` returns them */
export function isCovered(at: number, merged: Extent[]): boolean {
  return merged.some(([start, end]) => start <= at && at < end);
}

const LINE_BREAK = Buffer.from('\n');

/** What is left of `bytes`, a line break in place of each range. */
export function without(bytes: Buffer, merged: Extent[]): Buffer {
  const kept: Buffer[] = [];
  let position = 0;
  for (const [start, end] of merged) {
    kept.push(bytes.subarray(position, start), LINE_BREAK);
    position = end;
  }
  return Buffer.concat([...kept, bytes.subarray(position)]);
}
