import { AppError } from '../errors';
import { findLeaks, formatOf, readFile } from '../leak-check';
import { createMatcher } from '../match';
import type { CheckFinding, CheckJob, FileCheck } from './work';

/**
 * Searches a PDF or DOCX from anywhere, by the means that every issued file is proved with.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE for any other kind of file
 */
export async function searchFile({ bytes, facts, allowed }: CheckJob): Promise<FileCheck> {
  const format = formatOf(bytes);
  if (format === undefined) {
    const detail = '请上传 PDF 或者 DOCX 文件；种类按内容识别，与文件名无关';
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'file is neither PDF nor DOCX', { detail });
  }
  const reading = await readFile(bytes, format);
  const { leaks, unread } = findLeaks(reading, createMatcher(facts, allowed));
  const findings: CheckFinding[] = [
    ...leaks.map(({ fact, confidence, ...place }) => ({
      ...{ kind: 'fact' as const, ...place, pointer: fact.pointer, fact: fact.label },
      confidence: Math.round(confidence * 100) / 100,
    })),
    ...unread.map(({ reason: _, detail, ...place }) => ({ kind: 'unreadable' as const, ...place, reason: detail })),
  ];
  return { clean: findings.length === 0, format, findings: unique(findings), pictures: reading.pictures.length };
}

function unique(findings: CheckFinding[]): CheckFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
