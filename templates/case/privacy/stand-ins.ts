import type { LeafFact } from '../../../src/authoring';

/**
 * What somebody who helped is called where the name may not stand. Who reported is not told apart from who knew: even
 * that would point at one person.
 */
export function roleOfInformant({ owners, pointer }: LeafFact): string {
  if (pointer.startsWith('/service/')) return '见证人';
  if (pointer.startsWith('/warning/')) return '到场人员';
  return (owners[1] as { role?: string }).role === 'witness' ? '证人' : '知情人';
}
