import type { FileCheck, Order, Workers } from '../workers';
import { readProtected } from './protected-fields';

/**
 * Searches a PDF or DOCX from anywhere for what must not stand in it, by the means that every issued file is proved with.
 * @param request.fields what to search for, as text fields of a form: see `readProtected`
 * @throws AppError INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE for any other kind of file, and as `Workers`
 */
export function checkFile(
  { workers }: { workers: Workers },
  request: { bytes: Buffer; fields: Record<string, unknown> },
  order: Order,
): Promise<FileCheck> {
  return workers.takeTurn(order, async () => {
    const { facts, allowed } = readProtected(request.fields);
    return await workers.check({ bytes: request.bytes, facts, allowed }, order);
  });
}
