import { fork } from 'node:child_process';
import { join } from 'node:path';
import { FLAGS } from '../../scripts/bundle/started-service';
import type { Measure, Reply, Request } from './protocol';

/** An engine in its own process. */
export type EngineProcess = {
  /** @throws Error with the engine's own message when it refuses or fails */
  ask(request: Exclude<Request, { kind: 'close' }>): Promise<Measure>;
  /** Ends the process and everything that it started. */
  close(): Promise<void>;
};

/** How long an engine may take to end by itself. */
const CLOSE_MS = 10_000;
/** One request: the longest are ten thousand documents. An engine that hangs is ended, not waited for. */
const ASK_MS = 60_000;
const ENDURE_MS = 1_800_000;

/** @throws Error when the engine cannot be opened */
export async function startEngine(id: string): Promise<EngineProcess> {
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
  // As the service is started, and the same for every engine. Left alone, a pause of some seconds shrinks V8's young generation
  // to 1 MB: the next hundred documents then pay for four small collections each, which is what would be measured.
  const child = fork(join(__dirname, 'child.js'), [id], { execArgv: [...FLAGS], stdio: [...stdio] });
  const next = (limitMs: number): Promise<Measure> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => child.kill('SIGKILL'), limitMs);
      const onExit = () => {
        clearTimeout(late);
        reject(new Error(`no answer within ${limitMs / 1000} s, or its process ended`));
      };
      child.once('exit', onExit);
      child.once('message', (reply: Reply) => {
        clearTimeout(late);
        child.off('exit', onExit);
        if (reply.ok) resolve(reply.value);
        else reject(new Error(reply.message));
      });
    });
  await next(ASK_MS).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    ask: (request) => {
      const answer = next(request.kind === 'endure' ? ENDURE_MS : ASK_MS);
      child.send(request);
      return answer;
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send({ kind: 'close' } satisfies Request);
      const late = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
