import { GAP } from '../text/fold';
import { codesOf, type Units } from '../text/units';
import { WEIGHTS } from '../weights';
import type { Address, Name } from './address-fact';
import type { NameToken, Token } from './address-groups';
import { alikes } from './sound-alikes';

const SHORTEST_NAME = 3;
/** Of a shorter name, too little is left when one more is missing. */
const SHORTEST_SHORTENED = 4;
/** Without one of these a name is that of another road: 人民西路 and 人民路. */
const TELLING = new Set([...'东南西北中上下前后大小新老一二三四五六七八九十'].map((char) => char.charCodeAt(0)));

type Around = { units: Units; own: ReadonlySet<Token>; names: readonly NameToken[] };

/**
 * Names mistyped more than once (兴符路), with two characters exchanged (福幸路), one doubled (幸福福路) or one left out,
 * directly before a number of the same address. Such a name says so little that two of the address's numbers must stand
 * beside it.
 */
export function findSlips(address: Address, { units, own, names }: Around): NameToken[] {
  if (own.size === 0) return [];
  const known = address.names.flatMap((name) => {
    const codes = name.kind === 'region' ? [] : codesOf(name.text);
    return codes.length < SHORTEST_NAME ? [] : [{ name, codes }];
  });
  const ends = new Set(names.map(({ to }) => to));
  const found: NameToken[] = [];
  // 津丰家园严侨终路43号: before a name that was found, another mistyped one may stand.
  const places = [...own, ...names].map(({ from }) => from);
  for (let next = 0; next < places.length; next += 1) {
    const to = places[next] ?? 0;
    if (ends.has(to) || ((units.gaps[to] ?? 0) & (GAP.stop | GAP.cell)) !== 0) continue;
    ends.add(to);
    for (const { name, codes } of known) {
      const length = slipLength(codes, { units, to });
      if (length === 0) continue;
      found.push({ from: to - length, to, name: asSlip(name), script: 'han' });
      places.push(to - length);
    }
  }
  return found;
}

const asSlip = (name: Name): Name => ({ ...name, weight: WEIGHTS.slip });

/** How many units before a place are a mistyped name; 0 when they are something else. */
function slipLength(name: readonly number[], { units, to }: { units: Units; to: number }): number {
  // The last character says what the name is of (路, 苑): it stays.
  if (units.codes[to - 1] !== name.at(-1)) return 0;
  for (const length of [name.length, name.length + 1, name.length - 1]) {
    if (to < length) continue;
    const text = units.codes.subarray(to - length, to);
    if (
      length > name.length
        ? isDoubled(text, name)
        : length < name.length
          ? isShortened(text, name)
          : isAlike(text, name)
    )
      return length;
  }
  return 0;
}

function isAlike(text: Uint16Array, name: readonly number[]): boolean {
  const wrong = name.flatMap((code, at) => (text[at] === code ? [] : [at]));
  const [first = -1, second = -1] = wrong;
  const isExchanged =
    wrong.length === 2 && second === first + 1 && text[first] === name[second] && text[second] === name[first];
  return isExchanged || (wrong.length > 0 && wrong.every((at) => alikes(name[at] ?? 0).includes(text[at] ?? 0)));
}

/** 幸福福路: one character twice. */
function isDoubled(text: Uint16Array, name: readonly number[]): boolean {
  const at = name.findIndex((code, index) => text[index] !== code);
  return (
    at > 0 && text[at] === text[at - 1] && name.every((code, index) => text[index < at ? index : index + 1] === code)
  );
}

function isShortened(text: Uint16Array, name: readonly number[]): boolean {
  if (name.length < SHORTEST_SHORTENED) return false;
  const at = name.findIndex((code, index) => text[index] !== code);
  const isTold = at > 0 && !TELLING.has(name[at] ?? 0);
  return isTold && text.every((code, index) => code === name[index < at ? index : index + 1]);
}
