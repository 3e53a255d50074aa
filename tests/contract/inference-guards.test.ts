import { readPointer } from '../../src/authoring';
import { INFERENCE_ROWS } from '../../templates/case/checks/inference-rows';
import { nearHomeWords } from '../../templates/case/privacy/near-home';
import { changes, findingsOf, type Patch, patched, sampleCase } from '../support/cases';
import { see, viewText } from '../support/views';

/** 南岸区 is the county of the new home alone; 渝中区 that of the shared one. */
const root = sampleCase('chongqing');
const raised = (patch: Patch) => changes(root, patch).filter((finding) => finding.includes(' INFERENCE_'));

test('leads are the places of the new homes, and none of those that the respondent knows', () => {
  expect(nearHomeWords(root)).toEqual(
    expect.arrayContaining(['南岸区', '南岸', '龙门浩街道', '龙门浩', '听涛里', '临江支路', '北碚', '天生']),
  );
  expect(nearHomeWords(root).filter((word) => /重庆|渝中|七星岗|安和/.test(word))).toEqual([]);
});

test('a new home on one line leads like one in parts', () => {
  const { current } = root.victims[0]?.residence ?? {};
  const bare = Object.fromEntries(Object.keys(current ?? {}).map((key) => [key, null]));
  const line = '重庆市江北区石马河街道玉屏路3号';
  const moved = patched(root, { victims: { 0: { residence: { current: { ...bare, line } } } } });
  expect(nearHomeWords(moved)).toEqual(expect.arrayContaining(['江北区', '石马河', '玉屏路']));
});

const CASES: readonly (readonly [string, Patch, string])[] = [
  [
    'a police station of the new district',
    { assistance: { 0: { recipient: { name: '重庆市公安局南岸区分局龙门浩派出所' } } } },
    'notice /assistance/0/recipient/name INFERENCE_RECIPIENT',
  ],
  [
    'a committee of the new street',
    { warning: { recipients: { 0: { name: '龙门浩街道上新街社区居委会' } } } },
    'notice /warning/recipients/0/name INFERENCE_RECIPIENT',
  ],
  [
    'a women’s federation that a receipt goes to',
    { service: { 5: { recipient: { name: '南岸区妇联' } } } },
    'notice /service/5/recipient/name INFERENCE_RECIPIENT',
  ],
  [
    'an entrusted court',
    { service: { 2: { entrusted: { court: '重庆市南岸区人民法院' } } } },
    'notice /service/2/entrusted/court INFERENCE_RECIPIENT',
  ],
  ['the court itself', { court: { name: '重庆市南岸区人民法院' } }, 'notice /court/name INFERENCE_ORGAN'],
  ['the police station in charge', { police: { unit: '龙门浩派出所' } }, 'notice /police/unit INFERENCE_ORGAN'],
  [
    'a ground of jurisdiction that rests on the new home',
    { order: { jurisdictionGround: 'applicant-residence' } },
    'notice /order/jurisdictionGround INFERENCE_JURISDICTION',
  ],
  [
    'an exclusion zone in the new district',
    { order: { measures: { 8: { text: '禁止被申请人进入南岸区龙门浩老街' } } } },
    'notice /order/measures/8/text INFERENCE_EXCLUSION_ZONE',
  ],
  [
    'an exclusion zone around a school that he does not know',
    { order: { measures: { 8: { text: '禁止被申请人进入听涛幼儿园' } } } },
    'notice /order/measures/8/text INFERENCE_EXCLUSION_ZONE',
  ],
  [
    'an exclusion zone around the shelter',
    { order: { measures: { 8: { text: '禁止被申请人到妇女儿童临时庇护中心（南山点）' } } } },
    'notice /order/measures/8/text INFERENCE_EXCLUSION_ZONE',
  ],
  [
    'evidence of a hospital near the new home',
    { evidence: { 5: { source: '南岸区第二人民医院' } } },
    'notice /evidence/5/source INFERENCE_EVIDENCE',
  ],
  [
    'evidence described by its hospital',
    { evidence: { 6: { description: '南岸区人民医院门诊病历' } } },
    'notice /evidence/6/description INFERENCE_EVIDENCE',
  ],
  ['a place of a visit', { visits: { 0: { place: '南岸区妇联接待室' } } }, 'notice /visits/0/place INFERENCE_VISIT'],
  [
    'the unit of a visitor',
    { visits: { 1: { visitors: { 0: { unit: '龙门浩街道妇联' } } } } },
    'notice /visits/1/visitors/0/unit INFERENCE_VISIT',
  ],
  [
    'the unit of a witness',
    { warning: { witnesses: { 0: { unit: '龙门浩街道办事处' } } } },
    'notice /warning/witnesses/0/unit INFERENCE_WITNESS_UNIT',
  ],
  [
    'a representative’s law firm',
    { representative: { lawFirm: '重庆南岸某律师事务所' } },
    'notice /representative/lawFirm INFERENCE_REPRESENTATIVE',
  ],
  [
    'a district named in the facts',
    { order: { findings: '申请人在南岸 区报警。' } },
    'notice /order/findings INFERENCE_TEXT',
  ],
  [
    'a district where the letter was read out',
    { warning: { readAloudPlace: '龙门浩派出所' } },
    'notice /warning/readAloudPlace INFERENCE_TEXT',
  ],
  [
    'a district in the remark of his own receipt',
    { service: { 0: { remark: '已告知其不得前往南岸区。' } } },
    'notice /service/0/remark INFERENCE_TEXT',
  ],
  [
    'the street in his own statement, where a gap would tell him that he is right',
    { order: { hearing: { opinion: '称申请人躲在龙门浩街道。' } } },
    'notice /order/hearing/opinion INFERENCE_STATEMENT',
  ],
  [
    'a school that he found out, in what he said when he refused the paper',
    { service: { 0: { refusal: { reason: '称要到听涛幼儿园找人，拒绝签收。' } } } },
    'notice /service/0/refusal/reason INFERENCE_STATEMENT',
  ],
  [
    'a known school beside the new home',
    { victims: { 1: { knownToRespondent: [{ pointer: '/school', reason: '曾接送。' }] } } },
    'notice /victims/1/knownToRespondent/0/pointer INFERENCE_KNOWN',
  ],
];

test.each(CASES)('%s raises a notice', (_, patch, finding) => {
  expect(raised(patch)).toContain(finding);
});

test('every row of the table is proved by a case', () => {
  const codes = new Set(CASES.map(([, , finding]) => finding.split(' ').at(-1)));
  expect(INFERENCE_ROWS.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
});

test('each notice says what to do and on what it rests, and names no place', () => {
  for (const [, patch] of CASES) {
    for (const { code, detail, citation, severity } of findingsOf(patched(root, patch))) {
      if (!code.startsWith('INFERENCE_')) continue;
      expect(severity).toBe('notice');
      expect(detail).toMatch(/请|不得|对该单位单独送达|由不同单位/);
      expect(citation).toContain('法发〔2022〕10号');
      expect(citation).toContain('第四条');
      expect(nearHomeWords(root).filter((word) => detail.includes(word))).toEqual([]);
    }
  }
});

test('a list that holds such an addressee must not be handed out', () => {
  const codes = findingsOf(root).map(({ pointer, code }) => `${pointer} ${code}`);
  expect(codes).toContain('/assistance INFERENCE_DISTRIBUTION');
  expect(codes).toContain('/service INFERENCE_DISTRIBUTION');
  expect(codes).not.toContain('/warning/recipients INFERENCE_DISTRIBUTION');
});

test.each([
  ['a police station of the shared home', { assistance: { 0: { recipient: { name: '渝中区分局七星岗派出所' } } } }],
  ['an exclusion zone around the shared home', { order: { measures: { 8: { text: '禁止被申请人进入安和苑' } } } }],
  ['an exclusion zone around the known workplace', { order: { measures: { 8: { text: '禁止进入文澜书店' } } } }],
  ['a district in the remark of her own receipt', { service: { 1: { remark: '在南岸区交给本人。' } } }],
  ['his statement on the shared home', { order: { hearing: { opinion: '称申请人仍住安和苑。' } } }],
  ['a hospital of the shared district', { evidence: { 6: { source: '重庆市渝中区人民医院' } } }],
])('%s raises none', (_, patch) => {
  expect(raised(patch)).toEqual([]);
});

test('where everybody still lives together nothing is inferred', () => {
  const yunnan = sampleCase('yunnan');
  expect(yunnan.victims.every(({ residence }) => residence.status === 'cohabiting')).toBe(true);
  expect(findingsOf(yunnan).filter(({ code }) => code.startsWith('INFERENCE_'))).toEqual([]);
});

describe('the respondent’s copy', () => {
  test('has the general words of the law in place of a zone that he does not know; the police have the zone', () => {
    const text = '禁止被申请人进入南岸区龙门浩老街';
    const zone = patched(root, { order: { measures: { 8: { text } } } });
    const shown = (audience: string) => see(zone, audience).view.order?.measures?.[8]?.text;
    expect(shown('respondent')).toMatch(/^禁止被申请人在申请人及其相关近亲属的住所、学校、工作单位等经常出入场所/);
    expect(shown('committee')).toBe(shown('respondent'));
    expect(shown('police')).toBe(text);
    const { disclosures } = see(zone, 'respondent');
    expect(disclosures.find(({ pointer }) => pointer === '/order/measures/8/text')).toMatchObject({
      decision: 'mask',
      citation: expect.stringContaining('法释〔2022〕17号'),
    });
    expect(viewText(zone, 'respondent')).not.toContain('龙门浩');
  });

  test('keeps a measure that names no unknown place as it was written', () => {
    expect(see(root, 'respondent').view.order?.measures?.[8]?.text).toBe(root.order?.measures?.[8]?.text);
  });

  test.each(CASES.filter(([, , finding]) => !/INFERENCE_(?:ORGAN|TEXT|REPRESENTATIVE|KNOWN|JUR)/.test(finding)))(
    '%s is not in it',
    (_, patch, finding) => {
      const changed = patched(root, patch);
      const pointer = finding.split(' ')[1] ?? '';
      const item = /^\/visits\/\d/.exec(pointer)?.[0];
      const value = readPointer(changed, pointer);
      expect(typeof value).toBe('string');
      expect(viewText(changed, 'respondent', item)).not.toContain(value);
    },
  );

  test('never gets the office of a visitor that names the new district', () => {
    const position = '龙门浩街道网格员';
    const visitors = [{ name: '田甜', unit: '社区居民委员会', position }];
    const own = root.visits?.findIndex(({ subject }) => subject === 'respondent') ?? -1;
    const changed = patched(root, { visits: { [own]: { visitors } } });
    expect(viewText(changed, 'respondent', `/visits/${own}`)).not.toMatch(/龙门浩|网格员/);
    expect(viewText(changed, 'committee', `/visits/${own}`)).toContain('网格员');
  });

  test('never gets the ground of jurisdiction that rests on the new home', () => {
    const changed = patched(root, { order: { jurisdictionGround: 'applicant-residence' } });
    expect(see(changed, 'respondent').view.order?.jurisdictionGround).toBeUndefined();
  });
});
