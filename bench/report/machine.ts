import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import type { Engine } from '../engines/engine';
import { read } from '../inspect/commands';

/** Version of an installed npm package; undefined when it is not installed. */
export function packageVersion(name: string): string | undefined {
  try {
    const file = join(resolve('node_modules'), name, 'package.json');
    const { version }: { version?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

/** What an engine is made of, and in which versions; or why it cannot run here. */
export function versionsOf({ packages, program }: Engine): { versions: string } | { absent: string } {
  const found: string[] = [];
  for (const name of packages) {
    const version = packageVersion(name);
    if (version === undefined) return { absent: `npm package ${name} is not installed` };
    found.push(`${name} ${version}`);
  }
  if (program !== undefined) {
    const output = read(program.command, program.args);
    if (output === undefined) return { absent: `program ${program.command} cannot be run` };
    found.push(/[A-Za-z]+ [\d.]+/.exec(output)?.[0] ?? program.command);
  }
  return { versions: found.join(', ') };
}

/** Cores, memory, system and load, without a name of the machine. */
export function machineLines(): string[] {
  const [cpu] = cpus();
  return [
    `${availableParallelism()} cores (${cpu?.model ?? 'unknown processor'}), ${Math.round(totalmem() / 1024 ** 3)} GB of memory`,
    `Linux ${release().split('-')[0]}, Node ${process.versions.node}`,
    `load average at the start: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')} (1 means one core is busy all the time)`,
  ];
}
