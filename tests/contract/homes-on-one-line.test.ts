import { partsOfLine } from '../../templates/case/privacy/address-parts';
import { isSamePlace } from '../../templates/case/privacy/known';
import { COUNTRY } from '../matcher-corpus/country-places';
import { isRegion, write } from '../matcher-corpus/places';

/** Addresses of every shape that name a road or a place; a regiment's company alone stands in the remarks of a case. */
const PLACES = COUNTRY.map(({ place }) => place).filter(({ parts }) => (parts.road ?? parts.community) !== undefined);

const asStated = ({ parts }: (typeof PLACES)[number]) => parts as Record<string, string>;
const asLine = (place: (typeof PLACES)[number]) => ({ line: lineOf(place) });
const asForm = (place: (typeof PLACES)[number]) => ({ line: `现住址：${lineOf(place)}` });
const asToldAtHome = ({ pieces }: (typeof PLACES)[number]) => ({
  line: `${write(pieces.filter((piece) => !isRegion(piece)))}（租住）`,
});

describe('a home written on one line', () => {
  it.each([
    ['乌鲁木齐市新市区河南东路5号', { city: '乌鲁木齐市', county: '新市区', road: '河南东路', number: '5号' }],
    ['洛阳市西工区五四路21号', { city: '洛阳市', county: '西工区', road: '五四路', number: '21号' }],
    [
      '兴安盟乌兰浩特市团结小区3号楼',
      { city: '兴安盟', county: '乌兰浩特市', community: '团结小区', building: '3号楼' },
    ],
    ['三河市城市花园3栋201室', { city: '三河市', community: '城市花园', building: '3栋', room: '201' }],
    ['乌兰镇和平里七区15号楼', { street: '乌兰镇', community: '和平里七区', building: '15号楼' }],
    ['石河子市166团20连29号', { city: '石河子市', community: '166团20连', number: '29号' }],
  ])('has its parts: %s', (line, parts) => {
    expect(partsOfLine(line)).toEqual(parts);
  });

  it('is the home that the case states in parts', () => {
    expect(PLACES.length).toBeGreaterThan(80);
    const strange = PLACES.filter((place) => !isSamePlace(asLine(place), asStated(place)));
    expect(strange.map(lineOf)).toEqual([]);
  });

  it('is the home on another line, with its regions and the word of a form or without', () => {
    const strange = PLACES.filter((place) => !isSamePlace(asToldAtHome(place), asForm(place)));
    expect(strange.map(lineOf)).toEqual([]);
  });

  it('is no home of another road, estate or door', () => {
    const pairs = PLACES.flatMap((one) => PLACES.filter((other) => other !== one).map((other) => ({ one, other })));
    const alike = pairs.filter(({ one, other }) => isSamePlace(asLine(one), asForm(other)));
    expect(alike.map(({ one, other }) => `${lineOf(one)} = ${lineOf(other)}`)).toEqual([]);
  });
});

function lineOf({ pieces }: (typeof PLACES)[number]): string {
  return write(pieces);
}
