import { createValidator, type FieldNode } from '../../src/schema';
import { type Case, caseSchema, caseWith } from '../../templates/case';
import { findingsOf, patched, sampleCase } from '../support/cases';

const validator = createValidator(caseSchema);
const chongqing = sampleCase('chongqing');

function privacyClasses(node: FieldNode): (string | undefined)[] {
  if (node.kind === 'leaf') return [node.meta.privacy];
  return node.kind === 'list' ? privacyClasses(node.item) : Object.values(node.fields).flatMap(privacyClasses);
}

function validate(patch: Parameters<typeof patched>[1]) {
  return validator.validate(patched(chongqing, patch));
}

function errorsOf(patch: Parameters<typeof patched>[1]): string[] {
  const result = validate(patch);
  return result.ok ? [] : result.errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

test('all leaves of an address share one class, so that it is protected whole', () => {
  const composites: (string | undefined)[][] = [];
  const collect = (node: FieldNode): void => {
    if (node.kind === 'list') collect(node.item);
    if (node.kind !== 'object') return;
    if (node.composite === undefined) Object.values(node.fields).forEach(collect);
    else composites.push(privacyClasses(node));
  };
  collect(validator.tree);
  expect(composites.length).toBeGreaterThan(5);
  for (const classes of composites) expect(new Set(classes).size).toBe(1);
});

test('a section that an instrument needs becomes mandatory', () => {
  const withOrder = createValidator(caseWith('order', 'court'));
  const result = withOrder.validate(patched(chongqing, { order: null, court: null }));
  expect(result.ok ? [] : result.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
    '/court REQUIRED',
    '/order REQUIRED',
  ]);
  expect(validate({ order: null, court: null }).ok).toBe(true);
});

describe('names', () => {
  test.each([
    '陈䶮',
    '周㛃',
    '王喆',
    '魏𠅤宁',
    '欧阳堃',
    '李〇',
    '〇梅',
    '阿卜杜热西提·买买提艾力',
    '古丽娜尔·阿不都热依木',
    "Anna-Maria O'Brien Jr.",
    'José María',
    '葛\u{E0100}飾', // a variant chosen by a selector
  ])('accepts %s', (name) => {
    expect(errorsOf({ victims: { 0: { name } } })).toEqual([]);
  });

  test.each([
    '陈兰1',
    '陈_兰',
    '李○', // a circle in place of a character
    '陈\u0000兰',
    '陈\uD840兰',
    '陈\u202E兰',
    '陈\n兰',
    '·陈兰',
    '/victims/0',
    '',
    '陈'.repeat(61),
  ])('refuses %j', (name) => {
    expect(errorsOf({ victims: { 0: { name } } })[0]).toMatch(/^\/victims\/0\/name /);
  });

  test.each([
    ['Smith-Jones', 'Smith-Jones'],
    ['d’Estaing', "d'Estaing"],
  ])('takes %s, as passports have it', (typed, name) => {
    expect(validate({ victims: { 0: { name: typed } } })).toMatchObject({
      ok: true,
      value: { victims: [{ name }, {}] },
    });
  });

  test('brings every middle dot into U+00B7 and composes letters', () => {
    const dotted = validate({ victims: { 0: { name: '古丽娜尔•阿不都热依木' } } });
    expect(dotted).toMatchObject({
      ok: true,
      value: { victims: [{ name: '古丽娜尔·阿不都热依木' }, {}] },
      notices: [{ pointer: '/victims/0/name', code: 'NAME_NORMALIZED' }],
    });
    expect(validate({ victims: { 0: { name: 'Jose\u0301' } } })).toMatchObject({
      value: { victims: [{ name: 'José' }, {}] },
    });
  });
});

describe('numbers', () => {
  test('an ID number may be typed with a small x', () => {
    const result = validate({ victims: { 0: { idDocument: { number: '11010519491231002x' } } } });
    expect(result).toMatchObject({ value: { victims: [{ idDocument: { number: '11010519491231002X' } }, {}] } });
  });

  test.each([
    '（2026）渝0103民保令16号',
    '（2026）云2801民保令5号',
    '（2026）新3101民保令8号',
    '（2026）最高法民保更1号',
    '（2026）苏01民保令2号之一',
  ])('accepts the case number %s', (caseNumber) => {
    expect(errorsOf({ order: { caseNumber } })).toEqual([]);
  });

  test.each(['(2026)渝0103民保令16号', ' （2026） 渝0103 民保令 16 号 ', '(2026）渝0103民保令16号'])(
    'brings %s into the official form with a notice',
    (caseNumber) => {
      expect(validate({ order: { caseNumber } })).toMatchObject({
        ok: true,
        value: { order: { caseNumber: '（2026）渝0103民保令16号' } },
        notices: [{ pointer: '/order/caseNumber', code: 'CASE_NUMBER_NORMALIZED' }],
      });
    },
  );

  test.each([
    '2026渝0103民保令16号',
    '（26）渝0103民保令16号',
    '（2026）渝0103民保令016号',
    '（2026）渝103民保令16号',
    '（2026）渝0103民初16号',
    '（2026）渝0103民保令16',
    '（2026）界0103民保令16号',
  ])('refuses the case number %s', (caseNumber) => {
    expect(errorsOf({ order: { caseNumber } })).toEqual(['/order/caseNumber FORMAT']);
  });

  test('brings the brackets of a warning number into their official form', () => {
    expect(validate({ warning: { number: '渝中公(安)告诫字[2026]15号' } })).toMatchObject({
      value: { warning: { number: '渝中公（安）告诫字〔2026〕15号' } },
      notices: [{ pointer: '/warning/number' }],
    });
  });

  test.each(['13800000016', '+86-13800000016', '023-63900001', '63900001', '12338', '110'])(
    'accepts the telephone %s',
    (phone) => {
      expect(errorsOf({ victims: { 0: { phone } } })).toEqual([]);
    },
  );
});

describe('no value ever comes back', () => {
  const canaries: string[] = [];

  /** The case with every text replaced by one of its own, each unmistakable. */
  function poison(value: unknown, make: (index: number) => string): unknown {
    if (typeof value === 'string') {
      const canary = make(canaries.length);
      canaries.push(canary);
      return canary;
    }
    if (Array.isArray(value)) return value.map((item) => poison(item, make));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poison(item, make)]));
  }

  test.each<[string, (index: number) => string]>([
    ['words', (index) => `绝密甲${'乙丙丁'.repeat(index % 3)}密绝`],
    ['numbers', (index) => `77${String(index).padStart(6, '0')}77`],
    ['control characters', (index) => `绝密\u0007${index}密绝`],
    ['nothing but a long text', (index) => `绝密${index}`.repeat(9000)],
  ])('from a case whose every text is %s', (_, make) => {
    canaries.length = 0;
    const result = validator.validate(poison(chongqing, make));
    expect(result.ok).toBe(false);
    const answer = JSON.stringify(result.ok ? [] : result.errors);
    expect(canaries.length).toBeGreaterThan(300);
    expect(canaries.filter((canary) => answer.includes(canary))).toEqual([]);
  });

  test('from the law’s own checks, errors and notices alike', () => {
    const secret = '绝密之名';
    const broken = patched(chongqing, {
      victims: {
        0: {
          name: secret,
          idDocument: { number: '绝密号码号码' },
          birthDate: '2031-01-01',
          residence: { status: 'unknown', current: chongqing.victims[0]?.residence.shared },
          knownToRespondent: [{ pointer: '/绝密位置', reason: secret }],
        },
      },
      respondents: { 0: { name: secret } },
      representative: { kind: 'rescue-agency', name: secret, reason: 'pregnancy', party: '/绝密' },
      order: {
        measures: [{ id: secret }],
        validity: { months: 9, until: '2031-02-03' },
        decidedAt: '2031-02-04T00:00:00Z',
      },
      warning: { grounds: [secret], visits: [], recipients: [], letters: [{ respondent: '/绝密', number: secret }] },
      service: { 0: { substitute: { name: secret } }, 1: { recipient: { name: `${secret}、甲` } } },
      visits: { 0: { party: secret, visitors: [] } },
      violation: { measure: secret, sanctions: [{ kind: 'fine', fineYuan: 98_765 }] },
    }) as Case;
    const answer = JSON.stringify(findingsOf(broken).map(({ detail, citation }) => `${detail}${citation ?? ''}`));
    expect(answer.length).toBeGreaterThan(1000);
    for (const value of ['绝密', '98765', '2031', '安和苑', '陈喆兰']) expect(answer).not.toContain(value);
  });
});
