/** The process of one engine: opens it, then answers the requests of the benchmark one after the other. */
import { ENGINES } from '../engines';
import { descendantsOf, memoryBelowMb, ownPeakMb } from './processes';
import type { Measure, Reply, Request } from './protocol';
import { perform } from './tasks';

const WATCH_MS = 100;

/** Largest memory of the programs that the engine started, watched from outside. */
let peakBelowMb = 0;

async function serve(id: string): Promise<void> {
  const engine = ENGINES.find((candidate) => candidate.id === id);
  if (engine === undefined) throw new Error(`no engine ${id}`);
  const { open } = await engine.load();
  const renderer = await open();
  // A program that the engine keeps open or starts for each document; the others have nothing below them.
  const watch = setInterval(() => {
    if (engine.program !== undefined) peakBelowMb = Math.max(peakBelowMb, memoryBelowMb());
  }, WATCH_MS);
  process.on('message', async (request: Request) => {
    if (request.kind === 'close') {
      clearInterval(watch);
      await renderer.close?.();
      process.disconnect();
      return;
    }
    reply(request.kind === 'memory' ? { ok: true, value: memory() } : await attempt(() => perform(renderer, request)));
  });
  // Without its parent nobody will ever close it.
  process.on('disconnect', () => {
    for (const pid of descendantsOf(process.pid)) process.kill(pid);
    process.exit();
  });
  reply({ ok: true, value: memory() });
}

function memory(): Measure {
  return { wallMs: [], cpuMs: 0, totalMs: 0, bytes: 0, peakMb: peakBelowMb > 0 ? peakBelowMb : ownPeakMb() };
}

async function attempt(task: () => Promise<Measure>): Promise<Reply> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function reply(message: Reply): void {
  process.send?.(message);
}

serve(process.argv[2] ?? '').catch((error: unknown) => {
  reply({ ok: false, message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
