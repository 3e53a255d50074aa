import type { Random } from './random';

/** Characters that are typed or read for each other, written by hand so that the matcher's own table is put to the test. */
const ALIKES: Readonly<Record<string, string>> = {
  ...{ 幸: '辛兴', 福: '符褔', 路: '璐录', 临: '林', 江: '姜', 解: '姐', 放: '方', 西: '希', 学: '雪', 府: '附' },
  ...{ 观: '关', 音: '因', 桥: '侨乔', 民: '名', 主: '煮', 街: '接', 槐: '怀', 树: '数', 巷: '向', 建: '健', 设: '社' },
  ...{ 里: '理', 屯: '囤', 前: '钱', 镇: '振', 市: '世', 县: '线', 字: '自', 花: '华', 园: '圆', 仁: '人', 中: '终' },
  ...{ 山: '杉', 滨: '宾', 门: '们', 乡: '香', 贤: '闲', 社: '射', 坛: '谈', 长: '常', 征: '争' },
};

/** A name with one character replaced by another that sounds or looks like it; undefined where none is known. */
export function alikeSpelling(name: string, random: Random): string | undefined {
  const chars = [...name];
  const known = chars.flatMap((char, index) => (ALIKES[char] === undefined ? [] : [index]));
  if (chars.length < 3 || known.length === 0) return undefined;
  const place = random.pick(known);
  return chars.map((char, index) => (index === place ? random.pick([...(ALIKES[char] ?? char)]) : char)).join('');
}
