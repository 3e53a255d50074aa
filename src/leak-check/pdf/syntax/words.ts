import { STANDARD_NAMES } from '../fonts/standard-names';

/** Operators and the words around objects (ISO 32000-1, annex A and 7.3). */
const KEYWORDS =
  `R obj endobj stream endstream xref startxref trailer true false null f n B B* b b* BDC BMC BT BX c cm CS cs
d d0 d1 Do DP EI EMC ET EX f* F G g gs h i ID j J K k l M m MP q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ
TL Tm Tr Ts Tw Tz v w W W* y begincmap endcmap beginbfrange endbfrange beginbfchar endbfchar begincodespacerange
endcodespacerange def begin end dict findresource defineresource currentdict pop F1 F2 F3 F4 F5`.split(/\s+/);

const LONGEST = 32;
const SLOTS = 1 << 12;
const KNOWN: string[] = Array(SLOTS).fill('');
for (const word of [...STANDARD_NAMES, ...KEYWORDS]) KNOWN[slotOf(Buffer.from(word, 'latin1'), 0, word.length)] = word;

function slotOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = (hash * 33 + (bytes[at] as number)) | 0;
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}

/**
 * Bytes as Latin-1 letters. Nearly all words of a file are among a few hundred: those are not made anew, which would take
 * five times as long. Nothing from a file is kept.
 */
export function wordAt(bytes: Buffer, from: number, to: number): string {
  const length = to - from;
  if (length > LONGEST) return bytes.toString('latin1', from, to);
  const known = KNOWN[slotOf(bytes, from, to)] as string;
  let same = known.length === length ? 0 : -1;
  while (same >= 0 && same < length) same = known.charCodeAt(same) === bytes[from + same] ? same + 1 : -1;
  return same === length ? known : bytes.toString('latin1', from, to);
}
