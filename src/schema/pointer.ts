/** JSON Pointers (RFC 6901): how every error, notice and item names a place in the case. */

export type Path = readonly (string | number)[];

/** `['service', 2]` to `/service/2`. */
export function toPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `/service/2` to `['service', '2']`; undefined when it is not a pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const parts = pointer.slice(1).split('/');
  // No field of a case has such a name, and the checks follow hundreds of pointers.
  if (!pointer.includes('~')) return parts;
  if (/~[^01]|~$/.test(pointer)) return undefined;
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value a pointer names, or undefined. Never walks into inherited properties. */
export function readPointer(root: unknown, pointer: string): unknown {
  const parts = parsePointer(pointer);
  if (parts === undefined) return undefined;
  let value = root;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** Only plain names are repeated in an answer: a key made up by the caller could itself hold what must not be shown. */
export function isHarmlessKey(key: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{0,31}$/.test(key);
}
