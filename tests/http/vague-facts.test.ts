import request from 'supertest';
import { openService, sampleCase, type TestService } from '../support/open-service';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

type Victim = Record<string, unknown> & { residence: Record<string, unknown> };

/** The matter with other particulars of its first victim, and with words at the end of the reasoning. */
function matter(change: (victim: Victim) => void, words = ''): Record<string, unknown> {
  const root = sampleCase() as { victims: Victim[]; order: { reasoning: string } };
  const [victim] = root.victims;
  if (victim !== undefined) {
    delete victim['knownToRespondent'];
    change(victim);
  }
  root.order.reasoning += words;
  return root;
}

const issue = (root: object, format: string) =>
  request(service.app)
    .post('/v1/documents')
    .set('Accept', 'application/json')
    .send({ instrument: 'protection-order', case: root, audience: 'respondent', format });

describe('a protected field that says nothing of anybody', () => {
  it.each<[string, (victim: Victim) => void]>([
    [
      'kinds of places',
      (victim) => Object.assign(victim, { workplace: '学校', school: '幼儿园', shelter: '人民法院' }),
    ],
    ['nothing known', (victim) => Object.assign(victim, { workplace: '无', messaging: 'N/A', email: '不详' })],
    ['words of the instrument', (victim) => Object.assign(victim, { shelter: '被申请人', workplace: '工作单位' })],
    ['short numbers', (victim) => Object.assign(victim, { messaging: '2026', email: '12' })],
    ['three letters', (victim) => Object.assign(victim, { workplace: 'IBM', school: 'TCL' })],
    ["the court's county as the home", ({ residence }) => Object.assign(residence, { current: '重庆市渝中区' })],
    ['a home that is not known', ({ residence }) => Object.assign(residence, { current: '住所', intended: '重庆' })],
    [
      'a part of a home that is none',
      ({ residence }) => Object.assign(residence.current as object, { community: '学校' }),
    ],
  ])('does not stop the document: %s', async (_what, change) => {
    for (const format of ['pdf', 'docx']) {
      const { status, body } = await issue(matter(change), format);
      expect([status, body.code, body.detail]).toEqual([201, undefined, undefined]);
    }
  });

  it('is withheld all the same', async () => {
    const { body } = await issue(
      matter((victim) => Object.assign(victim, { workplace: '学校' })),
      'pdf',
    );
    const line = body.disclosures.find(({ pointer }: { pointer: string }) => pointer === '/victims/0/workplace');
    expect(line.decision).toBe('withhold');
  });
});

describe('a protected field that says little', () => {
  it.each([
    ['three letters', 'KFC', '申请人在KFC上班。'],
    ['an estate that is written like a county', '天通苑北一区', '申请人现住天通苑北一区。'],
    ['a town', '观音桥街道', '申请人现住观音桥街道。'],
    ['another county', '沙坪坝区', '申请人在沙坪坝区上班。'],
  ])('is taken out of the words of the case: %s', async (_what, workplace, words) => {
    const root = matter((victim) => Object.assign(victim, { workplace }), words);
    const { status, body } = await issue(root, 'pdf');
    const redacted = body.disclosures.filter(({ decision }: { decision: string }) => decision === 'redact');
    expect([status, redacted]).toEqual([201, [expect.objectContaining({ pointer: '/order/reasoning' })]]);
  });
});
