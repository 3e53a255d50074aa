import { warningLetter } from '../../templates/instruments/warning-letter/instrument';
import { buildCopy, expectGolden, hiddenPlaceWords } from '../support/build-copy';
import { openCopies } from '../support/sample-copies';

const { samples, copyOf } = openCopies(warningLetter);
const copies = [...samples].flatMap(([name, sample]) =>
  warningLetter.audiences.map((audience) => ({ name, audience, sample })),
);

describe.each(copies)('warning letter: $name for $audience', ({ name, audience }) => {
  test('reads as the golden text', () => {
    expectGolden(`warning-letter/${name}.${audience}`, copyOf(name, audience).text);
  });

  test('is made from a case without errors', () => {
    expect(copyOf(name, audience).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is no penalty and does not expire', () => {
    expect(copyOf(name, audience).text).not.toMatch(/有效期|失效|行政复议|行政诉讼|处罚决定书/);
  });

  test('bears an Arabic date and leaves room for the seal', () => {
    const signature = copyOf(name, audience).built.model.blocks.find(({ kind }) => kind === 'signature');
    expect(signature).toMatchObject({ sealed: true, date: expect.stringMatching(/^20\d\d年[1-9]\d?月[1-9]\d?日$/) });
  });
});

/** Copies of cases in which a victim lives, or means to live, where the respondent does not. */
const hiding = copies.filter(({ name, audience }) => hiddenPlaceWords(copyOf(name, audience).case).length > 0);

test.each(hiding)('warning letter: $name for $audience never says where a victim now lives', ({ name, audience }) => {
  const copy = copyOf(name, audience);
  expect(hiddenPlaceWords(copy.case).filter((word) => copy.text.includes(word))).toEqual([]);
});

describe.each([...samples.keys()])('the respondent’s copy of %s', (name) => {
  const text = () => copyOf(name, 'respondent').text;

  test('names of the victim nothing but name, sex and relation', () => {
    const lines = text()
      .split('\n')
      .filter((line) => line.startsWith('受害人：'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^受害人：[^，。]+，[男女](?:，与被告诫人[^，。]+)?。$/);
  });

  test('names no reporter, informant, witness or person present', () => {
    const { case: root, text: printed } = copyOf(name, 'respondent');
    const officers = new Set(root.warning?.officers.map((officer) => officer.name));
    const people = [...(root.informants ?? []), ...(root.warning?.witnesses ?? [])].map((person) => person.name);
    for (const person of people) if (!officers.has(person)) expect(printed).not.toContain(person);
  });

  test('does not tell him what the victim asked for or would not forgive', () => {
    expect(text()).not.toMatch(/受害人(?:要求|谅解)/);
  });

  test('says nothing about the victim’s remedies', () => {
    expect(text()).not.toMatch(/人身安全保护令|临时庇护|法律援助/);
  });
});

describe('the warning letter', () => {
  test('tells the victim of protection order, shelter and legal aid', () => {
    expect(copyOf('signed', 'victim').text).toMatch(/申请人身安全保护令[\s\S]*申请庇护[\s\S]*法律援助/);
  });

  test('leaves reading and signature blank to be filled by hand before it is delivered', () => {
    const { built, text } = copyOf('unsigned', 'respondent');
    const cells = built.model.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [],
    );
    const blanks = cells.flatMap(({ content }) => content.flat()).filter(({ kind }) => kind === 'blank');
    expect(built.variant).toBe('signed');
    // Time (5) and place of reading, signature and time (5) of receipt, two officers.
    expect(blanks).toHaveLength(14);
    expect(text).toContain('被告诫人（签名、捺印）');
  });

  test('records a refusal and its local effect instead of a signature', () => {
    const { built, text } = copyOf('refused', 'respondent');
    expect(built.variant).toBe('refused');
    expect(text).toContain('即视为送交。被告诫人拒绝签收的情况已由公安机关记录在案，不影响本告诫书的效力。');
    expect(text).not.toContain('被告诫人（签名、捺印）');
    expect(copyOf('xinjiang-refused', 'respondent').text).toContain('被告诫人拒绝签收，不影响本告诫书的效力。');
  });

  test('cites the revised penalty law from 2026 on and not before', () => {
    expect(copyOf('signed', 'respondent').text).toContain('《中华人民共和国治安管理处罚法》第七十三条第二项');
    expect(copyOf('before-2026', 'respondent').text).not.toContain('第七十三条');
  });

  test('warns only of what happened before the decision', () => {
    const sample = { title: '此前此后的事实', base: 'chongqing', patch: {} };
    const { text } = buildCopy({ instrument: warningLetter, sample, audience: 'victim' });
    expect(text).toContain('2026年3月28日21时40分，被告诫人');
    expect(text).not.toContain('2026年4月11日');
  });

  test('gives each respondent a letter of his own', () => {
    const { text } = copyOf('two-respondents', 'respondent');
    expect(text).toContain('被告诫人：罗秉义，');
    expect(text).toContain('渝中公（安）告诫字〔2026〕16号');
    expect(text).not.toContain('被告诫人：罗堃');
  });

  test('handles violence between people who merely live together by analogy', () => {
    expect(copyOf('cohabitant', 'respondent').text).toMatch(/依法参照家庭暴力处理.*反家庭暴力法》[^《]*第三十七条/);
  });

  test('builds readable text from a case of which nothing may be shown', () => {
    const sample = samples.get('signed');
    if (sample === undefined) throw new Error('no sample');
    const { text } = buildCopy({ instrument: warningLetter, sample, audience: 'respondent', view: {} });
    expect(text).toContain('（依法不载明）');
    expect(text).not.toMatch(/undefined|\[object|，，|。。|，。/);
  });
});

describe('what a warning letter asks of the case', () => {
  const codes = (patch: object, item = '/respondents/0') => {
    const sample = { title: '检查', base: 'chongqing', patch, item };
    return buildCopy({ instrument: warningLetter, sample, audience: 'respondent' }).findings.map(({ code }) => code);
  };
  const two = (samples.get('two-respondents')?.patch ?? {}) as { warning: object; victims: object[] };

  test('refuses a second respondent without a number of his own', () => {
    expect(codes({ ...two, warning: { letters: null } }, '/respondents/1')).toContain('WARNING_LETTER_MISSING');
  });

  test('refuses one number for two letters', () => {
    const letters = [{ respondent: '/respondents/1', number: '渝中公（安）告诫字〔2026〕15号' }];
    expect(codes({ ...two, warning: { letters } })).toContain('WARNING_NUMBER_REPEATED');
  });

  test('refuses a letter without facts before the decision', () => {
    expect(codes({ warning: { decidedAt: '2025-12-19T10:00:00+08:00' } })).toContain('WARNING_WITHOUT_FACTS');
  });

  test('notices a relation that nobody stated', () => {
    const victims = two.victims.map((victim) => ({ ...victim, relationsToOthers: undefined }));
    expect(codes({ ...two, victims }, '/respondents/1')).toContain('WARNING_RELATION_UNSTATED');
    expect(codes(two, '/respondents/1')).not.toContain('WARNING_RELATION_UNSTATED');
  });
});
