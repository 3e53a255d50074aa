import { protectionOrder } from '../../templates/instruments/protection-order/instrument';
import { buildCopy, expectGolden, hiddenPlaceWords } from '../support/build-copy';
import { openCopies } from '../support/sample-copies';

const { samples, copyOf } = openCopies(protectionOrder);
/** The main sample is kept for every audience, the others for both parties and the audience they were written for. */
const copies = [...samples].flatMap(([name, sample]) =>
  protectionOrder.audiences.map((audience) => {
    const isGolden = name === 'all-measures' || ['respondent', 'victim', sample.audience].includes(audience);
    return { name, audience, isGolden };
  }),
);

/** 一、…； of the operative part. */
function operativeItems(text: string): string[] {
  const [, after = ''] = text.split('裁定如下：\n');
  return after.split('\n').filter((line) => /^[一二三四五六七八九十]+、/.test(line));
}

function operativeSentence(text: string): string {
  return text.split('\n').find((line) => line.endsWith('裁定如下：')) ?? '';
}

describe.each(copies.filter(({ isGolden }) => isGolden))('ruling: $name for $audience', ({ name, audience }) => {
  test('reads as the golden text', () => {
    expectGolden(`protection-order/${name}.${audience}`, copyOf(name, audience).text);
  });
});

describe.each(copies)('ruling: $name for $audience', ({ name, audience }) => {
  test('is made from a case without errors', () => {
    expect(copyOf(name, audience).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('bears no list of those whom it is served on', () => {
    const { case: root, text } = copyOf(name, audience);
    const stated = root.representative?.name;
    for (const { recipient } of root.assistance ?? []) {
      if (recipient.name !== stated && recipient.name !== root.respondents[0]?.workplace) {
        expect(text).not.toContain(recipient.name);
      }
    }
    expect(text).not.toMatch(/抄送|主送|分送/);
  });

  test('is dated in Chinese numerals and speaks of 本院', () => {
    const { built, text } = copyOf(name, audience);
    expect(text).toMatch(/^二〇[〇一二三四五六七八九]{2}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日$/m);
    expect(text).not.toContain('我院');
    expect(built.model.title).toBe('民事裁定书（人身安全保护令） AS-2026-0000016');
  });

  test('rests on laws, then local regulations, then interpretations, and on no Opinion', () => {
    const acts = [...operativeSentence(copyOf(name, audience).text).matchAll(/《((?:[^《》〈〉]|〈[^〉]*〉)+)》/g)];
    const ranks = acts.map(([, title = '']) =>
      title.startsWith('最高人民法院') ? 2 : title.startsWith('中华') ? 0 : 1,
    );
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks).toEqual([...ranks].sort());
    expect(acts.map(([title]) => title).join('')).not.toContain('意见');
  });
});

/** Copies of cases in which a victim lives, or means to live, where the respondent does not. */
const hiding = copies.filter(({ name, audience }) => hiddenPlaceWords(copyOf(name, audience).case).length > 0);

test.each(hiding)('ruling: $name for $audience never says where a victim now lives', ({ name, audience }) => {
  const copy = copyOf(name, audience);
  expect(hiddenPlaceWords(copy.case).filter((word) => copy.text.includes(word))).toEqual([]);
});

describe.each([...samples.keys()])('the operative part of %s', (name) => {
  const text = () => copyOf(name, 'respondent').text;

  test('numbers its items with 顿号, parts them by ； and ends with 。', () => {
    const items = operativeItems(text());
    const numbers = items.map((item) => item.slice(0, item.indexOf('、')));
    expect(numbers).toEqual(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].slice(0, items.length));
    for (const item of items.slice(0, -1)) expect(item).toMatch(/[^；。]；$/);
    for (const item of items.slice(-1)) expect(item).toMatch(/[^；。]。$/);
  });

  test('names no place that the order keeps him away from', () => {
    const { case: root } = copyOf(name, 'respondent');
    const [, after = ''] = text().split('裁定如下：');
    const places = root.victims.flatMap(({ workplace, school }) => [workplace, school]).filter((place) => place);
    expect(places.filter((place) => after.includes(place ?? ''))).toEqual([]);
  });
});

describe('the ruling', () => {
  test('has the measures of Chongqing in its order, with hours and metres', () => {
    const items = operativeItems(copyOf('all-measures', 'respondent').text);
    expect(items).toHaveLength(9);
    expect(items[2]).toMatch(/^三、责令被申请人罗堃在收到本裁定后48小时内迁出申请人.+的住所；$/);
    expect(items[4]).toContain('泄露、散布、传播');
    expect(items[5]).toContain('200米范围内');
    expect(items[7]).toContain('抢夺、藏匿未成年子女');
  });

  test('says until when it is in force', () => {
    expect(copyOf('all-measures', 'victim').text).toContain('本裁定自作出之日起六个月内有效，至2026年10月15日止。');
    expect(copyOf('bench-single-measure', 'victim').text).toContain('自作出之日起生效，有效期至2026年9月30日止。');
  });

  test('gives the respondent one reconsideration that stays nothing, and says what a breach costs', () => {
    const { text } = copyOf('all-measures', 'respondent');
    expect(text).toMatch(/被申请人.+可以自本裁定生效之日起五日内向本院申请复议一次。复议期间不停止本裁定的执行。/);
    expect(text).toContain('一千元以下罚款、十五日以下拘留');
  });

  test('refuses an application without measures, period or threat, and leaves the applicant one reconsideration', () => {
    const { built, text } = copyOf('denied', 'victim');
    expect(built.variant).toBe('deny');
    expect(text).toContain('驳回申请人');
    expect(text).toMatch(/申请人.+如不服本裁定，可以自本裁定生效之日起五日内向本院申请复议一次。/);
    expect(text).not.toMatch(/禁止被申请人.+；\n二、|有效，至|一千元以下罚款|第二十九条/);
  });

  test('states the standard of proof unless the reasons state it', () => {
    for (const name of ['all-measures', 'urgent-unheard']) {
      expect(copyOf(name, 'respondent').text.match(/较大可能性/g)).toHaveLength(1);
    }
  });

  test('says whether the respondent was heard', () => {
    expect(copyOf('urgent-unheard', 'respondent').text).toContain('因情况紧急，本院作出裁定前未询问被申请人');
    expect(copyOf('bench-single-measure', 'respondent').text).toContain(
      '通过短信询问了被申请人罗堃。被申请人罗堃未发表意见。',
    );
  });

  test('names the shared home only of an applicant who still lives there', () => {
    expect(copyOf('cohabiting', 'respondent').text).toMatch(/^申请人：陈喆兰，.*住重庆市渝中区.*1203室。$/m);
    expect(copyOf('all-measures', 'respondent').text).not.toMatch(/^申请人：.*住/m);
  });

  test('cites the rule that lets another apply, and her will where the rule asks for it', () => {
    const coercion = copyOf('represented-coercion', 'victim').text;
    expect(coercion).toContain('代为申请人：重庆市渝中区妇女联合会。');
    expect(operativeSentence(coercion)).toContain('第二十三条第一款、第二款');
    expect(operativeSentence(coercion)).not.toContain('若干问题的规定》第二条');
    const elderly = copyOf('represented-elderly', 'victim').text;
    expect(elderly).toContain('根据其意愿代为提出申请');
    expect(operativeSentence(elderly)).toContain('若干问题的规定》第二条、第六条');
  });

  test('does not name to the respondent an organisation that would give her place away', () => {
    expect(copyOf('represented-coercion', 'respondent').text).toContain(
      '代为申请人：有关妇女联合会（名称依法不载明）。',
    );
  });

  test('protects a woman from a former husband under the law that covers her', () => {
    const sentence = operativeSentence(copyOf('former-spouse', 'respondent').text);
    expect(sentence).toContain('《中华人民共和国妇女权益保障法》第二十九条，《最高人民法院');
  });

  test('is called by the kind that Xinjiang knows', () => {
    expect(copyOf('xinjiang-urgent', 'respondent').text).toContain('符合作出紧急人身安全保护令的法定条件');
    expect(copyOf('national', 'respondent').text).not.toMatch(/一般人身安全保护令|紧急人身安全保护令/);
  });

  test('is signed by the bench in its order, with date, verification and clerks below', () => {
    const signature = copyOf('bench-single-measure', 'respondent').built.model.blocks.at(-1);
    expect(signature).toMatchObject({
      kind: 'signature',
      sealed: true,
      signatories: [{ role: '审判长' }, { role: '审判员' }, { role: '人民陪审员' }],
      verification: '本件与原本核对无异',
      after: [{ role: '书记员' }],
    });
  });

  test('builds readable text from a case of which nothing may be shown', () => {
    const sample = samples.get('all-measures');
    if (sample === undefined) throw new Error('no sample');
    const { text } = buildCopy({ instrument: protectionOrder, sample, audience: 'respondent', view: {} });
    expect(text).toContain('（依法不载明）');
    expect(text).not.toMatch(/undefined|\[object|，，|。。|，。/);
  });
});

describe('what a ruling asks of the case', () => {
  const codes = (order: object) => {
    const sample = { title: '检查', base: 'chongqing', patch: { order } };
    return buildCopy({ instrument: protectionOrder, sample, audience: 'respondent' }).findings.map(({ code }) => code);
  };

  test('notices words and hours that the statutory wording cannot take, and a bench without a presiding judge', () => {
    expect(codes({ measures: [{ id: 'no-violence', text: '另写', vacateWithinHours: 2 }] })).toEqual(
      expect.arrayContaining(['MEASURE_HOURS_UNUSED', 'MEASURE_TEXT_UNUSED']),
    );
    const judges = ['judge', 'assessor'].map((role) => ({ role, name: '周明远' }));
    expect(codes({ judges })).toContain('BENCH_COMPOSITION');
  });
});
