import type { FieldNode } from '../../src/schema';

/** Marks of what a copy may show to everybody, or what a case does not work without; all else gets a marker. */
const OPEN = new Set([
  ...['procedure', 'office', 'narrative', 'evidence', 'measure-text', 'shared-home', 'representative'],
  ...['victim-name', 'victim-identity', 'victim-birth', 'relative-identity', 'residence-status'],
  ...['respondent-name', 'respondent-identity', 'respondent-address', 'jurisdiction-ground', 'distribution-kind'],
]);

/** Characters that are in every font and in no sample, taken in threes. */
const SYLLABLES = [...'鹳鸪鹂鹭璞漪沅湄洵漩麒麟晗钰骞焱翊昱珩淼垚骁翀蘅菡萏薇荃蕙蔚芷茜荻'];
const SUFFIX: Record<string, string> = {
  ...{ province: '省', city: '市', county: '区', street: '街道', community: '花园', road: '路' },
  ...{ note: '附近', workplace: '工厂', school: '小学', shelter: '庇护所', source: '医院', unit: '公司' },
};
const DOORS: Record<string, string> = { number: '号', building: '栋', unit: '单元', room: '室' };
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export type Marked = {
  case: Record<string, unknown>;
  /** Pointer of each field that was changed, and the words by which it would be known again. */
  markers: ReadonlyMap<string, string>;
};

type Place = { node: FieldNode; value: unknown; pointer: string; isOpen: boolean };

/** A copy of a case with a marker of its own in every protected field, each valid in its field. */
export function markCase(root: Record<string, unknown>, tree: FieldNode, seed: number): Marked {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const taken = new Set<string>();
  const fresh = (make: () => string): string => {
    const made = make();
    if (taken.has(made)) return fresh(make);
    taken.add(made);
    return made;
  };
  const word = () => fresh(() => Array.from({ length: 3 }, () => SYLLABLES[random(SYLLABLES.length)]).join(''));
  const digits = (length: number) => Array.from({ length }, () => String(random(10))).join('');
  const markers = new Map<string, string>();

  const markerFor = (old: string, key: string, inAddress: boolean): string => {
    if (/^\d{17}[\dX]$/.test(old)) return fresh(() => idLike(old, random));
    if (/^\+?[\d-]{7,}$/.test(old)) return fresh(() => `139${digits(8)}`);
    if (old.includes('@')) return `${fresh(() => `zq${digits(6)}`)}@example.com`;
    if (/^[\w-]+$/.test(old)) return fresh(() => `ZQ${digits(7)}`);
    const door = inAddress ? DOORS[key] : undefined;
    if (door !== undefined) return fresh(() => `${10_000 + random(80_000)}${door}`);
    return word() + (SUFFIX[key] ?? '');
  };

  const visit = ({ node, value, pointer, isOpen }: Place): unknown => {
    if (node.kind === 'list' && Array.isArray(value)) {
      return value.map((item, index) =>
        visit({ node: node.item, value: item, pointer: `${pointer}/${index}`, isOpen }),
      );
    }
    if (node.kind === 'object' && typeof value === 'object' && value !== null) {
      const kind = (value as { recipient?: { kind?: string } }).recipient?.kind;
      // A party is called by name on its own receipt.
      const isParty = kind === 'respondent' || kind === 'victim';
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => {
          const child = node.fields[key];
          const at = { value: part, pointer: `${pointer}/${key}`, isOpen: isOpen || (isParty && key === 'recipient') };
          return [key, child === undefined ? part : visit({ ...at, node: child })];
        }),
      );
    }
    const isText = node.kind === 'leaf' && typeof value === 'string' && node.valueType !== 'enum';
    if (!isText || isOpen || OPEN.has(node.meta.privacy ?? '') || pointer.endsWith('/pointer')) return value;
    if (/^\d{4}-\d{2}-\d{2}/.test(value)) return value;
    const key = pointer.split('/').at(-1) ?? '';
    const changed = markerFor(value, key, /ddress|esidence|egistration/.test(pointer));
    markers.set(pointer, changed);
    return changed;
  };
  return { case: visit({ node: tree, value: root, pointer: '', isOpen: false }) as Record<string, unknown>, markers };
}

/** Another number of the same person: place, birth and sex stay, order and check digit change. */
function idLike(number: string, random: (below: number) => number): string {
  const sex = Number(number[16]) % 2;
  const body = number.slice(0, 14) + String(100 + random(900)).slice(0, 2) + String(random(5) * 2 + sex);
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}
