import { AppError } from '../errors';
import { type FileFormat, findLeaks, formatOf, type Place, readFile } from '../leak-check';
import { readProtected } from './protected-fields';

/** Where a fact stands, or what could not be read; never the value or the text around it. */
export type CheckFinding = Place &
  ({ kind: 'fact'; pointer: string; fact: string; confidence: number } | { kind: 'unreadable'; reason: string });

export type FileCheck = {
  /** Whether nothing was found and everything could be read. */
  clean: boolean;
  format: FileFormat;
  findings: CheckFinding[];
  /** Pictures were searched for codes, but nobody reads the words in them. */
  pictures: number;
};

/**
 * Searches a PDF or DOCX from anywhere for what must not stand in it, by the means that every issued file is proved with.
 * @param request.fields what to search for, as text fields of a form: see `readProtected`
 * @throws AppError INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE for any other kind of file
 */
export async function checkFile(request: { bytes: Buffer; fields: Record<string, unknown> }): Promise<FileCheck> {
  const { facts, allowed } = readProtected(request.fields);
  const format = formatOf(request.bytes);
  if (format === undefined) {
    const detail = '请上传 PDF 或者 DOCX 文件；种类按内容识别，与文件名无关';
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'file is neither PDF nor DOCX', { detail });
  }
  const reading = await readFile(request.bytes, format);
  const { leaks, unread } = findLeaks(reading, facts, allowed);
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
