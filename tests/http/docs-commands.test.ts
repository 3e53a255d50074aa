import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { openService, type TestService } from '../support/open-service';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

const run = promisify(execFile);

let service: TestService;
const server = createServer((request, response) => void service.app(request, response));
beforeAll(async () => {
  service = await openService();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await service.close();
});

describe('docs/integration.md', () => {
  it('shows commands that work as they stand, one after the other', async () => {
    const folder = temporaryFolder();
    symlinkSync(path.join(ROOT, 'samples'), path.join(folder, 'samples'));
    const text = readFileSync(path.join(ROOT, 'docs', 'integration.md'), 'utf8');
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
    expect(blocks).toHaveLength(5);
    const { port } = server.address() as AddressInfo;
    const commands = blocks.join('\n').replaceAll(':8080', `:${port}`);
    // An answer that is a problem must end the script.
    const script = `set -euo pipefail\ncurl() { command curl --fail-with-body "$@"; }\n${commands}`;
    const { stdout } = await run('bash', ['-c', script], { cwd: folder });
    const read = (name: string) => readFileSync(path.join(folder, name));
    const { number } = JSON.parse(read('issued.json').toString()) as { number: string };
    expect(read('headers.txt').toString()).toContain(`Anshu-Document-Number: ${number}\r\n`);
    expect(read('headers.txt').toString()).toContain('Idempotency-Replayed: true');
    for (const name of ['preview.pdf', 'letter.pdf']) expect(read(name).subarray(0, 5).toString()).toBe('%PDF-');
    for (const said of ['"valid":true', '"decision":"withhold"', '"status":"voided"', '"clean":true']) {
      expect(stdout).toContain(said);
    }
  });
});
