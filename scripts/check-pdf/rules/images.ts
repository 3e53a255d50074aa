import { nameOf, numberOf } from '../reading/values';
import { breach, type Rule, unless } from '../rule';
import { objectsOf, statesOf } from './drawn-objects';

const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

/** ISO 19005-2, 6.2.6–6.2.9: rendering intents, images and other XObjects. */
export const IMAGE_RULES: Rule[] = [
  {
    id: 'A2-6.2.6-intents',
    clause: 'ISO 19005-2, 6.2.6',
    says: 'rendering intents are the four of ISO 32000-1, Table 70',
    test: (subject) => {
      const { document } = subject;
      const named = [
        ...subject.pages.flatMap(({ object, content }) => content.intents.map((intent) => ({ object, intent }))),
        ...statesOf(subject).map(({ object, state }) => ({ object, intent: nameOf(document.get(state, 'RI')) })),
        ...objectsOf(subject, 'Image').map(({ object, dictionary }) => ({
          object,
          intent: nameOf(document.get(dictionary, 'Intent')),
        })),
      ];
      return named.flatMap(({ object, intent }) =>
        unless(intent === undefined || INTENTS.has(intent), object, `rendering intent ${intent}`),
      );
    },
  },
  {
    id: 'A2-6.2.8-images',
    clause: 'ISO 19005-2, 6.2.8',
    says: 'images have no alternates, no OPI, are not interpolated, and have 1, 2, 4 or 8 bits, masks 1',
    test: (subject) =>
      objectsOf(subject, 'Image').flatMap(({ object, dictionary }) => {
        const isPlain = !['Alternates', 'OPI'].some((key) => dictionary.entries.has(key));
        const isInterpolated = subject.document.get(dictionary, 'Interpolate') === true;
        const isMask = subject.document.get(dictionary, 'ImageMask') === true;
        const bits = numberOf(subject.document.get(dictionary, 'BitsPerComponent')) ?? (isMask ? 1 : 0);
        const hasBits = (isMask ? [1] : [1, 2, 4, 8]).includes(bits);
        return [
          ...unless(isPlain && !isInterpolated, object, 'alternates, OPI or interpolation'),
          ...unless(hasBits, object, `${bits} bits`),
        ];
      }),
  },
  {
    id: 'A2-6.2.9-forms',
    clause: 'ISO 19005-2, 6.2.9; ISO 14289-1, 7.20',
    says: 'no PostScript, reference or OPI XObject is used',
    test: (subject) => [
      ...objectsOf(subject, 'PS').map(({ object }) => breach(object, 'a PostScript XObject')),
      ...objectsOf(subject, 'Form').flatMap(({ object, dictionary }) =>
        unless(!['OPI', 'PS', 'Subtype2', 'Ref'].some((key) => dictionary.entries.has(key)), object, 'OPI, PS or Ref'),
      ),
    ],
  },
  {
    id: 'A2-6.2.9-unread',
    clause: 'rule of this project',
    says: 'pages draw nothing that this program does not read: no form XObjects, patterns or inline images',
    test: (subject) =>
      subject.pages.flatMap(({ object, resources, content }) => [
        ...unless(subject.document.get(resources, 'Pattern') === undefined, object, 'a pattern'),
        ...unless(subject.document.get(resources, 'Shading') === undefined, object, 'a shading'),
        ...unless(content.inlineImages.length === 0, object, 'an inline image'),
        ...content.forms.flatMap(({ dictionary }) =>
          unless(
            nameOf(subject.document.get(dictionary, 'Subtype')) === 'Image',
            object,
            'an XObject that is no image',
          ),
        ),
      ]),
  },
];
