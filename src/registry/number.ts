/**
 * Document numbers: AS20261121-7K3MQ-0ZB4T-XR.
 * The middle is random because anybody may ask whether a number is genuine: consecutive numbers could be enumerated,
 * and the answers (kind, issuer, date) would tell an abuser that protection papers exist, and at which court or station
 * the victim now asks for help. 2^50 possibilities a day leave nothing to guess.
 */

/** Crockford's base 32: no I, L, O, U, so nothing is misread from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^AS(\d{8})-([0-9A-HJKMNP-TV-Z]{5})-([0-9A-HJKMNP-TV-Z]{5})-([0-9A-HJKMNP-TV-Z]{2})$/;

/** 10 characters of 5 bits; 7 bytes hold 56. */
const RANDOM_BYTES = 7;
const RANDOM_BITS = 50n;

/** The largest prime that two base-32 characters can hold, and a primitive root of it: every place has its own weight. */
const MODULUS = 1021;
const RADIX = 10;

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

export type RandomSource = (size: number) => Buffer;

/** Makes a number for the Beijing day of `now`. It is not yet known to be unused. */
export function makeNumber(now: Date, randomBytes: RandomSource): string {
  const day = new Date(now.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const random = toBase32(BigInt(`0x${randomBytes(RANDOM_BYTES).toString('hex')}`) & ((1n << RANDOM_BITS) - 1n));
  return `AS${day}-${random.slice(0, 5)}-${random.slice(5)}-${checkCharacters(day + random)}`;
}

/**
 * The number that a person means who typed it from paper: small letters, full width, spaces for hyphens or none at all, and
 * the letters that the alphabet leaves out because they look like digits.
 */
export function readNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, '');
  const [, day, first, second, check] = /^AS(\d{8})([0-9A-Z]{5})([0-9A-Z]{5})([0-9A-Z]{2})$/.exec(plain) ?? [];
  if (day === undefined) return text;
  const read = (part = '') => part.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return `AS${day}-${read(first)}-${read(second)}-${read(check)}`;
}

/** Whether a text has the form of a number and its check characters fit: any mistyped or swapped character shows. */
export function isWellFormedNumber(text: string): boolean {
  const [, day = '', first = '', second = '', check] = FORM.exec(text) ?? [];
  return check !== undefined && checkCharacters(day + first + second) === check;
}

function toBase32(value: bigint): string {
  return [...value.toString(2).padStart(Number(RANDOM_BITS), '0').matchAll(/.{5}/g)]
    .map(([bits]) => ALPHABET[Number.parseInt(bits, 2)])
    .join('');
}

/** As in ISO 7064: a weighted sum modulo a prime sees every single wrong character and every swap of two. */
function checkCharacters(text: string): string {
  const sum = [...text].reduce((total, char) => (total * RADIX + ALPHABET.indexOf(char) + 1) % MODULUS, 0);
  return `${ALPHABET[sum >> 5]}${ALPHABET[sum & 31]}`;
}
