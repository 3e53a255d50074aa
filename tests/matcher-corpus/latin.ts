import type { Random } from './random';

/** Readings written by hand, so that the matcher's own table is put to the test. */
export const LATIN: Record<string, { pinyin: string; toned: string; initials: string; english: string }> = {
  幸福路: { pinyin: 'xing fu lu', toned: 'Xìngfú Lù', initials: 'XFL', english: 'Xingfu Road' },
  临江支路: { pinyin: 'lin jiang zhi lu', toned: 'Línjiāng Zhīlù', initials: 'LJZL', english: 'Linjiangzhi Road' },
  解放西路: { pinyin: 'jie fang xi lu', toned: 'Jiěfàng Xīlù', initials: 'JFXL', english: 'Jiefangxi Rd.' },
  槐树巷: { pinyin: 'huai shu xiang', toned: 'Huáishù Xiàng', initials: 'HSX', english: 'Huaishu Lane' },
  帽儿胡同: { pinyin: 'mao er hu tong', toned: "Mào'ér Hútòng", initials: 'MEHT', english: "Mao'er Hutong" },
  观音桥步行街: {
    pinyin: 'guan yin qiao bu xing jie',
    toned: 'Guānyīn Qiáo Bùxíngjiē',
    initials: 'GYQBXJ',
    english: 'Guanyinqiaobuxing Street',
  },
  听涛里: { pinyin: 'ting tao li', toned: 'Tīngtāo Lǐ', initials: 'TTL', english: 'Tingtao Li' },
  缙云雅舍: { pinyin: 'jin yun ya she', toned: 'Jìnyún Yǎshè', initials: 'JYYS', english: 'Jinyun Yashe' },
  阳光花园: {
    pinyin: 'yang guang hua yuan',
    toned: 'Yángguāng Huāyuán',
    initials: 'YGHY',
    english: 'Yangguang Garden',
  },
  翠湖小区: { pinyin: 'cui hu xiao qu', toned: 'Cuìhú Xiǎoqū', initials: 'CHXQ', english: 'Cuihu Xiaoqu' },
};

export function latinSpelling(name: string, random: Random): string | undefined {
  const known = LATIN[name];
  if (known === undefined) return undefined;
  const joined = known.pinyin.replaceAll(' ', '');
  const capital = joined.charAt(0).toUpperCase() + joined.slice(1);
  const camel = known.pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0).toUpperCase() + syllable.slice(1))
    .join('');
  return random.pick([known.pinyin, joined, capital, camel, joined.toUpperCase(), known.toned]);
}

/** xing4fu2lu4; which tones they are says nothing about the name. */
export const toneDigits = (pinyin: string, random: Random) =>
  pinyin
    .split(' ')
    .map((syllable) => syllable + random.between(1, 4))
    .join(random.pick(['', ' ', '-']));

const NUMERALS = 'ling yi er san si wu liu qi ba jiu'.split(' ');

/** 88 as ba shi ba up to a hundred, longer numbers digit by digit. */
export function pinyinNumber(digits: string): string {
  const [tens = 0, ones = 0] = [...digits].map(Number);
  if (digits.length !== 2) return [...digits].map((digit) => NUMERALS[Number(digit)]).join(' ');
  return [tens > 1 ? NUMERALS[tens] : '', 'shi', ones > 0 ? NUMERALS[ones] : '']
    .filter((word) => word !== '')
    .join(' ');
}
