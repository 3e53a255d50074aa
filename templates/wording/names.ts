/**
 * The names of several persons, parted by 顿号. A name that may not be stated is replaced by 等 at the end; nothing is
 * printed when no name may be stated, so that `申请人` stands alone.
 */
export function nameList(persons: readonly { name?: string | undefined }[] | undefined): string {
  const names = (persons ?? []).flatMap(({ name }) => name ?? []);
  if (names.length === 0) return '';
  return `${names.join('、')}${names.length < (persons?.length ?? 0) ? '等' : ''}`;
}
