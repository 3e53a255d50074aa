import { AppError } from '../errors';
import type { Matcher } from '../match';
import { findLeaks } from './find-leaks';
import type { Place, Reading } from './reading';

const MAX_NAMED = 20;

/**
 * Refuses a document that states a protected fact, however it is written, or that holds what cannot be read.
 * @param reading what was read in a file, or texts alone
 * @param matcher prepared once for all texts and the file of a document
 * @throws AppError LEAK_DETECTED that names places and labels of facts, never a value
 */
export function assertNoLeak(
  { texts, unread = [] }: Pick<Reading, 'texts'> & Partial<Reading>,
  matcher: Matcher,
): void {
  if (matcher.facts.length === 0) return;
  const found = findLeaks({ texts, unread }, matcher);
  if (found.leaks.length > 0) {
    const places = new Set(found.leaks.map((leak) => `${describePlace(leak)}：${leak.fact.label}`));
    const named = [...places].slice(0, MAX_NAMED).join('；');
    throw new AppError('LEAK_DETECTED', `protected facts found: ${named}`, {
      detail: `文书中检出依法不得载明的信息（${named}）`,
    });
  }
  const [first] = found.unread;
  if (first === undefined) return;
  throw new AppError('LEAK_DETECTED', `unreadable: ${first.reason} (${describePlace(first)})`, {
    detail: '成品文件含有无法解读的部分，按泄露处理',
  });
}

function describePlace({ carrier, page, object }: Place): string {
  const where = [...(page === undefined ? [] : [`第 ${page} 页`]), ...(object === undefined ? [] : [`对象 ${object}`])];
  return where.length === 0 ? carrier : `${carrier}（${where.join('，')}）`;
}
