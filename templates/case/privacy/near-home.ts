import type { Case } from '../schema';
import { partsOf } from './address-parts';
import { hiddenHomes, knownLocations } from './known';
import { isKindOfPlace, shorterPlaceNames } from './place-names';

/** Parts of an address that stand in the names of organs, schools and hospitals. */
const NAMING = ['province', 'city', 'county', 'street', 'community', 'road'] as const;
/** What such names drop: 南岸分局, 龙门浩派出所. */
const END =
  /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|街道|居民委员会|村民委员会|社区|小区|省|市|盟|州|县|旗|区|镇|乡|村)$/u;
const SHORTEST_STEM = 2;

/**
 * Words that lead to where a victim lives, or is about to live, without the respondent: its city, county, street,
 * community and road, as far as no home that he knows lies there too.
 */
export function nearHomeWords({ victims, respondents }: Case): string[] {
  const known = [
    ...victims.map(({ residence }) => residence.shared),
    ...respondents.flatMap(({ residence, householdRegistration }) => [residence, householdRegistration]),
  ].flatMap((home) => Object.values(home ?? {}).flatMap((part) => part ?? []));
  const words = victims.flatMap(hiddenHomes).flatMap((home) => {
    const parts = partsOf(home);
    return NAMING.flatMap((name) => parts[name] ?? []).flatMap((part) => [part, part.replace(END, '')]);
  });
  return [...new Set(words)].filter(
    (word) => [...word].length >= SHORTEST_STEM && !isKindOfPlace(word) && !known.some((one) => one.includes(word)),
  );
}

type Words = { home: readonly string[]; places: readonly string[] };

/** Every leaf of a case is asked about, and a valid case never changes: its words are made once. */
const prepared = new WeakMap<Case, Words>();

function wordsOf(root: Case): Words {
  const before = prepared.get(root);
  if (before !== undefined) return before;
  const words = { home: nearHomeWords(root).map(squeeze), places: unknownPlaceWords(root).map(squeeze) };
  prepared.set(root, words);
  return words;
}

/** Whether a name or a text says in which part of the country a victim now lives. */
export function pointsHome(text: unknown, root: Case): boolean {
  return typeof text === 'string' && namesOne(text, wordsOf(root).home);
}

/** Whether a text names a place of the victims that the case does not record as known to the respondent. */
export function namesUnknownPlace(text: unknown, root: Case): boolean {
  if (typeof text !== 'string') return false;
  const { home, places } = wordsOf(root);
  return namesOne(text, home) || namesOne(text, places);
}

function unknownPlaceWords(root: Case): string[] {
  const known = knownLocations(root);
  const places = [
    ...root.victims.flatMap(({ school, workplace, shelter }, index) => [
      { name: school, pointer: `/victims/${index}/school` },
      { name: workplace, pointer: `/victims/${index}/workplace` },
      { name: shelter, pointer: `/victims/${index}/shelter` },
    ]),
    ...(root.relatives ?? []).map(({ school }, index) => ({ name: school, pointer: `/relatives/${index}/school` })),
  ];
  return places.flatMap(({ name, pointer }) =>
    name === undefined || known.has(pointer) || isKindOfPlace(name) ? [] : [name, ...shorterPlaceNames(name)],
  );
}

/** @param words squeezed */
function namesOne(text: string, words: readonly string[]): boolean {
  const squeezed = squeeze(text);
  return words.some((word) => squeezed.includes(word));
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
