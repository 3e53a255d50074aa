// Without `in-process`: it brings fonts and writers, which the service leaves to its threads.
export { type OpenWorkers, openWorkers, WORKER_EVENTS } from './open-workers';
export { busyUntil } from './schedule';
export { type FileCheck, LANES, type Lane, type Order, type Workers } from './work';
