/** A name for comparing: without width, blanks, dots and case. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·.'-]/g, '')
    .toLowerCase();
}
