export { isWellFormedNumber, readNumber } from './number';
export { openRegistry } from './open-registry';
export type { Entry, Registry, Reservation } from './registry';
