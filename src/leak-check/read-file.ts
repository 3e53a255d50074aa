import { type Budget, createBudget } from './budget';
import { readContained } from './contained';
import { isEncrypted, readDocx } from './files/docx';
import { readPdf } from './pdf/read-pdf';
import { readCodes } from './pictures/codes';
import { codesInText } from './pictures/text-codes';
import { type Collector, createCollector, type Reading, toPlace, toUnread } from './reading';
import { asRefusal, unreadable } from './unreadable';

export type FileFormat = 'pdf' | 'docx';

const READERS: Record<FileFormat, (bytes: Buffer, collector: Collector) => void> = { pdf: readPdf, docx: readDocx };

/** More pictures than this are not looked at, but noted. */
const MAX_PICTURES = 500;

/**
 * Decodes a finished file by other means than it was written with: everything that any tool could read in it, codes in
 * pictures included. Words in pictures are not read.
 * @returns what was found; whatever could not be read is listed, never left out
 */
export async function readFile(bytes: Buffer, format: FileFormat): Promise<Reading> {
  const reading: Reading = { texts: [], unread: [], pictures: [] };
  const budget = createBudget();
  const collector = createCollector(budget, reading, readContained);
  const whole = { carrier: format === 'pdf' ? 'PDF 文件' : 'DOCX 文件' };
  try {
    READERS[format](bytes, collector);
    for (const found of reading.texts) {
      for (const code of codesInText(found.text, budget)) reading.pictures.push({ ...toPlace(found), ...code });
    }
  } catch (error) {
    collector.unread(whole, asRefusal(error));
  }
  await readPictures(reading, budget);
  return reading;
}

async function readPictures({ pictures, texts, unread }: Reading, budget: Budget): Promise<void> {
  const found: string[] = [];
  for (const [index, picture] of pictures.entries()) {
    const place = toPlace(picture);
    try {
      if (index >= MAX_PICTURES) throw unreadable('more pictures than a document can need', 'excessive');
      const codes = await readCodes(picture, budget);
      found.push(...codes.slice(0, 1));
      if (codes.length > 0) texts.push({ ...place, carrier: `${place.carrier}里的图形码`, text: codes.join('\n') });
    } catch (error) {
      unread.push(toUnread(place, asRefusal(error)));
    }
  }
  // A text may be cut into several codes.
  if (found.length > 1) texts.push({ carrier: '各图形码连读', text: found.join('') });
}

/** What a file is, told by its first bytes: its name proves nothing. Undefined for anything but PDF and DOCX. */
export function formatOf(bytes: Buffer): FileFormat | undefined {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (isEncrypted(bytes)) return 'docx';
  const isZip = bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
  return isZip && bytes.includes('[Content_Types].xml') && bytes.includes('word/') ? 'docx' : undefined;
}
