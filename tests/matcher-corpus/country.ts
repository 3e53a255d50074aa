import type { AddressParts } from '../../src/match';
import { COUNTRY } from './country-places';
import { COUNTRY_PARTIAL } from './country-spellings';
import { addressFact, type Labelled } from './labelled';
import { isRegion, type Place, write } from './places';
import { frame } from './positives';
import { seeded } from './random';
import { NORMALISED } from './spellings';

/** Shapes of addresses from all over the country, each written in every way and each beside what is not it. */
export function country(): Labelled[] {
  const random = seeded(5);
  const found: Labelled[] = [];
  for (const { place, isLine } of COUNTRY) {
    for (const [goal, spellings] of [
      ['normalised', NORMALISED],
      ['partial', COUNTRY_PARTIAL],
    ] as const) {
      for (const [name, spell] of Object.entries(spellings)) {
        const spelling = spell(place, random);
        if (spelling === undefined) continue;
        const address = isLine || random.chance(0.5) ? { line: write(place.pieces) } : place.parts;
        found.push({ class: name, goal, facts: [addressFact(address)], allowed: [], ...frame(spelling, random) });
      }
    }
    found.push(...traps(place, isLine));
  }
  return found;
}

const first = (text: string | undefined) => /\d+/.exec(text ?? '')?.[0];

/** Texts that name neighbours, other places and other numbers. */
function traps({ parts, pieces }: Place, isLine: boolean): Labelled[] {
  const { road, number, building, room, county, city, street } = parts;
  const region = county ?? city ?? '';
  const digits = first(write(pieces.filter((piece) => !isRegion(piece)))) ?? '3';
  const other = String(Number(digits) + 11);
  const doors = /\d/.test(building ?? '1') ? `${building ?? ''}${room ?? ''}` : '';
  const rows: [cls: string, text: string | undefined, allowed?: (string | AddressParts)[]][] = [
    ['district and court', `被申请人系${region}人，案件由${region}人民法院受理。`],
    ['police of the town', street && `${street}派出所民警到场。`, [`${street}派出所`]],
    ['amount', `赔偿医疗费${digits}元、误工费${digits}00元，就诊${digits}次。`],
    ['case number', `（2026）川0103民初${digits}号民事判决书。`],
    ['statute', `依照《反家庭暴力法》第${digits}条第二款的规定。`],
    ['list of evidence', `证据${digits}：照片${digits}张，第${digits}组证据第${digits}页。`],
    ['statement', `申请人称：“他第${digits}次动手，打了我${digits}下。”`],
    ['court', `在本院（${region}法院路1号）诉讼服务中心201室领取。`, [`${region}法院路1号`]],
    ['other road, same doors', number && /^\d+号$/.test(number) ? `住滨河东街${number}${doors}。` : undefined],
    ['other community, same doors', doors === '' ? undefined : `住翠湖家园${doors}。`],
    ['road alone', road && `驾车经过${road}，在路口停留。`],
    [
      'same road, other number',
      road && number && /^\d+号$/.test(number)
        ? `被申请人住${road}${first(number) === other ? 7 : other}号。`
        : undefined,
    ],
  ];
  const address = isLine ? { line: write(pieces) } : parts;
  return rows.flatMap(([cls, text, allowed = []]) =>
    text === undefined ? [] : [{ class: cls, goal: 'negative', text, facts: [addressFact(address)], allowed }],
  );
}
