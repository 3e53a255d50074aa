import { protectionOrder } from '../../templates/instruments/protection-order/instrument';
import { buildCopy } from '../support/build-copy';

function rule(patch: object, { base = 'national', audience = 'respondent' } = {}) {
  const sample = { title: '裁定', base, patch };
  return buildCopy({ instrument: protectionOrder, sample, audience });
}

const codes = (patch: object, base?: string) =>
  rule(patch, base === undefined ? {} : { base }).findings.map(({ severity, code }) => `${severity} ${code}`);

const citation = (text: string) => text.split('\n').find((line) => line.endsWith('裁定如下：')) ?? '';

describe('a ruling', () => {
  it('is refused on a day on which the law was not in force, with the article that says so', () => {
    const early = {
      application: { receivedAt: '2016-02-20T09:00:00+08:00' },
      order: { filedOn: '2016-02-20', decidedAt: '2016-02-22T10:00:00+08:00' },
    };
    const finding = rule(early).findings.find(({ code }) => code === 'LAW_NOT_IN_FORCE');
    expect(finding).toMatchObject({
      severity: 'error',
      pointer: '/order/decidedAt',
      citation: '《中华人民共和国反家庭暴力法》第三十八条',
    });
    expect(codes({ order: { decidedAt: '2016-03-01T10:00:00+08:00' } })).not.toContain('error LAW_NOT_IN_FORCE');
  });

  it('says once what the writers of the fields and its own clauses both say', () => {
    const { text } = rule({
      application: {
        facts: '申请人称：被打。',
        requests: ['1. 请求法院禁止被申请人实施家庭暴力；', '（二）责令迁出。'],
      },
      order: {
        hearing: { opinion: '被申请人辩称：没有打人' },
        findings: '经审查查明，双方系夫妻',
        reasoning: '本院认为，申请人面临危险',
      },
    });
    expect(text).toContain('申请人沈㛃称，被打。');
    expect(text).toContain('请求：1.禁止被申请人实施家庭暴力；2.责令迁出。');
    expect(text).toContain('被申请人贺䶮堃称，没有打人。');
    expect(text).toContain('经审查查明，双方系夫妻。');
    expect(text).toContain('本院经审查认为，申请人面临危险。');
  });

  it('dismisses what is not granted as its last item, and gives both sides their reconsideration', () => {
    const { text } = rule({ order: { measures: [{ id: 'no-violence' }], restDismissed: true } });
    expect(text).toContain('一、禁止被申请人贺䶮堃实施家庭暴力；\n二、驳回申请人沈㛃的其他申请。\n');
    expect(text).toContain(
      '申请人沈㛃不服驳回其他申请、被申请人贺䶮堃不服人身安全保护令的，可以自本裁定生效之日起五日内',
    );
  });

  it('asks what becomes of requests that no measure answers', () => {
    const one = { measures: [{ id: 'no-violence' }] };
    expect(codes({ order: one })).toContain('notice REQUESTS_UNANSWERED');
    expect(codes({ order: { ...one, restDismissed: false } })).not.toContain('notice REQUESTS_UNANSWERED');
    expect(codes({})).not.toContain('notice REQUESTS_UNANSWERED');
    const denied = { outcome: 'deny', measures: null, validity: null, restDismissed: true };
    expect(codes({ order: denied })).toContain('error DENIAL_WITH_MEASURES');
  });

  it('does not dismiss twice in its reasons', () => {
    const reasoning = '申请人的申请不符合法定条件，应予驳回。';
    const { text } = rule({ order: { outcome: 'deny', measures: null, validity: null, reasoning } });
    expect(text).toContain(`本院经审查认为，${reasoning}\n`);
  });

  it('binds somebody with every measure, also where the regulation or the court names nobody', () => {
    const own = { id: 'other', text: '禁止进入申请人所在单位' };
    const henan = rule({ order: { measures: [{ id: 'no-child-taking' }, own] } }, { base: 'henan' }).text;
    expect(henan).toContain('一、禁止被申请人宋喆、王䶮兰抢夺、藏匿未成年子女；');
    expect(henan).toContain('二、禁止被申请人宋喆、王䶮兰进入申请人魏𠅤宁、宋堃泽所在单位。');
  });

  it('names the parties in the words of the law even when a name is one of those words', () => {
    const respondents = [{ ...(rule({}).case.respondents[0] as object), name: '关方' }];
    const { text } = rule({ respondents, order: { measures: [{ id: 'no-harassment' }] } });
    expect(text).toContain('\n禁止被申请人关方骚扰、跟踪、接触申请人沈㛃及其相关近亲属。\n');
  });

  it('states a nationality, and no ethnic group where the code names none', () => {
    const [one] = rule({}).case.respondents;
    const foreign = { idDocument: { type: 'passport', number: 'E12345678' }, ethnicity: '外国血统' };
    const { text } = rule({ respondents: [{ ...one, ...foreign, nationality: '美国' }] });
    expect(text).toMatch(/被申请人：贺䶮堃，男，1988年1月19日出生，美国国籍，护照号码E12345678，住/);
    expect(text).not.toMatch(/外国血统/);
    const stateless = { ...one, ...foreign, ethnicity: '其他', nationality: '无国籍' };
    expect(rule({ respondents: [stateless] }).text).toMatch(/出生，无国籍，护照号码/);
    expect(codes({ respondents: [{ ...one, ...foreign }] })).toContain('notice NATIONALITY_MISSING');
  });

  it('cites an article whole, and not once more the items that its measures rest on', () => {
    expect(citation(rule({}, { base: 'chongqing' }).text)).not.toMatch(/第三十四条第一项/);
    expect(citation(rule({}).text)).not.toMatch(/第二十九条第一项/);
  });

  it('cites the rule on people who live together without being family for a mother-in-law and a former husband', () => {
    expect(citation(rule({}, { base: 'henan' }).text)).toContain('第三十七条，《河南省');
    const shared = rule({}).case.victims[0]?.residence.shared;
    const [victim] = rule({}).case.victims;
    const cohabiting = { ...victim, residence: { status: 'cohabiting', shared } };
    expect(citation(rule({ relationship: 'former-spouse', victims: [cohabiting] }).text)).toContain('第三十七条');
    expect(citation(rule({ relationship: 'former-spouse' }).text)).not.toContain('第三十七条');
  });
});

describe('the copies of one ruling', () => {
  it.each(['female', 'male'] as const)('cite the same law in every copy, a former spouse being %s', (sex) => {
    const other = sex === 'male' ? 'female' : 'male';
    const { victims, respondents } = rule({}).case;
    const patch = {
      relationship: 'former-spouse',
      victims: [{ ...victims[0], sex, idDocument: { type: 'none' } }],
      respondents: [{ ...respondents[0], sex: other, idDocument: { type: 'none' } }],
    };
    const cited = protectionOrder.audiences.map((audience) => citation(rule(patch, { audience }).text));
    expect(new Set(cited).size).toBe(1);
    expect(cited[0]?.includes('妇女权益保障法')).toBe(sex === 'female');
  });
});

describe('someone who acts for applicants', () => {
  it.each([
    ['yunnan', 'womens-federation', 'elderly', true],
    ['yunnan', 'elderly-organization', 'elderly', false],
    ['yunnan', 'civil-affairs', 'illness', false],
    ['xinjiang', 'committee', 'pregnancy', true],
    ['xinjiang', 'disabled-federation', 'disability', false],
    ['chongqing', 'disabled-federation', 'disability', true],
  ])(
    'is cited after the regulation of %s only where it names a %s on the ground %s: %s',
    (base, kind, reason, isNamed) => {
      const representative = { kind, name: '某单位', reason, lawFirm: null, victimWillConfirmed: true };
      const { text } = rule({ representative }, { base });
      expect(citation(text)).toContain('《中华人民共和国反家庭暴力法》第二十三条第一款、第二款、');
      expect(/》第(?:三十八条第二款|二十四条第二款|三十条第三款)/.test(citation(text))).toBe(isNamed);
    },
  );

  const child = (name: string, birthDate: string) => ({
    ...(rule({}, { base: 'chongqing' }).case.victims[1] as object),
    ...{ name, birthDate, idDocument: { type: 'none' } },
  });
  const committee = {
    kind: 'committee',
    name: '某社区居民委员会',
    reason: 'limited-capacity',
    victimWillConfirmed: true,
  };

  it('acts for all of them where the case names none', () => {
    const patch = {
      victims: [child('罗小一', '2014-01-01'), child('罗小二', '2016-01-01')],
      representative: { ...committee, party: null, relationToVictim: null },
    };
    const { text } = rule(patch, { base: 'chongqing', audience: 'court-file' });
    expect(text).toMatch(/申请人：罗小一[^\n]+\n申请人：罗小二[^\n]+\n代为申请人：某社区居民委员会。/);
    expect(text).toContain('因申请人罗小一、罗小二均系限制民事行为能力人，依法代为提出申请。');
  });

  it('acts for the others where the agent is an applicant too', () => {
    const { text, findings } = rule({ representative: { party: null } }, { base: 'chongqing' });
    expect(text).toContain('代为申请人：陈喆兰（系申请人罗㛃瑶的母亲）。');
    expect(findings.map(({ code }) => code)).toContain('REPRESENTATIVE_PARTY_UNSTATED');
  });

  it('is named by its kind alone, as the subject of the sentence, where its name gives a place away', () => {
    const rescue = {
      ...{ kind: 'rescue-agency', name: '重庆市南岸区救助管理站', party: '/victims/0', relationToVictim: null },
      ...{ reason: 'coercion', victimWillConfirmed: true },
    };
    const { text } = rule({ representative: rescue }, { base: 'chongqing' });
    expect(text).toContain('代为申请人：有关救助管理机构（名称依法不载明）。');
    expect(text).toContain('一案，有关救助管理机构（名称依法不载明）因申请人陈喆兰受到强制、威吓，无法自行申请，');
    const file = rule({ representative: rescue }, { base: 'chongqing', audience: 'court-file' }).text;
    expect(file).toContain('一案，代为申请人重庆市南岸区救助管理站因申请人陈喆兰受到强制、威吓');
  });

  it('is never the respondent', () => {
    expect(codes({ representative: { name: '罗堃' } }, 'chongqing')).toContain('error REPRESENTATIVE_IS_RESPONDENT');
  });
});

describe('the number and the bench of a ruling', () => {
  it('are compared with the year of filing', () => {
    expect(codes({ order: { caseNumber: '（2025）京0108民保令27号' } })).toContain('notice CASE_NUMBER_YEAR');
    expect(codes({})).not.toContain('notice CASE_NUMBER_YEAR');
  });

  it('are refused when no judge signs', () => {
    const judges = [{ role: 'assessor', name: '甲一' }];
    expect(codes({ order: { judges } })).toContain('error BENCH_WITHOUT_JUDGE');
  });
});

describe('a respondent of whom little is known', () => {
  it('is bound by the order under what is known of him, with a notice of what is not', () => {
    const unknown = { birthDate: undefined, ethnicity: undefined, idDocument: { type: 'none' } };
    const respondents = [{ ...rule({}).case.respondents[0], ...unknown }];
    const { text, findings } = rule({ respondents });
    expect(text).toContain('被申请人：贺䶮堃，男，住北京市');
    const notices = findings.filter(({ code }) => code === 'IDENTITY_INCOMPLETE');
    expect(notices.map(({ pointer }) => pointer)).toEqual(['/respondents/0/birthDate', '/respondents/0/ethnicity']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(['下落不明', '现羁押于长沙市第一看守所', '无固定住所', '住址不详'])('is not said to live in %s', (line) => {
    const respondents = [{ ...rule({}).case.respondents[0], residence: { line } }];
    expect(rule({ respondents }).text).toMatch(new RegExp(`被申请人：贺䶮堃，[^\\n]+，${line}。`));
  });

  it('lives where the address begins like one of these words', () => {
    const respondents = [{ ...rule({}).case.respondents[0], residence: { line: '现代城小区5栋' } }];
    expect(rule({ respondents }).text).toMatch(/，住现代城小区5栋。/);
  });
});
