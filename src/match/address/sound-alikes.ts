import { charsReadLike } from '../letters/pinyin';
import { codesOf, type Units } from '../text/units';
import { WEIGHTS } from '../weights';
import type { Address } from './address-fact';
import type { NamePattern } from './name-patterns';

/** In shorter names, too little is left besides the character that is replaced. */
const SHORTEST_NAME = 3;

/** Characters that are taken for each other because they look alike, whatever they sound like. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  '幸辛 未末 土士 日曰 己已巳 千干于 人入 大太犬 天夫 田由甲申 王玉主 木术本 白百 石右 名各 历厉 庆厌 福褔 治冶 候侯 崔催 陕峡 昌冒 戌戍戊 毫亳 刺剌 郎朗 晴睛 暑署 汆氽 兔免 乌鸟 今令 洛落 凤风 宫官 苑宛 村材 巷港 园圆 街衔 桥侨 湖胡 柳抑 江汪 沙纱'
    .split(' ')
    .flatMap((group) => [...group].map((char): [string, string] => [char, group.replace(char, '')])),
);

/**
 * The names of an address with one character replaced by another of the same sound or a like shape, as far as a text has
 * that character: 辛福路 for 幸福路.
 * @param has tells which codes occur in the text
 */
export function alikePatterns({ names }: Address, has: (code: number) => boolean): NamePattern[] {
  return names.flatMap((name) => {
    const codes = codesOf(name.text);
    if (name.kind === 'region' || codes.length < SHORTEST_NAME) return [];
    const weight = Math.min(name.weight, name.kind === 'road' ? WEIGHTS.alikeRoad : WEIGHTS.alikePlace);
    const isMissing = codes.map((code) => !has(code));
    return codes.flatMap((code, index) => {
      // All other characters must be there.
      if (isMissing.some((missing, at) => missing && at !== index)) return [];
      return alikes(code)
        .filter(has)
        .map((other) => ({ codes: codes.with(index, other), name: { ...name, weight }, script: 'han' as const }));
    });
  });
}

/** What was found out about a character, because the same few hundred make up nearly all names. */
const known = new Map<number, readonly number[]>();

/** The characters of the same sound or a like shape. */
export function alikes(code: number): readonly number[] {
  const before = known.get(code);
  if (before !== undefined) return before;
  const char = String.fromCharCode(code);
  const chars = new Set([...charsReadLike(char), ...(LOOK_ALIKES.get(char) ?? '')]);
  chars.delete(char);
  const codes = [...chars].map((one) => one.charCodeAt(0));
  known.set(code, codes);
  return codes;
}

/** Which codes occur among the units of a text. */
export function codesIn({ codes, length }: Units): (code: number) => boolean {
  const present = new Uint8Array(0x10000);
  for (let index = 0; index < length; index += 1) present[codes[index] ?? 0] = 1;
  return (code) => present[code] === 1;
}
