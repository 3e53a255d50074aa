/** How files begin once they are written in Base64: ZIP, PDF, PNG, JPEG, GIF, OLE, gzip, RTF. */
const BASE64_STARTS = ['UEsDB', 'JVBERi0', 'iVBORw0K', '/9j/', 'R0lGOD', '0M8R4K', 'H4sI', 'e1xydG'];
/**
 * Lines may be broken by blanks, entities or escapes; what has a data URI around it is found by that. A repetition with a
 * least number, or of single characters in a group, overflows the stack of regular expressions on some megabytes.
 */
const BASE64_FILE = new RegExp(
  `(?<![A-Za-z0-9+/]|;base64,)(?:${BASE64_STARTS.join('|')})[A-Za-z0-9+/=_\\s-]*(?:(?:&#x?[0-9A-Fa-f]{1,2};|\\\\[nr/])[A-Za-z0-9+/=_\\s-]*)*`,
  'g',
);
/** Shorter ones hold no file. */
const MIN_WORD = 24;
const LINE_BREAKS = /&#x?[0-9A-Fa-f]{1,2};|\\[nr]|\\(?=\/)|\s/g;

const DATA_URI = /(?<=;base64,)[A-Za-z0-9+/=\s]+/g;

/** The same in hexadecimal digits: PNG, JPEG, OLE, ZIP, PDF. Objects of Office have names before them. */
const HEX_STARTS = ['89504e47', 'ffd8ffe', 'ffd8ffdb', 'd0cf11e0', '504b0304', '255044462d'];
const HEX_FILE = new RegExp(`(?:${HEX_STARTS.join('|')})[0-9a-f\\s]*`, 'gi');

/**
 * Files that a text holds, such as the pictures of an SVG, the attachments of a mail, the document inside a JSON answer and
 * the objects of an RTF file.
 */
export function filesInText(text: string): Buffer[] {
  const files: Buffer[] = [];
  const add = (pattern: RegExp, decode: (word: string) => Buffer) => {
    for (const [word] of text.matchAll(pattern)) if (word.length >= MIN_WORD) files.push(decode(word));
  };
  if (text.includes(';base64,')) add(DATA_URI, (word) => Buffer.from(word, 'base64'));
  if (BASE64_STARTS.some((start) => text.includes(start))) {
    add(BASE64_FILE, (word) => Buffer.from(word.replace(LINE_BREAKS, ''), 'base64'));
  }
  if (HEX_STARTS.some((start) => text.includes(start) || text.includes(start.toUpperCase()))) {
    add(HEX_FILE, (word) => Buffer.from(word.replace(/\s/g, ''), 'hex'));
  }
  return files;
}
