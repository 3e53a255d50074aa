import { warningLetter } from '../../templates/instruments/warning-letter/instrument';
import { buildCopy, expectGolden, readSamples } from '../support/build-copy';

const copies = readSamples('warning-letter').flatMap(([name, sample]) =>
  warningLetter.audiences.map((audience) => ({ name, audience, sample })),
);

describe.each(copies)('warning letter: $name for $audience', ({ name, audience, sample }) => {
  const make = () => buildCopy({ instrument: warningLetter, sample, audience });

  test('reads as the golden text', () => {
    expectGolden(`warning-letter/${name}.${audience}`, make().text);
  });
});
