import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in (USER_HZ); the same on every machine that Node runs on. */
const TICKS_PER_SECOND = 100;

type Stat = { parent: number; ticks: number; reapedTicks: number };

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in parentheses and may hold anything; what follows it is regular (proc(5), fields 4, 14–17).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    return { parent: field(4), ticks: field(14) + field(15), reapedTicks: field(16) + field(17) };
  } catch {
    return undefined;
  }
}

/** All processes below `root`, without it. */
export function descendantsOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? readStat(pid)?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const visit = (pid: number): void => {
    for (const child of children.get(pid) ?? []) {
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** Processor time of this process, of everything below it, and of what has ended below it, in ms. */
export function cpuTimeMs(): number {
  const own = process.cpuUsage();
  const below = descendantsOf(process.pid).map(readStat);
  const ended = readStat(process.pid)?.reapedTicks ?? 0;
  const ticks = below.reduce((sum, stat) => sum + (stat === undefined ? 0 : stat.ticks + stat.reapedTicks), ended);
  return (own.user + own.system) / 1000 + (ticks * 1000) / TICKS_PER_SECOND;
}

/** Largest memory this process ever held, in MB. */
export function ownPeakMb(): number {
  return readKb('/proc/self/status', 'VmHWM') / 1024;
}

/** Memory this process holds now, in MB. */
export function ownMemoryMb(): number {
  return readKb('/proc/self/status', 'VmRSS') / 1024;
}

/** Memory of the processes below this one, in MB, what they share counted once. */
export function memoryBelowMb(): number {
  return descendantsOf(process.pid).reduce((sum, pid) => sum + readKb(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1024;
}

export function openDescriptors(): number {
  return readdirSync('/proc/self/fd').length;
}

function readKb(file: string, field: string): number {
  try {
    const match = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'latin1'));
    return Number(match?.[1] ?? 0);
  } catch {
    return 0;
  }
}
