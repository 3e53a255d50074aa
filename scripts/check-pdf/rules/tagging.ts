import type { Mark } from '../reading/content';
import type { PageReading } from '../reading/pages';
import type { StructureElement } from '../reading/structure';
import { type Dictionary, numberOf, textOf } from '../reading/values';
import { type Breach, breach, type Rule, type Subject, unless } from '../rule';

/** ISO 14289-1, 7.1 and 7.2: what is drawn is either part of the structure or marked as decoration. */
export const TAGGING_RULES: Rule[] = [
  {
    id: 'UA1-6.2-marked',
    clause: 'ISO 14289-1, 6.2; ISO 32000-1, 14.7.1',
    says: 'the file is tagged and has a structure tree',
    test: ({ document, structure }) => {
      const info = document.get(document.dictionary(document.trailer, 'Root'), 'MarkInfo');
      const isMarked = document.get(info, 'Marked') === true && structure.elements.length > 0;
      return unless(isMarked, 'catalog', 'no /Marked true or no structure tree');
    },
  },
  {
    id: 'UA1-7.1-suspects',
    clause: 'ISO 14289-1, 7.1',
    says: 'no content is suspect',
    test: ({ document }) => {
      const info = document.get(document.dictionary(document.trailer, 'Root'), 'MarkInfo');
      return unless(document.get(info, 'Suspects') !== true, 'catalog', '/Suspects true');
    },
  },
  {
    id: 'UA1-7.1-untagged',
    clause: 'ISO 14289-1, 7.1',
    says: 'everything drawn is tagged or an artifact',
    test: ({ pages }) =>
      drawn(pages).flatMap(({ object, what, marks }) => unless(isTagged(marks) || isArtifact(marks), object, what)),
  },
  {
    id: 'UA1-7.1-nesting',
    clause: 'ISO 14289-1, 7.1',
    says: 'no artifact within tagged content, no tagged content within an artifact',
    test: ({ pages }) =>
      drawn(pages).flatMap(({ object, what, marks }) => unless(!(isTagged(marks) && isArtifact(marks)), object, what)),
  },
  {
    id: 'UA1-7.1-owners',
    clause: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.4',
    says: 'every marked sequence belongs to one element, and the parent tree names it',
    test: (subject) => subject.pages.flatMap((page) => ownerFaults(subject, page)),
  },
  {
    id: 'UA1-7.1-content',
    clause: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.4',
    says: 'every sequence an element owns stands on the page it names',
    test: ({ structure, pages }) =>
      structure.elements.flatMap((element) =>
        element.content.flatMap(({ page, mcid }) => {
          const reading = pages.find(({ dictionary }) => dictionary === page);
          const isThere = reading?.content.sequences.some((mark) => mark.mcid === mcid) === true;
          return unless(isThere, element.object, `sequence ${mcid}`);
        }),
      ),
  },
  {
    id: 'UA1-7.1-order',
    clause: 'ISO 14289-1, 7.1 (logical reading order)',
    says: 'on each page, elements follow each other as the text does',
    test: ({ structure, pages }) =>
      pages.flatMap(({ object, dictionary, content }) => {
        const order = structure.elements.flatMap((element) =>
          element.content.filter(({ page }) => page === dictionary).map(({ mcid }) => mcid),
        );
        const places = order.map((mcid) => content.sequences.findIndex((mark) => mark.mcid === mcid));
        return unless(
          places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1)),
          object,
          'another order',
        );
      }),
  },
  {
    id: 'UA1-7.2-language',
    clause: 'ISO 14289-1, 7.2',
    says: 'the language of all text is known',
    test: ({ document }) => {
      const language = textOf(document.get(document.dictionary(document.trailer, 'Root'), 'Lang')) ?? '';
      return unless(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language), 'catalog', 'no /Lang');
    },
  },
];

type Drawn = { object: string; what: string; marks: Mark[] };

function drawn(pages: PageReading[]): Drawn[] {
  return pages.flatMap(({ object, content }) => [
    ...content.texts.map(({ marks }) => ({ object, what: 'text', marks })),
    ...content.paints.map(({ operator, marks }) => ({ object, what: `operator ${operator}`, marks })),
    ...content.forms.map(({ marks }) => ({ object, what: 'an XObject', marks })),
  ]);
}

function isTagged(marks: Mark[]): boolean {
  return marks.some(({ mcid }) => mcid !== undefined);
}

function isArtifact(marks: Mark[]): boolean {
  return marks.some(({ tag }) => tag === 'Artifact');
}

function ownerFaults({ document, structure }: Subject, { object, dictionary, content }: PageReading): Breach[] {
  const parents = structure.parentTree.get(numberOf(document.get(dictionary, 'StructParents')) ?? -1) ?? [];
  const seen = new Set<number>();
  return content.sequences.flatMap(({ mcid = -1 }) => {
    const owners = structure.elements.filter((element) => owns(element, dictionary, mcid));
    const [owner] = owners;
    const repeated = seen.has(mcid);
    seen.add(mcid);
    if (repeated) return [breach(object, `sequence ${mcid} stands there twice`)];
    if (owner === undefined || owners.length > 1)
      return [breach(object, `sequence ${mcid} has ${owners.length} owners`)];
    if (document.resolve(parents[mcid]) !== owner.dictionary)
      return [breach(object, `the parent tree names another owner of sequence ${mcid}`)];
    return [];
  });
}

function owns(element: StructureElement, page: Dictionary, wanted: number): boolean {
  return element.content.some(({ page: own, mcid }) => own === page && mcid === wanted);
}
