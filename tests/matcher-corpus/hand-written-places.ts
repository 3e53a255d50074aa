import type { AddressParts } from '../../src/match';

/** One class and its texts. */
export type Row = readonly [cls: string, ...texts: string[]];

/** One line in which nothing divides the home from the road. */
export const UNDIVIDED: AddressParts = { line: '新河区龙泉街道天和雅居晨光路45号6号楼302室' };

/** Invented addresses that the texts written by hand are about. */
export const HOME: AddressParts = {
  ...{ province: '江川省', city: '临江市', county: '南溪区', street: '龙泉街道', road: '幸福路', number: '88号' },
  ...{ community: '听涛里', building: '2幢', unit: '1单元', room: '301室' },
};
export const VILLAGE: AddressParts = {
  county: '望江县',
  street: '柳林镇',
  community: '火星村',
  note: '三组',
  number: '36号',
};
export const LANE: AddressParts = { line: '东阳山市白马区延安西路1234弄5支弄12号302室' };
export const CORPS: AddressParts = { line: '第八师143团5连12栋13号' };
export const TOWER: AddressParts = {
  road: '滨江大道',
  number: '9号',
  community: '银河公寓',
  building: 'A座',
  room: '2101室',
};
export const SAINT: AddressParts = { county: '新河区', community: '库木·巴格村', note: '2组', number: '17号' };
