import type { CarrierText } from './assert-no-leak';
import { readDocx } from './docx';
import { readPdf } from './pdf/read-pdf';

/** Decodes a finished file by other means than it was written with. */
type Reader = (bytes: Buffer) => CarrierText[];

/** One reader per format that can be issued. */
export const readers = { pdf: readPdf, docx: readDocx } as const satisfies Record<string, Reader>;
