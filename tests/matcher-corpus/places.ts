import type { AddressParts } from '../../src/match';
import type { Random } from './random';

/** An invented address: its parts as a case gives them, and the pieces in the order people write them. */
export type Place = { shape: Shape; parts: AddressParts; pieces: Piece[] };
export type Piece = { part: keyof AddressParts; text: string };
export type Shape = (typeof SHAPES)[number];

export const SHAPES = [
  'urban',
  'no-community',
  'community-only',
  'tower',
  'rural',
  'lane',
  'corps',
  'minority',
  'annex',
  'basement',
  'courtyard',
  'rows',
] as const;

const PROVINCES = ['江川省', '云岭省', '北原省', '南屏省', '青河自治区'];
const CITIES = ['临江市', '安平市', '东阳山市', '秀水市', '古城市'];
const COUNTIES = ['城关区', '南溪区', '白马区', '望江县', '新河区'];
const TOWNS = ['石桥街道', '龙泉街道', '柳林镇', '双河镇', '清水乡'];
const ROADS = [
  '幸福路',
  '临江支路',
  '解放西路',
  '学府二路',
  '五一大道',
  '观音桥步行街',
  '民主后街',
  '槐树巷',
  '建设北路二段',
];
const COMMUNITIES = [
  '听涛里',
  '缙云雅舍',
  '安和苑',
  '阳光花园',
  '锦绣家园',
  '翠湖小区',
  '和谐新村',
  '东方名都',
  '丽水湾',
];
const TOWERS = ['国贸大厦', '银河公寓', '天际中心', '世纪广场'];
const VILLAGES = ['火星村', '新桥村', '大石坝村', '杨柳屯', '马家庄'];
const MINORITY = ['库木·巴格村', '阿依·塔木村', '吐鲁·格勒小区', '喀拉·苏村'];
const BUILDING_ENDS = ['栋', '幢', '号楼', '座'];

function region(random: Random): AddressParts {
  const parts: AddressParts = { county: random.pick(COUNTIES) };
  if (random.chance(0.8)) parts.city = random.pick(CITIES);
  if (random.chance(0.6)) parts.province = random.pick(PROVINCES);
  if (random.chance(0.6)) parts.street = random.pick(TOWNS);
  return parts;
}

/** Door numbers of three and four digits: a floor and a flat. */
const room = (random: Random) => `${random.between(1, 32)}0${random.between(1, 6)}`;
const number = (random: Random) => `${random.between(11, 398)}号`;
const building = (random: Random) => `${random.between(2, 28)}${random.pick(BUILDING_ENDS)}`;
const unit = (random: Random) => `${random.between(1, 4)}单元`;

type Maker = (random: Random) => { parts: AddressParts; order: readonly (keyof AddressParts)[] };
const REGION = ['province', 'city', 'county', 'street'] as const;

const MAKERS: Record<Shape, Maker> = {
  urban: (random) => ({
    parts: {
      ...{ road: random.pick(ROADS), number: number(random), community: random.pick(COMMUNITIES) },
      ...{ building: building(random), unit: unit(random), room: `${room(random)}室` },
    },
    order: [...REGION, 'road', 'number', 'community', 'building', 'unit', 'room'],
  }),
  'no-community': (random) => ({
    parts: { road: random.pick(ROADS), number: number(random), building: building(random), room: `${room(random)}室` },
    order: [...REGION, 'road', 'number', 'building', 'room'],
  }),
  'community-only': (random) => ({
    parts: {
      community: random.pick(COMMUNITIES),
      building: building(random),
      unit: unit(random),
      room: `${room(random)}室`,
    },
    order: [...REGION, 'community', 'building', 'unit', 'room'],
  }),
  tower: (random) => ({
    parts: {
      ...{ road: random.pick(ROADS), number: number(random), community: random.pick(TOWERS) },
      ...{ building: `${random.pick(['A', 'B', 'C'])}座`, room: `${room(random)}室` },
    },
    order: [...REGION, 'road', 'number', 'community', 'building', 'room'],
  }),
  rural: (random) => ({
    parts: {
      ...{ street: random.pick(['柳林镇', '双河镇', '清水乡']), community: random.pick(VILLAGES) },
      ...{ note: `${random.between(1, 12)}组`, number: `${random.between(11, 98)}号` },
    },
    order: [...REGION, 'community', 'note', 'number'],
  }),
  lane: (random) => ({
    parts: {
      road: random.pick(ROADS),
      number: `${random.between(101, 2300)}弄${random.chance(0.4) ? `${random.between(2, 20)}支弄` : ''}${random.between(2, 60)}号`,
      room: `${room(random)}室`,
    },
    order: [...REGION, 'road', 'number', 'room'],
  }),
  corps: (random) => ({
    parts: {
      community: `${random.between(101, 189)}团${random.between(2, 20)}连`,
      ...{ building: `${random.between(2, 30)}栋`, number: `${random.between(11, 40)}号` },
    },
    order: [...REGION, 'community', 'building', 'number'],
  }),
  minority: (random) => ({
    parts: {
      community: random.pick(MINORITY),
      note: `${random.between(1, 9)}组`,
      number: `${random.between(11, 99)}号`,
    },
    order: [...REGION, 'community', 'note', 'number'],
  }),
  annex: (random) => ({
    parts: {
      ...{ road: random.pick(ROADS), number: `${random.between(11, 398)}号附${random.between(2, 19)}号` },
      room: `${room(random)}室`,
    },
    order: [...REGION, 'road', 'number', 'room'],
  }),
  basement: (random) => ({
    parts: {
      ...{ road: random.pick(ROADS), number: number(random), building: building(random) },
      room: random.pick(['负一层3室', 'B1-12', '负二层11室']),
    },
    order: [...REGION, 'road', 'number', 'building', 'room'],
  }),
  courtyard: (random) => ({
    parts: {
      ...{ road: random.pick(['帽儿胡同', '柳荫胡同', '槐树巷']), number: `${random.between(11, 98)}号院` },
      ...{ building: `${random.between(2, 19)}号楼`, unit: unit(random), room: `${room(random)}` },
    },
    order: [...REGION, 'road', 'number', 'building', 'unit', 'room'],
  }),
  rows: (random) => ({
    parts: {
      ...{
        community: random.pick(['矿工新村', '机务段家属院', '农机厂家属区']),
        building: `${random.between(2, 30)}排`,
      },
      number: `${random.between(11, 30)}号`,
    },
    order: [...REGION, 'community', 'building', 'number'],
  }),
};

export function makePlace(random: Random, shape: Shape): Place {
  const { parts: own, order } = MAKERS[shape](random);
  const parts = { ...region(random), ...own };
  const pieces = order.flatMap((part): Piece[] => {
    const text = parts[part];
    return text === undefined ? [] : [{ part, text }];
  });
  return { shape, parts, pieces };
}

export const isRegion = ({ part }: Piece) => (REGION as readonly string[]).includes(part);
export const write = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
