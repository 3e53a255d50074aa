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
