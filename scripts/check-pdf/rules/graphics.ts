import { type Dictionary, isDictionary, nameOf, numberOf } from '../reading/values';
import { breach, type Rule, type Subject, unless } from '../rule';
import { objectsOf, statesOf } from './drawn-objects';

/** ISO 19005-2, 6.2: colour, transparency, content streams and what they draw. */
export const GRAPHICS_RULES: Rule[] = [
  {
    id: 'A2-6.2.2-operators',
    clause: 'ISO 19005-2, 6.2.2; ISO 32000-1, Annex A',
    says: 'content streams are well-formed and use defined operators only',
    test: ({ pages }) => pages.flatMap(({ object, content }) => content.faults.map((fault) => breach(object, fault))),
  },
  {
    id: 'A2-6.2.2-resources',
    clause: 'ISO 19005-2, 6.2.2',
    says: 'every page names its resources itself',
    test: ({ pages }) =>
      pages.flatMap(({ object, resources }) => unless(resources !== undefined, object, 'no /Resources')),
  },
  {
    id: 'A2-6.2.3-intent',
    clause: 'ISO 19005-2, 6.2.3',
    says: 'there is one PDF/A output intent with an embedded profile',
    test: (subject) => {
      const intents = pdfaIntents(subject);
      return unless(
        intents.length === 1 && intents.every((intent) => profileOf(subject, intent) !== undefined),
        'catalog',
        `${intents.length} output intents with an identifier GTS_PDFA1`,
      );
    },
  },
  {
    id: 'A2-6.2.3-profile',
    clause: 'ISO 19005-2, 6.2.3; ICC.1:2004-10',
    says: 'the profile is a display or output profile, version 2 or 4, complete, with as many components as /N says',
    test: (subject) =>
      pdfaIntents(subject).flatMap((intent) => {
        const profile = profileOf(subject, intent);
        if (profile === undefined) return [];
        const components = numberOf(subject.document.get(subject.document.get(intent, 'DestOutputProfile'), 'N'));
        return profileFaults(profile, components).map((fault) => breach('output intent', fault));
      }),
  },
  {
    id: 'A2-6.2.3-reference',
    clause: 'ISO 19005-2, 6.2.3',
    says: 'no output intent refers to a profile elsewhere, and all have the same profile',
    test: ({ document }) => {
      const intents = document.get(document.dictionary(document.trailer, 'Root'), 'OutputIntents');
      const all = (Array.isArray(intents) ? intents : [])
        .map((intent) => document.resolve(intent))
        .filter(isDictionary);
      const profiles = new Set(all.map((intent) => document.dictionary(intent, 'DestOutputProfile')));
      const isReferred = all.some((intent) => intent.entries.has('DestOutputProfileRef'));
      return unless(!isReferred && profiles.size <= 1, 'catalog', 'another profile');
    },
  },
  {
    id: 'A2-6.2.4-spaces',
    clause: 'ISO 19005-2, 6.2.4, and the rule of this project that all colour is the output intent’s',
    says: 'pages and images use DeviceGray and DeviceRGB only',
    test: (subject) => [
      ...subject.pages.flatMap(({ object, content }) =>
        [...content.colourSpaces].flatMap((space) => unless(isPlainSpace(space), object, `colour space ${space}`)),
      ),
      ...objectsOf(subject, 'Image').flatMap(({ object, dictionary }) => {
        const space = subject.document.get(dictionary, 'ColorSpace');
        const isMask = subject.document.get(dictionary, 'ImageMask') === true;
        return unless(isMask || isPlainSpace(nameOf(space)), object, 'another colour space');
      }),
    ],
  },
  {
    id: 'A2-6.2.4-colour',
    clause: 'ISO 19005-2, 6.2.4',
    says: 'device colours are those of the output intent',
    test: (subject) => {
      const space = pdfaIntents(subject).map((intent) => profileOf(subject, intent)?.toString('latin1', 16, 20))[0];
      return subject.pages.flatMap(({ object, content }) =>
        [...content.colourSpaces].flatMap((used) => {
          if (used === 'DeviceGray') return unless(space !== undefined, object, 'DeviceGray without an output intent');
          if (used === 'DeviceRGB') return unless(space === 'RGB ', object, 'DeviceRGB without an RGB output intent');
          return unless(used !== 'DeviceCMYK' || space === 'CMYK', object, 'DeviceCMYK without a CMYK output intent');
        }),
      );
    },
  },
  {
    id: 'A2-6.2.5-state',
    clause: 'ISO 19005-2, 6.2.5',
    says: 'graphics states set no transfer functions, no halftones and no halftone phase',
    test: (subject) =>
      statesOf(subject).flatMap(({ object, state }) => {
        const isPlain = !['TR', 'HTP', 'HT'].some((key) => state.entries.has(key));
        const transfer = nameOf(subject.document.get(state, 'TR2')) ?? 'Default';
        return unless(isPlain && transfer === 'Default', object, 'a transfer function or halftone');
      }),
  },
  {
    id: 'A2-6.2.10-transparency',
    clause: 'ISO 19005-2, 6.2.10, and the rule of this project that nothing is transparent',
    says: 'no soft mask, no alpha below 1, no blend mode, no transparency group',
    test: (subject) => {
      const { document } = subject;
      const states = [...document.objects.values()].flatMap(({ id, value }) => {
        if (!isDictionary(value)) return [];
        const alpha = ['ca', 'CA'].some((key) => (numberOf(document.get(value, key)) ?? 1) < 1);
        const mask = document.get(value, 'SMask');
        const blend = nameOf(document.get(value, 'BM')) ?? 'Normal';
        const isMasked = mask !== undefined && nameOf(mask) !== 'None';
        return unless(!alpha && !isMasked && blend === 'Normal', `object ${id}`, 'a transparent state or image');
      });
      const inline = statesOf(subject).flatMap(({ object, state }) =>
        unless(!['ca', 'CA'].some((key) => (numberOf(document.get(state, key)) ?? 1) < 1), object, 'alpha below 1'),
      );
      const groups = [...document.objects.values()].flatMap(({ id, value }) =>
        unless(
          nameOf(document.get(document.get(value, 'Group'), 'S')) !== 'Transparency',
          `object ${id}`,
          'a transparency group',
        ),
      );
      return [...states, ...inline, ...groups];
    },
  },
];

function isPlainSpace(space: string | undefined): boolean {
  return space === 'DeviceGray' || space === 'DeviceRGB';
}

function pdfaIntents({ document }: Subject): Dictionary[] {
  const intents = document.get(document.dictionary(document.trailer, 'Root'), 'OutputIntents');
  return (Array.isArray(intents) ? intents : [])
    .map((intent) => document.resolve(intent))
    .filter(isDictionary)
    .filter((intent) => nameOf(document.get(intent, 'S')) === 'GTS_PDFA1');
}

function profileOf({ document }: Subject, intent: Dictionary): Buffer | undefined {
  return document.streamOf(document.get(intent, 'DestOutputProfile'));
}

const REQUIRED_TAGS = ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
const COMPONENTS: Record<string, number> = { GRAY: 1, 'RGB ': 3, CMYK: 4 };

function profileFaults(profile: Buffer, components: number | undefined): string[] {
  if (profile.length < 132 || profile.toString('latin1', 36, 40) !== 'acsp') return ['no ICC profile'];
  const faults: string[] = [];
  const major = profile[8] ?? 0;
  if (major !== 2 && major !== 4) faults.push(`version ${major}`);
  if (!['mntr', 'prtr'].includes(profile.toString('latin1', 12, 16))) faults.push('another device class');
  const space = profile.toString('latin1', 16, 20);
  if (COMPONENTS[space] !== components) faults.push(`/N ${components} for ${space}`);
  if (profile.readUInt32BE(0) !== profile.length) faults.push('another size than its header says');
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => 132 + index * 12);
  for (const at of tags) {
    if (profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8) > profile.length)
      faults.push('a tag beyond its end');
  }
  const names = new Set(tags.map((at) => profile.toString('latin1', at, at + 4)));
  if (space === 'RGB ') for (const name of REQUIRED_TAGS) if (!names.has(name)) faults.push(`no tag ${name}`);
  return faults;
}
