/**
 * A second process on a registry: opens the directory, reserves a number, prints it and waits to be killed.
 * Prints the error message instead when the directory is refused.
 */
import { openRegistry } from '../../src/registry';

const [dataDir = '', key = ''] = process.argv.slice(2);

try {
  const registry = openRegistry({ dataDir, clock: () => new Date() });
  const idempotency = { key, fingerprint: 'fingerprint' };
  const { number } = registry.reserve({
    instrument: 'form',
    audience: 'file',
    format: 'pdf',
    templateHash: 'hash',
    idempotency,
  });
  console.log(`reserved ${number}`);
  setInterval(() => registry.check(), 60_000);
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message : ''}`);
}
