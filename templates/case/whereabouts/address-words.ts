import { partsOf, roadAlone } from '../privacy/address-parts';

/** Words for a building: each is written for the other. */
const BUILDINGS = ['座', '栋', '幢', '号楼', '楼'] as const;
const BUILDING_END = /(?:号楼|[座栋幢楼#])$/u;
const ROOM_END = /(?:号房|[号室房])$/u;
const UNIT_END = /单元$/u;
/** A number in figures of any kind, with a letter or in two parts: 11, A, 十二, 12-3. */
const NUMBER = /^[0-9０-９A-Za-zＡ-Ｚａ-ｚ零〇一二三四五六七八九十百-]{1,6}$/u;
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
  return [...roadAlone(address), ...streetAlone(address), ...doorAlone(address)];
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
  return words.flatMap((word) => [
    `${house}${word}${flat}`,
    ...(NUMBER.test(stair) ? [`${house}${word}${stair}单元${flat}`] : []),
  ]);
}
