import { partsOf, roadAlone } from '../privacy/address-parts';
import { isKindOfPlace } from '../privacy/place-names';

/** Words for a building: each is written for the other. */
const BUILDINGS = ['座', '栋', '幢', '号楼', '楼'] as const;
const BUILDING_END = /(?:号楼|[座栋幢楼#])$/u;
const ROOM_END = /(?:号房|[号室房])$/u;
const UNIT_END = /单元$/u;
/** A number in figures of any kind, with a letter or in two parts: 11, A, 十二, 12-3. */
const NUMBER = /^[0-9０-９A-Za-zＡ-Ｚａ-ｚ零〇一二三四五六七八九十百-]{1,6}$/u;
const LETTERED = /^[A-Z]+\d+$/iu;
const SHORTEST_FLAT = 3;
/** A room of one figure stands behind every building. */
const SHORTEST_ROOM = 2;

/** Shorter names are ordinary words. */
const SHORTEST_STREET = 3;
/** Farms, forestry bureaus and regiments stand in the place of towns. */
const STREET = /(?:街道|镇|乡|苏木|[农林牧渔]场|林业局|管理区|团场?)$/u;

/**
 * What says where to look although no road and number stand beside it: the road, the street or town and its police
 * station, and the door within an estate that the respondent knows (11座306, 2号楼418).
 */
export function addressWords(address: Readonly<Record<string, unknown>>): string[] {
  return [
    ...roadAlone(address),
    ...streetAlone(address),
    ...doorAlone(address),
    ...estateBeforeDoor(address),
    ...hamletAlone(address),
  ];
}

/** Some write the estate before the number of the building: 盛景园二期9幢, 莫奈组团A27. */
const ESTATE =
  /^(\p{Script=Han}{3,}?)((?:第?[一二三四五六七八九十0-9]+[期区])?)[A-Za-z0-9一二三四五六七八九十]+(?:号楼|[座栋幢楼#])?$/u;
/** What works and schools number: every one of them has such a house. */
const KIND_OF_HOUSE =
  /(?:宿舍楼?|公寓楼?|家属[楼院区]?|[教工学][工师生]|单元|[东西南北中前后主附副][侧边栋]?楼|综合楼|大楼|号)$/u;

function estateBeforeDoor({ building }: Readonly<Record<string, unknown>>): string[] {
  const [, estate, zone] = typeof building === 'string' ? (ESTATE.exec(building.replace(/\s/gu, '')) ?? []) : [];
  if (estate === undefined || KIND_OF_HOUSE.test(estate) || isKindOfPlace(estate)) return [];
  return [...new Set([estate, `${estate}${zone}`])];
}

/** 姐岗村民委员会芒喊村民小组: the hamlet behind its village. */
const HAMLET = /(?:[村居]民委员会|[村居]委会|社区|村)(\p{Script=Han}{2,4}?)(?:村民小组|小组|自然村|[组寨屯])$/u;
/** What people call a hamlet, whatever the register says it is. */
const HAMLET_WORDS = ['村民小组', '小组', '自然村', '寨子', '寨', '村', '组', '屯'] as const;

function hamletAlone(address: Readonly<Record<string, unknown>>): string[] {
  const hamlet = HAMLET.exec(partsOf(address).community ?? '')?.[1];
  return hamlet === undefined || NUMBER.test(hamlet) || isKindOfPlace(hamlet)
    ? []
    : HAMLET_WORDS.map((word) => hamlet + word);
}

function streetAlone(address: Readonly<Record<string, unknown>>): string[] {
  const { street } = partsOf(address);
  if (street === undefined || !STREET.test(street) || [...street].length < SHORTEST_STREET) return [];
  const short = street.replace(STREET, '');
  return [street, ...([...short].length < 2 ? [] : [`${short}派出所`, `${short}司法所`])];
}

/** Building and room together: one of them alone is found in every estate. */
function doorAlone(address: Readonly<Record<string, unknown>>): string[] {
  const { building = '', unit = '', room = '' } = partsOf(address);
  const house = building.replace(BUILDING_END, '');
  const flat = room.replace(ROOM_END, '');
  if (!NUMBER.test(house) || !NUMBER.test(flat) || flat.length < SHORTEST_ROOM) return [];
  const stair = unit.replace(UNIT_END, '');
  // 3楼302 of 3栋302室 is as well the third floor of any house.
  const isOnFloor = flat.length === house.length + 2 && flat.startsWith(house);
  const words = isOnFloor ? BUILDINGS.filter((word) => word !== '楼') : BUILDINGS;
  return [
    ...words.flatMap((word) => [
      `${house}${word}${flat}`,
      ...(NUMBER.test(stair) ? [`${house}${word}${stair}单元${flat}`] : []),
    ]),
    // Without a word, two numbers count anything; T2-3108 is a door.
    ...(LETTERED.test(house) && flat.length >= SHORTEST_FLAT ? [`${house}-${flat}`] : []),
  ];
}
