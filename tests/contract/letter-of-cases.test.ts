import { warningLetter } from '../../templates/instruments/warning-letter/instrument';
import { buildCopy, readSamples } from '../support/build-copy';

type Options = { base?: string; audience?: string; item?: string };

function letter(patch: object, { base = 'chongqing', audience = 'respondent', item = '/respondents/0' }: Options = {}) {
  return buildCopy({ instrument: warningLetter, sample: { title: '告诫书', base, patch, item }, audience });
}

const codes = (patch: object, options?: Options) =>
  letter(patch, options).findings.map(({ severity, code }) => `${severity} ${code}`);

const victimLine = (text: string) => text.split('\n').find((line) => line.startsWith('受害人：')) ?? '';
const [victim] = letter({}).case.victims;
const incident = (respondents: string[] | undefined, narrative: string) => ({
  ...{ occurredAt: '2026-03-28', place: '家中', manner: ['beating', 'other'], narrative },
  ...(respondents === undefined ? {} : { respondents }),
});

describe('a warning letter', () => {
  it('is refused on a day on which the law was not in force, with the article that says so', () => {
    const warning = { acceptedAt: '2016-02-01T10:00:00+08:00', decidedAt: '2016-02-02T10:00:00+08:00' };
    const finding = letter({ warning }).findings.find(({ code }) => code === 'LAW_NOT_IN_FORCE');
    expect(finding).toMatchObject({ severity: 'error', citation: '《中华人民共和国反家庭暴力法》第三十八条' });
  });

  it('says whose daughter the victim is, or what the relation between the two is', () => {
    const related = (relationToRespondent: string) =>
      victimLine(letter({ victims: [{ ...victim, relationToRespondent }] }).text);
    expect(related('女儿')).toBe('受害人：陈喆兰，女，系被告诫人罗堃的女儿。');
    expect(related('前妻')).toBe('受害人：陈喆兰，女，系被告诫人罗堃的前妻。');
    expect(related('父女')).toBe('受害人：陈喆兰，女，与被告诫人罗堃系父女关系。');
    expect(related('系夫妻关系')).toBe('受害人：陈喆兰，女，与被告诫人罗堃系夫妻关系。');
  });

  it('states what happened on the day of the decision, in whatever time zone that is written', () => {
    const warning = { decidedAt: '2026-03-28T17:00:00Z', acceptedAt: '2026-03-28T16:30:00Z' };
    const late = { ...warning, readAloudAt: null, signature: null };
    const onThatDay = { ...incident(undefined, '凌晨打人'), occurredAt: '2026-03-29' };
    const { text } = letter({ warning: late, incidents: [onThatDay] });
    expect(text).toContain('2026年3月29日，被告诫人在家中');
  });

  it('asks for the evidence that it must name', () => {
    expect(codes({})).not.toContain('notice WARNING_WITHOUT_EVIDENCE');
    for (const evidence of [null, [{ type: 'other' }], [{ type: 'warning-or-penalty' }]]) {
      expect(codes({ evidence })).toContain('notice WARNING_WITHOUT_EVIDENCE');
      expect(letter({ evidence }).text).not.toContain('等证据证实');
    }
  });

  it('says in which ways, and that there were others', () => {
    expect(letter({ incidents: [incident(undefined, '推倒')] }).text).toContain('以殴打等方式实施家庭暴力。');
  });

  it('treats by analogy what former spouses who still share a home do, everywhere, and all former spouses in Yunnan', () => {
    const former = { relationship: 'former-spouse', victims: [{ ...victim, residence: { ...victim?.residence } }] };
    const shared = {
      ...former,
      victims: [{ ...victim, residence: { status: 'cohabiting', shared: victim?.residence.shared } }],
    };
    expect(letter(shared).text).toMatch(/系共同生活的人之间实施的暴力行为，依法参照家庭暴力处理.*第三十七条/);
    expect(codes(former)).toContain('notice WARNING_OUTSIDE_FAMILY');
    expect(codes(shared)).not.toContain('notice WARNING_OUTSIDE_FAMILY');
    const away = { residence: { status: 'moved-out' }, relationToRespondent: null };
    const patch = {
      victims: [{ ...letter({}, { base: 'yunnan' }).case.victims[0], ...away, relationToRespondent: '原夫妻' }],
    };
    const yunnan = letter(patch, { base: 'yunnan' });
    expect(yunnan.text).toMatch(
      /系曾有配偶关系的人之间实施的暴力行为，依法参照家庭暴力处理.*《云南省反家庭暴力条例》[^《]*第四十九条/,
    );
    expect(yunnan.findings.map(({ code }) => code)).not.toContain('WARNING_OUTSIDE_FAMILY');
  });

  it('compares the year of its number with that of the decision', () => {
    expect(codes({ warning: { number: '渝中公（安）告诫字〔2025〕15号' } })).toContain('notice WARNING_NUMBER_YEAR');
    expect(codes({})).not.toContain('notice WARNING_NUMBER_YEAR');
  });

  it('follows the local wording on refusal only from the day on which the local act is in force', () => {
    const refused = (day: string) =>
      letter({
        incidents: [{ ...incident(undefined, '推倒'), occurredAt: '2024-09-01' }],
        warning: {
          ...{ acceptedAt: `${day}T08:00:00+08:00`, decidedAt: `${day}T09:00:00+08:00`, signature: null },
          ...{ readAloudAt: null, refusal: { reason: '不认可', recordingNumber: 'A1' } },
        },
      }).text;
    expect(refused('2024-09-30')).not.toContain('不影响本告诫书的效力');
    expect(refused('2024-10-01')).toContain('不影响本告诫书的效力');
  });
});

describe('what the victim is told of her rights', () => {
  const told = (year: number) =>
    letter(
      {
        incidents: [{ ...incident(undefined, '推倒'), occurredAt: `${year}-02-01` }],
        warning: {
          ...{ acceptedAt: `${year}-02-02T08:00:00+08:00`, decidedAt: `${year}-02-02T09:00:00+08:00` },
          ...{ readAloudAt: null, signature: null },
        },
      },
      { audience: 'victim' },
    ).text;

  it('promises nothing that no rule gave on the day of the letter', () => {
    expect(told(2020)).not.toMatch(/凭本告诫书|不以提起离婚/);
    expect(told(2020)).toContain('你可以向临时庇护场所请求临时生活帮助，可以向法律援助机构申请法律援助。');
    expect(told(2023)).toMatch(/不以提起离婚等民事诉讼为条件/);
    expect(told(2026)).toMatch(/凭本告诫书到临时庇护场所[\s\S]*凭本告诫书向法律援助机构/);
  });
});

describe('letters of several respondents', () => {
  const two = new Map(readSamples('warning-letter')).get('two-respondents')?.patch as {
    victims: object[];
    incidents: object[];
  };
  const second = { item: '/respondents/1' };

  it('state what their own addressee did, and not what only the other did', () => {
    const incidents = [incident(['/respondents/0'], '罗堃打人'), incident(['/respondents/1'], '罗秉义骂人')];
    const own = letter({ ...two, incidents }, second).text;
    expect(own).toContain('罗秉义骂人。');
    expect(own).not.toContain('罗堃打人');
    expect(codes({ ...two, incidents: incidents.slice(0, 1) }, second)).toContain('error WARNING_WITHOUT_FACTS');
  });

  it('ask who did it where an incident does not say', () => {
    expect(codes({ ...two, incidents: [incident(undefined, '打人')] }, second)).toContain(
      'notice WARNING_DOER_UNSTATED',
    );
    expect(codes(two, second)).not.toContain('notice WARNING_DOER_UNSTATED');
    expect(codes({ ...two, incidents: [incident(['/respondents/7'], '打人')] }, second)).toContain(
      'error PARTY_POINTER',
    );
  });

  it('state the relation to each of them, and judge for each whether they are family', () => {
    const { text } = letter(two, second);
    expect(victimLine(text)).toBe('受害人：陈喆兰，女，与被告诫人罗秉义系翁媳关系。');
    expect(text).toMatch(/系共同生活的人之间实施的暴力行为.*第三十七条/);
    expect(letter(two).text).toContain('系家庭暴力，情节较轻');
  });
});
