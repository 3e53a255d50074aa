import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AddressParts } from '../../src/match';
import { addressFact, type Labelled, readMarked } from './labelled';

/** One address, how it was said elsewhere (the span stands between ⟦ and ⟧), and what sounds like it and is another thing. */
type Entry = { address: AddressParts; found: string[]; other?: string[] };

/**
 * Addresses of every shape from every part of the country, as clerks, victims and respondents write them: a hamlet without
 * its village, an estate without its builder, a number read aloud. Written by somebody who had not seen the other sets;
 * names are such as occur, numbers are made up.
 */
export function asPeopleWrite(): Labelled[] {
  const file = path.join(__dirname, 'as-people-write.jsonl');
  const entries = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
  const secrets = entries.map(({ address }) => addressFact(address));
  return entries.flatMap(({ found, other = [] }, index): Labelled[] => {
    const secret = secrets[index];
    if (secret === undefined) return [];
    const item = (cls: string, goal: Labelled['goal'], marked: string): Labelled => ({
      class: cls,
      goal,
      facts: [secret],
      allowed: [],
      ...readMarked(marked),
    });
    // What stands in another case says nothing of this one.
    const strangers = [1, 40, 97].map((step) => secrets[(index + step) % secrets.length]?.address ?? {});
    return [
      ...found.map((text) => item('as people write it', 'partial', text)),
      ...other.map((text) => item('what sounds like it', 'negative', text)),
      ...strangers.map((address) =>
        item(
          'address of somebody else',
          'negative',
          `被申请人住${Object.values(address).join('')}，于2026年1月3日到庭。`,
        ),
      ),
    ];
  });
}
