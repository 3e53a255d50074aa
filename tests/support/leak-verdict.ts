import { AppError } from '../../src/errors';
import { assertNoLeak, type FileFormat, type Reading, readFile } from '../../src/leak-check';
import { createMatcher, type ProtectedFact } from '../../src/match';

export const ADDRESS = '幸福路88号2幢301室';

/** The address as a case states it, part by part. */
export const FACTS: ProtectedFact[] = [
  {
    pointer: '/x',
    label: '现住所',
    spellings: [],
    address: { road: '幸福路', number: '88号', building: '2幢', room: '301室' },
  },
];

/** `passes`, or what the operator reads: the places, or what was unreadable. */
export async function verdict(format: FileFormat, file: Buffer, facts = FACTS): Promise<string> {
  return judge(await readFile(file, format), facts);
}

export function judge(reading: Pick<Reading, 'texts'> & Partial<Reading>, facts = FACTS): string {
  try {
    assertNoLeak(reading, createMatcher(facts));
  } catch (error) {
    if (error instanceof AppError && error.code === 'LEAK_DETECTED') return error.message;
    throw error;
  }
  return 'passes';
}

/** What is read on the pages of a PDF, in drawing order. */
export async function pageText(file: Buffer): Promise<string | undefined> {
  const { texts } = await readFile(file, 'pdf');
  return texts.find(({ carrier }) => carrier === 'PDF 页面文字')?.text;
}
