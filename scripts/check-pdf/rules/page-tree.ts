import { type Dictionary, isDictionary, nameOf, numberOf, type Value } from '../reading/values';
import { type Breach, breach, type Rule, type Subject, unless } from '../rule';

/** ISO 32000-1, 7.5.5 and 7.7: from the trailer to the pages. Viewers mend what is wrong here, each in its own way. */
export const PAGE_TREE_RULES: Rule[] = [
  {
    id: 'A2-6.1.4-size',
    clause: 'ISO 32000-1, 7.5.5',
    says: 'the trailer says how many objects there are',
    test: ({ document }) => {
      const greatest = Math.max(0, ...document.objects.keys());
      return unless(numberOf(document.get(document.trailer, 'Size')) === greatest + 1, 'trailer', 'another /Size');
    },
  },
  {
    id: 'A2-6.1.2-version',
    clause: 'ISO 19005-2, 6.1.2; ISO 32000-1, 7.7.2',
    says: 'the catalog is one, and names no other version than 1.0 to 1.7',
    test: ({ document }) => {
      const catalog = document.dictionary(document.trailer, 'Root');
      const version = nameOf(document.get(catalog, 'Version'));
      const isOne = nameOf(document.get(catalog, 'Type')) === 'Catalog';
      return unless(isOne && (version === undefined || /^1\.[0-7]$/.test(version)), 'catalog', 'another version');
    },
  },
  {
    id: 'A2-6.1.1-pages',
    clause: 'ISO 32000-1, 7.7.3',
    says: 'every node of the page tree names its parent and counts its pages',
    test: ({ document }) => {
      const pages = document.dictionary(document.dictionary(document.trailer, 'Root'), 'Pages');
      return pages === undefined ? [breach('catalog', 'no /Pages')] : walk(document, pages, undefined).breaches;
    },
  },
];

type Walked = { count: number; breaches: Breach[] };

/** Depth is limited by the reader of the pages, which comes first. */
function walk(document: Subject['document'], node: Dictionary, parent: Dictionary | undefined): Walked {
  const object = `page tree ${document.idOf(node)}`;
  const named = document.dictionary(node, 'Parent');
  const breaches = unless(named === parent, object, 'another /Parent');
  if (nameOf(document.get(node, 'Type')) === 'Page') return { count: 1, breaches };
  const kids = kidsOf(document, document.get(node, 'Kids')).map((kid) => walk(document, kid, node));
  const count = kids.reduce((sum, kid) => sum + kid.count, 0);
  const isCounted = numberOf(document.get(node, 'Count')) === count;
  return {
    count,
    breaches: [...breaches, ...kids.flatMap((kid) => kid.breaches), ...unless(isCounted, object, 'another /Count')],
  };
}

function kidsOf(document: Subject['document'], kids: Value | undefined): Dictionary[] {
  return (Array.isArray(kids) ? kids : []).map((kid) => document.resolve(kid)).filter(isDictionary);
}
