import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openService, sampleCase } from './open-service';
import { readRegister } from './register';
import { ROOT } from './root';
import { temporaryFolder } from './temporary-folder';

export type Answer = { status: number; code: string | undefined; headers: Headers; bytes: Buffer };

type Call = { lane?: 'batch'; key?: string; signal?: AbortSignal };

/** The service on workers that suffer the faults a paper names, behind a real port. */
export async function openFaultyService(env: Record<string, string>) {
  const service = await openService({ env, workerFile: path.join(ROOT, 'tests', 'support', 'faulty-worker.ts') });
  const server = createServer(service.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function call(url: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${base}${url}`, { method: 'POST', ...init });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isProblem = response.headers.get('Content-Type')?.includes('problem') ?? false;
    const { code } = isProblem ? (JSON.parse(bytes.toString()) as { code: string }) : { code: undefined };
    return { status: response.status, code, headers: response.headers, bytes };
  }

  return {
    ...service,
    base,
    /** Issues a ruling whose findings name the fault. */
    issue: (fault = '', { lane, key, signal }: Call = {}) =>
      call('/v1/documents', {
        body: JSON.stringify(ruling(fault)),
        headers: {
          'Content-Type': 'application/json',
          ...(lane === undefined ? {} : { Priority: 'u=6' }),
          ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        },
        ...(signal === undefined ? {} : { signal }),
      }),
    /** Has a file searched that names the fault. */
    check: (fault: string) => {
      const body = new FormData();
      body.set('address', '幸福路88号2幢301室');
      body.set('file', new Blob([`%PDF-1.4\n${fault}`]), 'paper.pdf');
      return call('/v1/leak-checks', { body });
    },
    metrics: async () => (await fetch(`${base}/metrics`)).text(),
    readRegister: () => readRegister(service.dataDir),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
    },
  };
}

function ruling(fault: string): object {
  const matter = sampleCase();
  const { order } = matter as { order: object };
  const findings = `经审查查明，双方系夫妻。${fault}`;
  return { instrument: 'protection-order', case: { ...matter, order: { ...order, findings } }, audience: 'respondent' };
}

/** A fault that lasts until the gate is opened. */
export function makeGate(): { fault: string; open(): void } {
  const file = path.join(temporaryFolder(), 'gate');
  return { fault: `故障等候${file}。`, open: () => writeFileSync(file, '') };
}

/** Waits until something holds, for half a minute at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 3_000) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
