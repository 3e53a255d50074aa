import { warningLetter } from '../../templates/instruments/warning-letter/instrument';
import { buildCopy, expectGolden, readSamples } from '../support/build-copy';

const samples = readSamples('warning-letter');
const copies = samples.flatMap(([name, sample]) =>
  warningLetter.audiences.map((audience) => ({ name, audience, sample })),
);

describe.each(copies)('warning letter $name for $audience', ({ name, audience, sample }) => {
  const copy = buildCopy({ instrument: warningLetter, sample, audience });

  test('reads as the golden text', () => {
    expectGolden(`warning-letter/${name}.${audience}`, copy.text);
  });
});
