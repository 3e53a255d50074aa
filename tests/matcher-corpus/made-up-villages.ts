import type { AddressParts } from '../../src/match';
import { addressFact, type Labelled } from './labelled';
import { byDigit, chinese } from './numerals';
import { frame } from './positives';
import { type Random, seeded } from './random';

/** Characters of which the names of places are made, none of them telling by itself. */
const FRONT = [...'桂柏枫杉枣荷菱茶盐渔牛马鹤雁狮虎龙凤玉银铜铁陶窑杨柳周吴郑冯蒋沈韩秦尤许何吕施孔曹严'];
const MIDDLE = [...'溪塘坪岭坳沟埠洲墩堡浦泉岩坎坝林田井'];
const VILLAGE = ['村', '村', '村委会', '村民委员会', '社区', '嘎查'] as const;
const HAMLET = ['屯', '寨', '自然村', '塆', '组'] as const;
const GROUP = ['组', '社', '队', '屯'] as const;
const ESTATE = ['花园', '苑', '家园', '小区', '公馆', '新村'] as const;

type Made = { line: string; town: string; village: string; hamlet: string; group: string; number: number };

const name = (random: Random) => random.pick(FRONT) + random.pick(FRONT) + random.pick(MIDDLE);

function makeVillage(random: Random): Made {
  const [town, village] = [`${name(random)}镇`, name(random)];
  const hamlet = name(random) + random.pick(HAMLET);
  const group = `${chinese(random.between(2, 9))}${random.pick(GROUP)}`;
  const number = random.between(11, 199);
  const isNumbered = random.chance(0.5);
  const line = `江川省临江市南溪县${town}${village}${random.pick(VILLAGE)}${isNumbered ? group : hamlet}${number}号`;
  return { line, town, village, hamlet: isNumbered ? '' : hamlet, group: isNumbered ? group : '', number };
}

/** Villages on one line: each part of the line is a name that people use without the others. */
function villages(random: Random): Labelled[] {
  const { line, town, village, hamlet, group, number } = makeVillage(random);
  const facts = [addressFact({ line })];
  const isSocial = line.includes(`${village}社区`);
  const end = isSocial ? '社区' : line.includes(`${village}嘎查`) ? '嘎查' : '村';
  const positives: [string, string][] = [
    ['village alone', village + end],
    ['town and village', town + village + end],
    ['town by its short name', town.slice(0, -1) + village + end],
    ...(isSocial ? [] : [['village without its word', village] as [string, string]]),
    ...(group === ''
      ? ([
          ['hamlet alone', hamlet],
          ['hamlet and number', `${hamlet}${chinese(number)}号`],
        ] as [string, string][])
      : ([
          ['village and group', `${village}${end}${group}`],
          ['village without its word, and group', village + group],
        ] as [string, string][])),
  ];
  const other = name(random);
  const negatives: [string, string][] = [
    ['town alone', `${town}人民政府、${town}派出所`],
    ['group of another village', `住${other}村${group === '' ? '三组' : group}${number}号`],
    ['group alone', `证据第${group === '' ? '三组' : group}，共${number}页`],
    ['number alone', `第${number}号，合计${number}元`],
  ];
  return label({ facts, positives, negatives, random });
}

/** Estates on one line, with what is said in the place of their numbers. */
function estates(random: Random): Labelled[] {
  const own = random.pick(FRONT) + random.pick(FRONT) + random.pick(MIDDLE);
  const [builder, end] = [random.pick(['宏达', '金帆', '远成']), random.pick(ESTATE)];
  const [zone, building, unit] = [random.between(1, 4), random.between(2, 38), random.between(1, 4)];
  const room = random.between(3, 28) * 100 + random.between(1, 6);
  const line = `江川省临江市白马区${builder}${own}${end}${chinese(zone)}期${building}栋${unit}单元${room}室`;
  const doors = `${building}栋${unit}单元${room}`;
  const facts = [addressFact({ line })];
  const positives: [string, string][] = [
    ['without the builder', `${own}${end}${doors}`],
    [
      'dashes read aloud',
      `${builder}${own}${end}${chinese(building)}杠${chinese(unit)}杠${byDigit(String(room), '零')}`,
    ],
    ['misread by a scanner', `${builder}${own}${end}${building}拣${unit}单无${room}窒`],
    ['doors in clauses', `${building}栋，${unit}单元，${room}室`],
    ['estate alone', `${builder}${own}${end}`],
  ];
  const negatives: [string, string][] = [
    ['same doors elsewhere', `案发于锦绣江南${doors}`],
    ['rent behind a room', `锦绣江南${building}栋，房租${room}元`],
    ['builder alone', `${builder}公司的员工`],
  ];
  return label({ facts, positives, negatives, random });
}

type Rows = {
  facts: Labelled['facts'];
  positives: readonly [string, string][];
  negatives: readonly [string, string][];
  random: Random;
};

function label({ facts, positives, negatives, random }: Rows): Labelled[] {
  const allowed: (string | AddressParts)[] = [];
  return [
    ...positives.map(([cls, spelling]): Labelled => {
      return { class: cls, goal: 'partial', facts, allowed, ...frame(spelling, random) };
    }),
    ...negatives.map(([cls, text]): Labelled => ({ class: cls, goal: 'negative', facts, allowed, text })),
  ];
}

/** Villages and estates with invented names: no name of the tuning seed comes again under another one. */
export function madeUpVillages(seed: number, count: number): Labelled[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => [...villages(random), ...estates(random)]).flat();
}
