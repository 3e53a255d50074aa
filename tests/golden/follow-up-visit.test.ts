import { followUpVisit } from '../../templates/instruments/follow-up-visit/instrument';
import { buildCopy, expectGolden, readSamples } from '../support/build-copy';

const copies = readSamples('follow-up-visit').map(([name, sample]) => ({ name, sample, audience: sample.audience ?? '' }));
describe.each(copies)('follow-up visit: $name', ({ name, audience, sample }) => {
  const make = () => buildCopy({ instrument: followUpVisit, sample, audience });

  test('reads as the golden text', () => {
    expectGolden(`follow-up-visit/${name}`, make().text);
  });
});
