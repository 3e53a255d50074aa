export { isWellFormedNumber } from './number';
export { openRegistry, type RegistryOptions } from './open-registry';
export type { Entry, Idempotency, Registry, Reservation, Seal } from './registry';
