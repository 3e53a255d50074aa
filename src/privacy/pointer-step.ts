import { toPointer } from '../schema';

/** Names of fields and places in lists, each as a step of a pointer: a few hundred, and all are needed for every copy. */
const steps = new Map<string | number, string>();

/** What one key adds to the JSON Pointer of what holds it. */
export function stepTo(key: string | number): string {
  const step = steps.get(key) ?? toPointer([key]);
  steps.set(key, step);
  return step;
}
