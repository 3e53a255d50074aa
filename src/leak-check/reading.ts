import type { AppError } from '../errors';
import type { Budget } from './budget';
import type { LooseOptions } from './bytes/loose-text';
import { filesInText } from './bytes/text-files';
import { asRefusal } from './unreadable';

/** Where something stands in a file. `carrier` is shown to people: Chinese, never taken from the file. */
export type Place = { carrier: string; page?: number; object?: number };

/** The place alone of whatever stands there. */
export function toPlace({ carrier, page, object }: Place): Place {
  return { carrier, ...(page !== undefined && { page }), ...(object !== undefined && { object }) };
}

/** From `at` on, a text stands on this page or in this object. */
export type Mark = { at: number; page?: number; object?: number };

/**
 * Text that a tool can read in a file. `marks` are in order; without them the whole text stands at the place.
 * @property isPlain whether nothing in it is to be decoded once more
 * @property isRearranged whether lines stand in another order than they are drawn in: the end of a name may be elsewhere
 */
export type CarrierText = Place & {
  text: string;
  marks?: readonly Mark[];
  isPlain?: boolean;
  isRearranged?: boolean;
};

/** What could not be read: the reason in English for the operator, in Chinese for people. */
export type Unread = Place & { reason: string; detail: string };

/** @param error as `unreadable` makes it */
export function toUnread(place: Place, error: AppError): Unread {
  return { ...place, reason: error.message.replace(/^unreadable: /, ''), detail: String(error.detail) };
}

/** A picture that may show a code. */
export type Picture = Place & ({ file: Buffer } | Pixels | Drawing);

/** Grey pixels from the top left; 0 is black. */
export type Pixels = { width: number; height: number; grey: Uint8Array };

/** A code drawn with shapes, not painted yet: each of its modules becomes so many pixels wide. */
export type Drawing = { paint(pixelsPerModule: number): Pixels };

/** Everything that was found in a file. */
export type Reading = { texts: CarrierText[]; unread: Unread[]; pictures: Picture[] };

/** Collects what the readers find, and keeps going where a part cannot be read. */
export type Collector = {
  budget: Budget;
  /** How many files the current one lies in. */
  depth: number;
  text(found: CarrierText): void;
  picture(found: Picture): void;
  unread(place: Place, error: AppError): void;
  /** Runs a part of the work; what it cannot read is noted at the place. */
  attempt<T>(place: Place, read: () => T): T | undefined;
  /** Bytes of unknown kind: perhaps a file of its own. */
  file(bytes: Buffer, place: Place, options?: LooseOptions): void;
  /** For a file that was found at a place of this one. */
  inside(place: Place): Collector;
};

/** Reads bytes of unknown kind into a collector. */
export type ContainedReader = (
  bytes: Buffer,
  found: { place: Place; collector: Collector; options: LooseOptions },
) => void;

/** @param readContained what to do with files inside files; handed in, because it uses every reader */
export function createCollector(budget: Budget, into: Reading, readContained: ContainedReader): Collector {
  return collectorAt({ budget, into, readContained, depth: 0, outer: undefined });
}

type Level = {
  budget: Budget;
  into: Reading;
  readContained: ContainedReader;
  depth: number;
  outer: Place | undefined;
};

function collectorAt(level: Level): Collector {
  const { budget, into, depth, outer } = level;
  const locate = <T extends Place>(found: T): T =>
    outer === undefined ? found : { ...found, ...outer, carrier: `${outer.carrier}内的${found.carrier}` };
  const unread = (place: Place, error: AppError) => {
    into.unread.push(locate(toUnread(place, error)));
  };
  const collector: Collector = {
    budget,
    depth,
    unread,
    text(found) {
      if (found.text === '') return;
      // Marks count in pages and objects of the inner file, which nobody can look up in the outer one.
      const { marks: _, ...rest } = found;
      into.texts.push(outer === undefined ? found : locate(rest));
      for (const data of filesInText(found.text)) {
        budget.spend(data.length);
        collector.file(data, toPlace(found));
      }
    },
    picture: (found) => into.pictures.push(locate(found)),
    attempt(place, read) {
      try {
        return read();
      } catch (error) {
        // Without a budget nothing else can be read either.
        if (budget.left() === 0) throw error;
        unread(place, asRefusal(error));
        return undefined;
      }
    },
    file(bytes, place, options = {}) {
      collector.attempt(place, () => level.readContained(bytes, { place, collector, options }));
    },
    inside: (place) => collectorAt({ ...level, depth: depth + 1, outer: locate(place) }),
  };
  return collector;
}
