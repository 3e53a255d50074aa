import { serviceReceipt } from '../../templates/instruments/service-receipt/instrument';
import { buildCopy, expectGolden, readSamples } from '../support/build-copy';

const copies = readSamples('service-receipt').map(([name, sample]) => ({ name, sample, audience: sample.audience ?? '' }));
describe.each(copies)('service receipt: $name', ({ name, audience, sample }) => {
  const make = () => buildCopy({ instrument: serviceReceipt, sample, audience });

  test('reads as the golden text', () => {
    expectGolden(`service-receipt/${name}`, make().text);
  });
});
