import { fromGb18030, fromUtf16Be } from '../bytes/encodings';

// No least number before a repetition: on some megabytes it overflows the stack of regular expressions.

/** Chinese text that mail and old programs write in plain letters: how it shows, and how a run of it is read. */
const ENCODINGS: { mark: string; run: RegExp; read(run: string): string }[] = [
  // UTF-7 (RFC 2152) and its form for the names of mailboxes (RFC 3501, 5.1.3).
  { mark: '+', run: /\+([A-Za-z0-9+/]{3}[A-Za-z0-9+/]*)-?/g, read: fromBase64 },
  { mark: '&', run: /&([A-Za-z0-9+,]{3}[A-Za-z0-9+,]*)-/g, read: (run) => fromBase64(run.replaceAll(',', '/')) },
  // HZ (RFC 1843).
  { mark: '~{', run: /~\{([!-~]+?)~\}/g, read: fromGb },
  // ISO 2022 of mainland China (RFC 1922) and of Japan (RFC 1468).
  { mark: '\x0e', run: /(?:\x1b\$\)A)?\x0e([!-~]+)\x0f?/g, read: fromGb },
  { mark: '\x1b$A', run: /\x1b\$A([!-~]+)(?:\x1b\([BJ])?/g, read: fromGb },
  { mark: '\x1b$B', run: /\x1b\$[@B]([!-~]+)(?:\x1b\([BJ])?/g, read: fromJis },
];

/** The lines with such runs, decoded as far as they are Chinese then: one reading for each way that finds any. */
export function decodeSevenBit(text: string): string[] {
  const readings: string[] = [];
  for (const { mark, run, read } of ENCODINGS) {
    if (!text.includes(mark)) continue;
    const decode = (line: string) =>
      line.replace(run, (whole, inside: string) => {
        const shown = read(inside);
        return IS_CHINESE.test(shown) ? shown : whole;
      });
    const lines = text.split('\n').flatMap((line) => {
      const decoded = line.includes(mark) ? decode(line) : line;
      return decoded === line ? [] : [decoded];
    });
    if (lines.length > 0) readings.push(lines.join('\n'));
  }
  return readings;
}

const IS_CHINESE = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+$/u;

/** Units of UTF-16; what is left of the last one is filled with zeros. */
function fromBase64(run: string): string {
  const bytes = Buffer.from(run, 'base64');
  return fromUtf16Be(bytes.subarray(0, bytes.length & ~1));
}

const withHighBits = (run: string) => Buffer.from(run, 'latin1').map((byte) => byte | 0x80);

function fromGb(run: string): string {
  return fromGb18030(withHighBits(run));
}

const EUC_JP = new TextDecoder('euc-jp');

function fromJis(run: string): string {
  return EUC_JP.decode(withHighBits(run));
}
