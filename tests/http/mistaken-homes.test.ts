import request from 'supertest';
import { templates } from '../../templates';
import { openService, sampleCase, type TestService } from '../support/open-service';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

type Person = Record<string, unknown> & { residence: Record<string, unknown> };

/** What is wrong with a case, for one instrument. */
async function errorsFor(instrument: string, change: (victims: Person[]) => void) {
  const root = sampleCase();
  change(root['victims'] as Person[]);
  const sections = templates.instruments.find(({ id }) => id === instrument)?.item?.section;
  const item = sections === undefined ? {} : { item: `/${sections}/0` };
  const { body } = await request(service.app)
    .post('/v1/validations')
    .send({ instrument, case: root, ...item });
  return (body as { errors: { code: string }[] }).errors.map(({ code }) => code);
}

describe.each(templates.instruments.map(({ id }) => id))('%s', (instrument) => {
  test('is not made when the new home is entered as a home that the respondent knows', async () => {
    const codes = await errorsFor(instrument, ([first, child]) => {
      if (first === undefined || child === undefined) throw new Error('two victims expected');
      child.residence = { status: 'cohabiting', shared: first.residence['current'] };
    });
    expect(codes).toContain('RESIDENCE_SAME_AS_SHARED');
  });

  test('is not made when the new home is said to be known', async () => {
    const codes = await errorsFor(instrument, ([first]) => {
      Object.assign(first ?? {}, { knownToRespondent: [{ pointer: '/residence/current', reason: '据说知道。' }] });
    });
    expect(codes).toContain('KNOWN_NOT_ALLOWED');
  });
});
