/** The parts of an address as a case states them, in the order in which they are written; `line` is the whole on one line. */
export const ADDRESS_PARTS = [
  ...(['province', 'city', 'county', 'street', 'community', 'road'] as const),
  ...(['number', 'building', 'unit', 'room', 'note', 'line'] as const),
];
export type AddressParts = Partial<Record<(typeof ADDRESS_PARTS)[number], string>>;

/** The parts as one text. */
export function inOneLine(address: AddressParts): string {
  return ADDRESS_PARTS.map((part) => address[part] ?? '').join('');
}

/** Something that must not appear: where the case states it, what it is called, and what to look for. */
export type ProtectedFact = {
  pointer: string;
  label: string;
  /** Texts to look for, in any spelling of their characters. */
  spellings: string[];
  /** What the spellings are; a text when not given. */
  kind?: 'text' | 'address' | 'phone' | 'id' | 'name';
  /** The address itself: it is found part by part, however it is written. */
  address?: AddressParts;
  /** What may stand in its place: a masked name, a masked number. */
  shownAs?: string;
  /** Belongs to a hit of a spelling when it touches one: the city before a road, the door after it. */
  surroundings?: string[];
};

/** What may stand: a name, an address on one line, or an address part by part. */
export type Allowed = string | AddressParts;

/** Where a fact appears: half-open span of the searched text, and how sure it is (0 to 1). */
export type FactHit = { fact: ProtectedFact; start: number; end: number; confidence: number };

/** Counts the work of a search, so that its growth can be proved without a clock. */
export type Work = { steps: number };

/** A half-open span among units. */
export type Span = { from: number; to: number };
