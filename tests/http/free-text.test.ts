import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import { binary } from '../support/http-body';
import { openService, sampleCase, type TestService } from '../support/open-service';
import { temporaryFolder } from '../support/temporary-folder';

let service: TestService;
let folder: string;
beforeAll(async () => {
  service = await openService();
  folder = temporaryFolder();
});
afterAll(() => service.close());

/** The new home 重庆市南岸区龙门浩街道临江支路17号听涛里5栋2单元604室, as people write it. */
const SPELLINGS = {
  'full width': '临江支路１７号５栋２单元６０４室',
  'Chinese numerals': '临江支路十七号五栋二单元六〇四室',
  reordered: '听涛里5栋604室，临江支路17号',
  'partial mask': '临江支路**号5栋2单元604室',
  traditional: '重慶市南岸區龍門浩街道臨江支路17號5棟2單元604室',
};
const FINDINGS = Object.values(SPELLINGS)
  .map((spelling, index) => `申请人第${'一二三四五'[index]}次陈述其住在${spelling}。`)
  .join('');
/** Nothing of the address is left, in any script or width. */
const TRACES = /临江|臨江|听涛里|支路|十七号|１７号|17號|6[0０]4|６０４|六〇四|龙门浩|龍門浩|南岸區|5栋|五栋|5棟/;

type Story = { order: Record<string, unknown>; victims: [Record<string, unknown>] };

function ruling(more: object = {}, change: (root: Story) => void = () => undefined) {
  const root = sampleCase() as unknown as Story;
  root.order['findings'] = FINDINGS;
  change(root);
  return { instrument: 'protection-order', case: root, audience: 'respondent', format: 'pdf', ...more };
}

const post = (body: object, accept?: string) => {
  const call = request(service.app).post('/v1/documents');
  return (accept === undefined ? call : call.set('Accept', accept)).send(body);
};

async function textOf(format: 'pdf' | 'docx'): Promise<string> {
  const { body, status } = await post(ruling({ format })).buffer().parse(binary);
  expect(status).toBe(201);
  if (format === 'docx')
    return Object.values(unzipSync(body))
      .map((part) => strFromU8(part))
      .join('\n');
  const file = path.join(folder, 'ruling.pdf');
  writeFileSync(file, body);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

describe('a ruling whose findings state the new home in five spellings', () => {
  it.each(['pdf', 'docx'] as const)(
    'comes as %s without any of them, in sentences that can be read',
    async (format) => {
      const text = (await textOf(format)).replace(/<[^>]+>|\s/g, '');
      expect(text).not.toMatch(TRACES);
      expect(text.match(/其住在（依法不载明）。/g)).toHaveLength(5);
    },
  );

  it('reports five spans, where each stood, with rule and provision', async () => {
    const { body } = await post(ruling(), 'application/json');
    const lines = (body.disclosures as { pointer: string; label: string; decision: string }[]).filter(
      ({ pointer, decision }) => pointer === '/order/findings' && decision === 'redact',
    );
    const home = lines.find(({ label }) => label.endsWith('中的受害人现住所')) as unknown as {
      spans: { start: number; end: number }[];
      rule: string;
      citation: string;
    };
    expect(home.rule).toContain('现住所');
    expect(home.citation).toContain('法发〔2022〕10号');
    const sentences = home.spans.map(({ start }) => FINDINGS.slice(0, start).split('。').length - 1);
    expect(sentences).toEqual([0, 1, 2, 3, 4]);
    // Digests and numbers hold any figures by chance.
    const { sha256: _digest, templateHash: _hash, number: _number, verifyUrl: _url, ...told } = body;
    expect(JSON.stringify(told)).not.toMatch(TRACES);
  });

  it('is refused with pointers and spans when running text may not be changed', async () => {
    const { body, status } = await post(ruling({ freeText: 'reject' }));
    expect([status, body.code]).toEqual([422, 'FREE_TEXT_LEAK']);
    const [first] = (body.errors as { pointer: string; spans: object[] }[]).filter(
      ({ pointer }) => pointer === '/order/findings',
    );
    expect(first?.spans.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(body)).not.toMatch(TRACES);
  });

  it('says the same whether the address is long or short', async () => {
    const report = async (spelling: string) => {
      const body = ruling({}, (root) => {
        root.order['findings'] = `申请人住在${spelling}。`;
      });
      const file = await post({ ...body, format: 'docx' })
        .buffer()
        .parse(binary);
      return strFromU8(unzipSync(file.body)['word/document.xml'] ?? new Uint8Array()).replace(/AS-\d{4}-\d{7}/g, '');
    };
    expect(await report(SPELLINGS.traditional)).toBe(await report('听涛里'));
  });
});

describe('what the respondent is said to know', () => {
  const known = (pointer: string) =>
    ruling({}, (root) => {
      root.victims[0]['knownToRespondent'] = [{ pointer, reason: '当事人陈述。' }];
    });

  it.each(['/victims/0/residence/current', '/residence/current/road', '/residence/intended', '/shelter', '/residence'])(
    'never opens %s',
    async (pointer) => {
      const { body, status } = await post(known(pointer));
      expect([status, body.code]).toEqual([422, 'INVALID_CASE']);
      expect(body.errors).toEqual([
        expect.objectContaining({
          pointer: '/victims/0/knownToRespondent/0/pointer',
          code: 'KNOWN_NOT_ALLOWED',
          detail: expect.stringContaining('法发〔2022〕10号'),
        }),
      ]);
    },
  );

  it('opens the workplace, and the report says for which reason', async () => {
    const { body, status } = await post(known('/workplace'), 'application/json');
    expect(status).toBe(201);
    const line = (body.disclosures as { pointer: string }[]).find(({ pointer }) => pointer === '/victims/0/workplace');
    expect(line).toMatchObject({
      decision: 'show',
      rule: expect.stringMatching(/已知悉.*\/victims\/0\/knownToRespondent\/0\/reason/),
    });
  });
});
