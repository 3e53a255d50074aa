import type { View } from '../../src/authoring';
import type { Case } from '../case/schema';
import { WITHHELD } from './withheld';

type AddressView = View<Case['respondents'][number]['residence']>;

/** What a part ends with when only its number was entered. */
const UNITS = { number: '号', building: '栋', unit: '单元', room: '室' } as const;

function part(value: string | undefined, unit = ''): string {
  if (value === undefined) return '';
  return /[0-9０-９A-Za-z]$/.test(value) ? `${value}${unit}` : value;
}

/** Villages and neighbourhoods under a committee; everything else that stands in the field is a housing estate. */
const COMMUNITY = /(?:村|社区|委会|委员会|组|屯|寨|队|连|嘎查)$/;

/**
 * An address as running text, from the province down to the room; undefined when nothing of it may be stated.
 * A municipality that was entered both as province and as city is named once. A road leads to the estate at its number
 * (安和路88号安和苑2幢), and lies in a village or a neighbourhood (新桥村36号).
 */
export function addressText(address: AddressView | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (address.line !== undefined) return address.line === WITHHELD ? undefined : address.line;
  const { province, city, county, street, community, road, number, building, unit, room, note } = address;
  const isEstate = road !== undefined && community !== undefined && !COMMUNITY.test(community);
  const text = [
    province,
    city === province ? undefined : city,
    county,
    street,
    isEstate ? undefined : community,
    road,
    part(number, UNITS.number),
    isEstate ? community : undefined,
    part(building, UNITS.building),
    part(unit, UNITS.unit),
    part(room, UNITS.room),
    note === undefined ? undefined : `（${note.replace(/^（|）$/g, '')}）`,
  ].join('');
  return text === '' || text.includes(WITHHELD) ? undefined : text;
}
