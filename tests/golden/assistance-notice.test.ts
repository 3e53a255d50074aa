import { assistanceNotice } from '../../templates/instruments/assistance-notice/instrument';
import { buildCopy, expectGolden, readSamples } from '../support/build-copy';

const copies = readSamples('assistance-notice').map(([name, sample]) => ({ name, sample, audience: sample.audience ?? '' }));
describe.each(copies)('assistance notice: $name', ({ name, audience, sample }) => {
  const make = () => buildCopy({ instrument: assistanceNotice, sample, audience });

  test('reads as the golden text', () => {
    expectGolden(`assistance-notice/${name}`, make().text);
  });
});
