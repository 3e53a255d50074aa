import { protectionOrder } from '../../templates/instruments/protection-order/instrument';
import { buildCopy, expectGolden, readSamples } from '../support/build-copy';

const copies = readSamples('protection-order').flatMap(([name, sample]) =>
  protectionOrder.audiences.map((audience) => ({ name, audience, sample })),
);

describe.each(copies)('protection order: $name for $audience', ({ name, audience, sample }) => {
  const make = () => buildCopy({ instrument: protectionOrder, sample, audience });

  test('reads as the golden text', () => {
    expectGolden(`protection-order/${name}.${audience}`, make().text);
  });
});
