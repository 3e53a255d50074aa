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

/** Invented names. The second pool is full of names that look like something else. */
export type Pool = Record<
  | 'provinces'
  | 'cities'
  | 'counties'
  | 'towns'
  | 'ruralTowns'
  | 'roads'
  | 'homes'
  | 'towers'
  | 'villages'
  | 'dotted'
  | 'lanes'
  | 'rows',
  readonly string[]
>;

export const FIRST: Pool = {
  provinces: ['江川省', '云岭省', '北原省', '南屏省', '青河自治区'],
  cities: ['临江市', '安平市', '东阳山市', '秀水市', '古城市'],
  counties: ['城关区', '南溪区', '白马区', '望江县', '新河区'],
  towns: ['石桥街道', '龙泉街道', '柳林镇', '双河镇', '清水乡'],
  ruralTowns: ['柳林镇', '双河镇', '清水乡'],
  roads: [
    ...['幸福路', '临江支路', '解放西路', '学府二路', '五一大道', '观音桥步行街', '民主后街', '槐树巷'],
    '建设北路二段',
  ],
  homes: ['听涛里', '缙云雅舍', '安和苑', '阳光花园', '锦绣家园', '翠湖小区', '和谐新村', '东方名都', '丽水湾'],
  towers: ['国贸大厦', '银河公寓', '天际中心', '世纪广场'],
  villages: ['火星村', '新桥村', '大石坝村', '杨柳屯', '马家庄'],
  dotted: ['库木·巴格村', '阿依·塔木村', '吐鲁·格勒小区', '喀拉·苏村'],
  lanes: ['帽儿胡同', '柳荫胡同', '槐树巷'],
  rows: ['矿工新村', '机务段家属院', '农机厂家属区'],
};

export const SECOND: Pool = {
  provinces: ['海东省', '岭北省', '西凉自治区', '沙洲维吾尔自治区'],
  cities: ['三河市', '石门市', '昭山彝族自治州', '阿勒地区', '乡宁市'],
  counties: ['市中区', '五华区', '路桥区', '东乡族自治县', '高新技术产业开发区', '镇海区'],
  towns: ['四方街街道', '新市街道', '花园镇', '七里镇', '金桥街道'],
  ruralTowns: ['花园镇', '七里镇', '大路乡'],
  roads: [
    ...['三里屯路', '八一路', '镇前街', '市民大道', '县府后巷', '十字街', '花园路', '里仁路', '中山四路', '二七北路'],
    ...['江滨中大道', '南门大街', '乡贤路', '社坛巷', '长征路中段'],
  ],
  homes: [
    '金座花园',
    '保利·香槟国际',
    '五里新村',
    '单元故事',
    '万科四季花城',
    '路劲城',
    '号角家园',
    '白鹭洲',
    '三门里',
    '梧桐邑',
  ],
  towers: ['环球中心', '四季大厦', '财富广场', '二十四城公寓'],
  villages: ['三组村', '九里沟村', '石门楼村', '上社村', '八家户村', '路口村'],
  dotted: ['艾提·尕尔村', '玛纳·斯小区', '达坂·库勒村'],
  lanes: ['东四十条胡同', '百花深处胡同', '八道湾胡同', '小门楼巷'],
  rows: ['二号井家属院', '七一四厂宿舍区', '电厂新村'],
};

const BUILDING_ENDS = ['栋', '幢', '号楼', '座'];

function region(random: Random, pool: Pool): AddressParts {
  const parts: AddressParts = { county: random.pick(pool.counties) };
  if (random.chance(0.8)) parts.city = random.pick(pool.cities);
  if (random.chance(0.6)) parts.province = random.pick(pool.provinces);
  if (random.chance(0.6)) parts.street = random.pick(pool.towns);
  return parts;
}

/** Door numbers of three and four digits: a floor and a flat. */
const room = (random: Random) => `${random.between(1, 32)}0${random.between(1, 6)}`;
const number = (random: Random) => `${random.between(11, 398)}号`;
const building = (random: Random) => `${random.between(2, 28)}${random.pick(BUILDING_ENDS)}`;
const unit = (random: Random) => `${random.between(1, 4)}单元`;

type Maker = (random: Random, pool: Pool) => { parts: AddressParts; order: readonly (keyof AddressParts)[] };
const REGION = ['province', 'city', 'county', 'street'] as const;

const MAKERS: Record<Shape, Maker> = {
  urban: (random, pool) => ({
    parts: {
      ...{ road: random.pick(pool.roads), number: number(random), community: random.pick(pool.homes) },
      ...{ building: building(random), unit: unit(random), room: `${room(random)}室` },
    },
    order: [...REGION, 'road', 'number', 'community', 'building', 'unit', 'room'],
  }),
  'no-community': (random, pool) => ({
    parts: {
      road: random.pick(pool.roads),
      number: number(random),
      building: building(random),
      room: `${room(random)}室`,
    },
    order: [...REGION, 'road', 'number', 'building', 'room'],
  }),
  'community-only': (random, pool) => ({
    parts: {
      community: random.pick(pool.homes),
      building: building(random),
      unit: unit(random),
      room: `${room(random)}室`,
    },
    order: [...REGION, 'community', 'building', 'unit', 'room'],
  }),
  tower: (random, pool) => ({
    parts: {
      ...{ road: random.pick(pool.roads), number: number(random), community: random.pick(pool.towers) },
      ...{ building: `${random.pick(['A', 'B', 'C'])}座`, room: `${room(random)}室` },
    },
    order: [...REGION, 'road', 'number', 'community', 'building', 'room'],
  }),
  rural: (random, pool) => ({
    parts: {
      ...{ street: random.pick(pool.ruralTowns), community: random.pick(pool.villages) },
      ...{ note: `${random.between(1, 12)}组`, number: `${random.between(11, 98)}号` },
    },
    order: [...REGION, 'community', 'note', 'number'],
  }),
  lane: (random, pool) => ({
    parts: {
      road: random.pick(pool.roads),
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
  minority: (random, pool) => ({
    parts: {
      community: random.pick(pool.dotted),
      note: `${random.between(1, 9)}组`,
      number: `${random.between(11, 99)}号`,
    },
    order: [...REGION, 'community', 'note', 'number'],
  }),
  annex: (random, pool) => ({
    parts: {
      ...{ road: random.pick(pool.roads), number: `${random.between(11, 398)}号附${random.between(2, 19)}号` },
      room: `${room(random)}室`,
    },
    order: [...REGION, 'road', 'number', 'room'],
  }),
  basement: (random, pool) => ({
    parts: {
      ...{ road: random.pick(pool.roads), number: number(random), building: building(random) },
      room: random.pick(['负一层3室', 'B1-12', '负二层11室']),
    },
    order: [...REGION, 'road', 'number', 'building', 'room'],
  }),
  courtyard: (random, pool) => ({
    parts: {
      ...{ road: random.pick(pool.lanes), number: `${random.between(11, 98)}号院` },
      ...{ building: `${random.between(2, 19)}号楼`, unit: unit(random), room: `${room(random)}` },
    },
    order: [...REGION, 'road', 'number', 'building', 'unit', 'room'],
  }),
  rows: (random, pool) => ({
    parts: {
      ...{
        community: random.pick(pool.rows),
        building: `${random.between(2, 30)}排`,
      },
      number: `${random.between(11, 30)}号`,
    },
    order: [...REGION, 'community', 'building', 'number'],
  }),
};

export function makePlace(random: Random, shape: Shape, pool = FIRST): Place {
  const { parts: own, order } = MAKERS[shape](random, pool);
  const parts = { ...region(random, pool), ...own };
  const pieces = order.flatMap((part): Piece[] => {
    const text = parts[part];
    return text === undefined ? [] : [{ part, text }];
  });
  return { shape, parts, pieces };
}

export const isRegion = ({ part }: Piece) => (REGION as readonly string[]).includes(part);
export const write = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
