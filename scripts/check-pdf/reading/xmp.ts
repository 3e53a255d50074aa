/** XMP metadata (ISO 16684-1), so far as the rules ask. */
export type XmpProperty = {
  namespace: string;
  prefix: string;
  name: string;
  value: string;
  lang?: string;
  /** Alt, Bag or Seq; undefined for a simple value. */
  container: string | undefined;
};

/** What is wrong with the description of a schema in a PDF/A extension, by the schema's prefix. */
export type SchemaFault = { schema: string; detail: string };

export type Xmp = {
  text: string | undefined;
  properties: XmpProperty[];
  /** Properties described by a PDF/A extension schema, as `namespace name`. */
  described: Set<string>;
  schemaFaults: SchemaFault[];
  faults: string[];
};

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#';
const PROPERTY = 'http://www.aiim.org/pdfa/ns/property#';

type Node = {
  name: string;
  attributes: Map<string, string>;
  children: Node[];
  text: string;
  namespaces: Map<string, string>;
};

const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;

export function readXmp(stream: Buffer | undefined): Xmp {
  const xmp: Xmp = { text: undefined, properties: [], described: new Set(), schemaFaults: [], faults: [] };
  if (stream === undefined) return xmp;
  try {
    xmp.text = new TextDecoder('utf-8', { fatal: true }).decode(stream);
  } catch {
    xmp.faults.push('the packet is not UTF-8');
    return xmp;
  }
  const root = parse(xmp.text, xmp.faults);
  const rdf =
    root === undefined ? undefined : [root, ...root.children].find((node) => expand(node, node.name) === `${RDF}RDF`);
  if (rdf === undefined) xmp.faults.push('the packet holds no rdf:RDF');
  for (const description of rdf?.children ?? []) {
    for (const child of description.children) addProperty(child, xmp);
  }
  return xmp;
}

function addProperty(node: Node, xmp: Xmp): void {
  const [prefix = '', name = ''] = node.name.split(':');
  const item = firstLeaf(node);
  const lang = item.attributes.get('xml:lang');
  const namespace = node.namespaces.get(prefix) ?? '';
  const container = containerOf(node);
  xmp.properties.push({
    namespace,
    prefix,
    name,
    value: item.text,
    container,
    ...(lang === undefined ? {} : { lang }),
  });
  if (name !== 'schemas') return;
  for (const schema of descendants(node).filter((child) => find(child, SCHEMA, 'namespaceURI') !== undefined)) {
    const uri = find(schema, SCHEMA, 'namespaceURI')?.text ?? '';
    xmp.schemaFaults.push(...schemaFaults(schema));
    for (const property of descendants(schema)) {
      const described = find(property, PROPERTY, 'name');
      const isWhole = ['valueType', 'category', 'description'].every(
        (key) => find(property, PROPERTY, key) !== undefined,
      );
      if (described !== undefined && isWhole) xmp.described.add(`${uri} ${described.text}`);
    }
  }
}

/** Alt, Bag or Seq of the only child that is one. */
function containerOf({ children }: Node): string | undefined {
  const [first] = children;
  const name = first === undefined ? '' : expand(first, first.name);
  return name.startsWith(RDF) ? name.slice(RDF.length) : undefined;
}

/** ISO 19005-2, Tables 3–5: fields, containers and prefixes of a described schema. */
function schemaFaults(schema: Node): SchemaFault[] {
  const missing = ['schema', 'namespaceURI', 'prefix'].filter(
    (field) => (find(schema, SCHEMA, field)?.text.trim() ?? '') === '',
  );
  const property = find(schema, SCHEMA, 'property');
  const categories = descendants(schema).flatMap((node) => find(node, PROPERTY, 'category')?.text ?? []);
  const prefixes = [schema, ...descendants(schema)].flatMap((node) =>
    [
      [SCHEMA, 'pdfaSchema'],
      [PROPERTY, 'pdfaProperty'],
    ].filter(([uri = '', prefix]) => expand(node, node.name).startsWith(uri) && node.name.split(':')[0] !== prefix),
  );
  const details = [
    ...missing.map((field) => `no ${field}`),
    ...(property === undefined || containerOf(property) === 'Seq' ? [] : ['properties in no sequence']),
    ...categories.filter((one) => one !== 'internal' && one !== 'external').map((one) => `category ${one}`),
    ...(prefixes.length === 0 ? [] : ['another prefix']),
  ];
  return details.map((detail) => ({ schema: find(schema, SCHEMA, 'prefix')?.text ?? 'unnamed', detail }));
}

function find(node: Node, namespace: string, name: string): Node | undefined {
  return node.children.find((child) => expand(child, child.name) === namespace + name);
}

function descendants(node: Node): Node[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

function firstLeaf(node: Node): Node {
  const [first] = node.children;
  return first === undefined ? node : firstLeaf(first);
}

function expand(node: Node, name: string): string {
  const [prefix = '', local] = name.split(':');
  return local === undefined ? name : `${node.namespaces.get(prefix) ?? '?'}${local}`;
}

/** A small XML reader: elements, attributes, references; anything malformed is a fault. */
function parse(xml: string, faults: string[]): Node | undefined {
  const open: Node[] = [];
  let root: Node | undefined;
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let match = TOKEN.exec(xml); match !== null; match = TOKEN.exec(xml)) {
    at = TOKEN.lastIndex;
    const [token, closing, name, attributes = '', empty] = match;
    const parent = open.at(-1);
    if (closing !== undefined) {
      if (open.pop()?.name !== closing) faults.push(`</${closing}> closes nothing`);
    } else if (name !== undefined) {
      const node = createNode(name, attributes, parent, faults);
      if (parent === undefined) root ??= node;
      else parent.children.push(node);
      if (empty === '') open.push(node);
    } else if (!token.startsWith('<') && parent !== undefined) parent.text += decode(token, faults);
  }
  if (at !== xml.length) faults.push('the packet is not well-formed XML');
  if (open.length > 0) faults.push(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

function createNode(name: string, attributes: string, parent: Node | undefined, faults: string[]): Node {
  const list = new Map<string, string>();
  for (const [, key = '', double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (list.has(key)) faults.push(`<${name}> has two attributes ${key}`);
    list.set(key, decode(double ?? single ?? '', faults));
  }
  const namespaces = new Map(parent?.namespaces);
  for (const [key, value] of list) if (key.startsWith('xmlns:')) namespaces.set(key.slice(6), value);
  for (const key of [name, ...list.keys()]) {
    const prefix = key.split(':').length > 1 ? key.split(':')[0] : undefined;
    if (prefix !== undefined && !['xml', 'xmlns'].includes(prefix) && !namespaces.has(prefix))
      faults.push(`the prefix ${prefix} is not declared`);
  }
  return { name, attributes: list, children: [], text: '', namespaces };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string, faults: string[]): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, body: string) => {
    const name = body.slice(0, -1);
    if (body.endsWith(';') && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? '';
    const code = /^#(?:x([0-9a-f]+)|(\d+));$/i.exec(body);
    if (code !== null)
      return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '0', code[1] === undefined ? 10 : 16));
    faults.push('an ampersand that begins no reference');
    return whole;
  });
}
