import type { PdfDocument } from './reading/document';
import type { Font } from './reading/fonts';
import type { PageReading } from './reading/pages';
import type { StructureTree } from './reading/structure';
import type { Xmp } from './reading/xmp';

/** All that was read of a file before the rules are asked. */
export type Subject = {
  document: PdfDocument;
  pages: PageReading[];
  fonts: Font[];
  structure: StructureTree;
  xmp: Xmp;
};

/** Where a rule is broken. `object` names the object and its number, as in `page 2` or `font 11`. */
export type Breach = { object: string; detail: string };

export type Fault = Breach & { rule: string; clause: string };

export type Rule = {
  /** Standard, clause and what it is about: `A2-6.1.3-id`. */
  id: string;
  /** Where the rule is written. */
  clause: string;
  /** The rule in one line. */
  says: string;
  test(subject: Subject): Breach[];
};

export function breach(object: string, detail: string): Breach {
  return { object, detail };
}

/** A breach when the condition does not hold. */
export function unless(condition: boolean, object: string, detail: string): Breach[] {
  return condition ? [] : [{ object, detail }];
}
