import type { PdfDocument } from './document';
import { type Dictionary, isDictionary, nameOf, numberOf, type Value } from './values';

/** Marked content that an element owns: page dictionary and identifier. */
export type OwnedContent = { page: Dictionary | undefined; mcid: number };

export type StructureElement = {
  /** For reports: `P 31`. */
  object: string;
  type: string;
  dictionary: Dictionary;
  parent: StructureElement | undefined;
  children: StructureElement[];
  content: OwnedContent[];
};

export type StructureTree = {
  root: Dictionary | undefined;
  /** Elements from the first to the last, as a screen reader meets them. */
  elements: StructureElement[];
  /** Elements by /StructParents and MCID. */
  parentTree: Map<number, (Value | undefined)[]>;
  faults: string[];
};

/** Reads the structure tree (ISO 32000-1, 14.7.2) with its parent tree. */
export function readStructure(document: PdfDocument): StructureTree {
  const catalog = document.dictionary(document.trailer, 'Root');
  const root = document.dictionary(catalog, 'StructTreeRoot');
  const tree: StructureTree = { root, elements: [], parentTree: new Map(), faults: [] };
  if (root === undefined) return tree;
  const seen = new Set<Dictionary>();
  const visit = (value: Value | undefined, parent: StructureElement | undefined): void => {
    const dictionary = document.resolve(value);
    if (!isDictionary(dictionary)) {
      tree.faults.push('a kid of the structure tree is no element');
      return;
    }
    if (seen.has(dictionary)) {
      tree.faults.push('an element stands twice in the structure tree');
      return;
    }
    seen.add(dictionary);
    const type = nameOf(document.get(dictionary, 'S')) ?? '';
    const object = `${type} ${document.idOf(dictionary)}`;
    const element: StructureElement = { object, type, dictionary, parent, children: [], content: [] };
    tree.elements.push(element);
    parent?.children.push(element);
    const expected = parent === undefined ? root : parent.dictionary;
    if (document.get(dictionary, 'P') !== expected) tree.faults.push(`${object} names another parent`);
    for (const kid of kidsOf(document, dictionary)) {
      const content = ownedContent(document, kid, dictionary);
      if (content === undefined) visit(kid, element);
      else element.content.push(content);
    }
  };
  for (const kid of kidsOf(document, root)) visit(kid, undefined);
  readNumberTree(document, document.get(root, 'ParentTree'), tree, 0);
  return tree;
}

function kidsOf(document: PdfDocument, dictionary: Dictionary): Value[] {
  const kids = document.get(dictionary, 'K');
  if (kids === undefined || kids === null) return [];
  return Array.isArray(kids) ? kids : [kids];
}

/** An integer or a marked-content reference; undefined for another element. */
function ownedContent(document: PdfDocument, kid: Value, owner: Dictionary): OwnedContent | undefined {
  const value = document.resolve(kid);
  if (typeof value === 'number') return { page: document.dictionary(owner, 'Pg'), mcid: value };
  if (!isDictionary(value) || nameOf(document.get(value, 'Type')) !== 'MCR') return undefined;
  const page = document.dictionary(value, 'Pg') ?? document.dictionary(owner, 'Pg');
  return { page, mcid: numberOf(document.get(value, 'MCID')) ?? -1 };
}

function readNumberTree(document: PdfDocument, node: Value | undefined, tree: StructureTree, depth: number): void {
  const numbers = document.get(node, 'Nums');
  const list = Array.isArray(numbers) ? numbers : [];
  for (let index = 0; index + 1 < list.length; index += 2) {
    const value = document.resolve(list[index + 1]);
    tree.parentTree.set(numberOf(list[index]) ?? -1, Array.isArray(value) ? value : [value]);
  }
  const kids = document.get(node, 'Kids');
  if (Array.isArray(kids) && depth < 16) for (const kid of kids) readNumberTree(document, kid, tree, depth + 1);
}
