import type { ProtectedFact } from '../../src/match';
import { varyBy } from './variation';

const FACTS = 30;

/**
 * What the finished file is searched for: thirty facts with two spellings each, none of which is in the document. Made
 * anew for each document, because in the service each case has its own.
 * @param index number of the document
 */
export function makeFacts(index: number): ProtectedFact[] {
  const { number } = varyBy(index + 1_000_000);
  return Array.from({ length: FACTS }, (_, place): ProtectedFact => {
    const [road, door, phone] = [number(100, 999), number(10, 99), number(10_000_000, 99_999_999)];
    const spellings =
      place % 3 === 0
        ? [`139${phone}`, `139 ${String(phone).slice(0, 4)} ${String(phone).slice(4)}`]
        : [`梧桐苑${road}号${door}幢`, `梧桐苑${road}号`];
    return { pointer: `/victims/${place}/residence/current`, label: `申请人的联系方式${place + 1}`, spellings };
  });
}
