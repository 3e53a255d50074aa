import { assistanceNotice } from '../../templates/instruments/assistance-notice/instrument';
import { expectGolden } from '../support/build-copy';
import { lawOf, loadCaseLaw } from '../support/case-law';
import { openCopies, ownFindings } from '../support/sample-copies';
import { secretsIn } from '../support/victim-secrets';

const { samples, copyOf, changedCopy } = openCopies(assistanceNotice);
const copies = [...samples].map(([name, sample]) => ({ name, sample, audience: sample.audience ?? '' }));
const law = loadCaseLaw();

describe.each(copies)('assistance notice: $name', ({ name, audience, sample }) => {
  const copy = copyOf(name);
  const entry = copy.case.assistance?.[Number(sample.item?.split('/')[2])];

  test('reads as the golden text', () => {
    expectGolden(`assistance-notice/${name}`, copy.text);
  });

  test('is made from a case that no rule refuses', () => {
    expect(copy.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('says neither where the victim lives nor how to reach her', () => {
    expect(secretsIn(copy.text, copy.case)).toEqual([]);
  });

  test('names no other addressee', () => {
    const workplaces = copy.case.respondents.map(({ workplace }) => workplace);
    const others = [...(copy.case.assistance ?? []), ...(copy.case.service ?? [])]
      .map(({ recipient }) => recipient)
      .filter(({ kind, name: other }) => kind !== 'respondent' && kind !== 'victim' && other !== entry?.recipient.name)
      .filter(({ name: other }) => !workplaces.includes(other));
    expect(others.filter(({ name: other }) => copy.text.includes(other))).toEqual([]);
  });

  test('hides the given names of minors', () => {
    const minors = [...copy.case.victims, ...(copy.case.relatives ?? [])].filter(({ minor }) => minor);
    expect(minors.filter(({ name: minor }) => copy.text.includes(minor))).toEqual([]);
  });

  test('asks for what the law asks of such a unit and for what the case adds', () => {
    const rules = lawOf(law, copy.case.jurisdiction, copy.built.datedOn).lists.assistanceItems;
    const own = rules.filter(({ kind }) => kind === entry?.recipient.kind).map(({ text }) => text);
    const asked = [...own, ...(entry?.items ?? [])];
    const foreign = rules.map(({ text }) => text).filter((text) => !asked.includes(text));
    const numbered = copy.text.split('\n').filter((line) => /^[一二三四五六七八九十]+、/.test(line));
    expect(numbered).toHaveLength(asked.length);
    for (const text of own) expect(numbered.some((line) => line.includes(text))).toBe(true);
    for (const text of foreign) expect(numbered.some((line) => line.includes(text))).toBe(false);
  });

  test('rests on law in force, never on a policy document', () => {
    const [request] = copy.text.split('\n').filter((line) => line.endsWith('协助执行以下事项：'));
    expect(request).toContain('依照《中华人民共和国反家庭暴力法》第三十二条');
    expect(request).not.toContain('意见');
  });

  test('leaves at least 7 mm for every field that is filled in by hand', () => {
    const rows = copy.built.model.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ minHeight = 0 }) => minHeight < 7)).toEqual([]);
  });

  test('carries its number, not a person, in the title of the file', () => {
    expect(copy.built.model.title).toBe('协助执行通知书 AS-2026-0000016');
    expect(copy.built.variant).toBe(audience);
  });
});

describe('assistance notice', () => {
  test('warns on the slip that it must not state where the victim lives', () => {
    const [, slip] = copyOf('police').text.split('（骑缝）');
    expect(slip).toContain('本回执不得列明受害人的现住所、行踪、联系方式');
    expect(slip).not.toContain('罗');
    expect(slip).not.toContain('陈');
  });

  test('tells only the police and those who visit where the respondent lives', () => {
    expect(copyOf('police').text).toContain('公民身份号码500240198711250011，住重庆市渝中区');
    expect(copyOf('committee').text).toMatch(/公民身份号码\*+0011，住重庆市渝中区/);
    expect(copyOf('school').text).not.toContain('安和路88号');
  });

  test('is not made when no order was granted', () => {
    const findings = ownFindings(changedCopy('police', { patch: { order: { outcome: 'deny' } } }));
    expect(findings).toMatchObject([
      { severity: 'error', pointer: '/order/outcome', code: 'ASSISTANCE_WITHOUT_ORDER' },
    ]);
  });

  test('is not made without saying what is asked', () => {
    const recipient = { kind: 'employer', name: '重庆川渝通达物流有限公司' };
    const findings = ownFindings(changedCopy('employer', { patch: { assistance: [{ recipient }] } }));
    expect(findings).toMatchObject([
      { severity: 'error', pointer: '/assistance/0/items', code: 'ASSISTANCE_ITEMS_MISSING' },
    ]);
  });

  test('does not ask for the slip before the order was made', () => {
    const recipient = { kind: 'police', name: '安和路派出所' };
    const findings = ownFindings(
      changedCopy('police', { patch: { assistance: [{ recipient, returnBy: '2026-04-14' }] } }),
    );
    expect(findings).toMatchObject([
      { severity: 'error', pointer: '/assistance/0/returnBy', code: 'RETURN_BEFORE_ORDER' },
    ]);
  });
});
