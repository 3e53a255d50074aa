import { followUpVisit } from '../../templates/instruments/follow-up-visit/instrument';
import { expectGolden } from '../support/build-copy';
import { openCopies, ownFindings } from '../support/sample-copies';
import { secretsIn } from '../support/victim-secrets';

const { samples, copyOf, changedCopy } = openCopies(followUpVisit);
const copies = [...samples].map(([name, sample]) => ({ name, sample }));

describe.each(copies)('follow-up visit: $name', ({ name, sample }) => {
  const copy = copyOf(name);
  const visit = copy.case.visits?.[Number(sample.item?.split('/')[2])];
  const rows = copy.built.model.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));

  test('reads as the golden text', () => {
    expectGolden(`follow-up-visit/${name}`, copy.text);
  });

  test('is made from a case that no rule refuses', () => {
    expect(copy.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('says neither where the victim lives nor how to reach her', () => {
    expect(secretsIn(copy.text, copy.case)).toEqual([]);
  });

  test('asks about every measure of the order', () => {
    const numbers = rows
      .map(({ cells }) => cells[0]?.content.flat())
      .map((cell) => cell?.map((piece) => 'text' in piece && piece.text));
    const counted = numbers.map((cell) => cell?.join('')).filter((number) => /^\d+$/.test(number ?? ''));
    expect(counted).toEqual(copy.case.order?.measures?.map((_, index) => String(index + 1)));
  });

  test('leaves at least 7 mm for every field that is filled in by hand', () => {
    expect(rows.filter(({ minHeight = 0 }) => minHeight < 7)).toEqual([]);
  });

  test('is read by the visited person too', () => {
    expect(followUpVisit.item?.readers?.(visit, copy.case)).toEqual([visit?.subject]);
  });

  test('carries no code, because it is filled in by hand', () => {
    expect(copy.built.model.qr).toBeUndefined();
  });
});

describe('follow-up visit', () => {
  test('has a sheet for every variant', () => {
    expect(copies.map(({ name }) => copyOf(name).built.variant).sort()).toEqual(
      expect.arrayContaining(Object.keys(followUpVisit.variants).sort()),
    );
  });

  test("prints on the respondent's sheet nothing that the victim told, and reports that it was entered there", () => {
    const { text, findings, case: root } = copyOf('respondent-nth');
    const [visit] = root.visits ?? [];
    const told = [visit?.recurrence?.narrative, visit?.feelsSafe, visit?.helpGiven, visit?.children].map(String);
    expect(told.filter((fact) => text.includes(fact))).toEqual([]);
    expect(text).not.toMatch(/危险程度|再次遭受|安全感|处置意见|申请延长/);
    expect(findings.filter(({ code }) => code === 'VISIT_VICTIM_FACT').map(({ pointer }) => pointer)).toEqual(
      ['recurrence', 'riskLevel', 'feelsSafe', 'helpGiven', 'children'].map((key) => `/visits/0/${key}`),
    );
  });

  test('never says where the victim was visited', () => {
    const { text, case: root } = copyOf('victim-first');
    const place = root.visits?.[0]?.place ?? '';
    expect(place).not.toBe('');
    expect(text).not.toContain(place);
    expect(text).not.toContain('回访地点');
  });

  test('does not claim that no violence happened when nobody asked', () => {
    expect(copyOf('victim-blank').text).toContain('是否再次遭受家庭暴力 | □是 □否');
    expect(copyOf('victim-first').text).toContain('是否再次遭受家庭暴力 | 否');
    expect(copyOf('victim-violated').text).toContain('是否再次遭受家庭暴力 | 是');
  });

  test('ends with a summary for the party to sign and the court to receive', () => {
    const [, summary] = copyOf('victim-expiry').text.split('期满回访汇总表（申请人）');
    expect(summary).toContain('回访总次数 | 共3次');
    expect(summary).toContain('当事人签字');
    expect(summary).toContain('现报送重庆市渝中区人民法院。');
    expect(copyOf('victim-first').text).not.toContain('汇总表');
  });

  test('repeats the measures in the words of the ruling, although another act has come into force since', () => {
    const [visit] = copyOf('victim-first').case.visits ?? [];
    const order = { decidedAt: '2022-09-20T10:00:00+08:00', measures: [{ id: 'move-out' }] };
    const visits = [{ ...visit, compliance: [], visitedAt: '2022-10-20T10:00:00+08:00' }];
    const { text, built } = changedCopy('victim-first', { patch: { jurisdiction: 'henan', order, visits } });
    expect(text).toMatch(/责令被申请人.+迁出申请人/);
    expect(text).not.toContain('搬离申请人');
    expect(built.datedOn).toBe('2022-10-20');
  });

  test('refuses a measure that the order does not contain', () => {
    const [visit] = copyOf('victim-first').case.visits ?? [];
    const compliance = [{ measure: 'no-such-measure', status: 'complied' }];
    const findings = ownFindings(changedCopy('victim-first', { patch: { visits: [{ ...visit, compliance }] } }));
    expect(findings).toMatchObject([{ severity: 'error', pointer: '/visits/0/compliance/0/measure' }]);
  });

  test('reminds of the court when a breach was found and nobody is told', () => {
    const [visit] = copyOf('victim-first').case.visits ?? [];
    const compliance = [{ measure: 'no-violence', status: 'violated' }];
    const findings = ownFindings(
      changedCopy('victim-first', { patch: { visits: [{ ...visit, compliance, disposition: 'continue' }] } }),
    );
    expect(findings).toMatchObject([{ severity: 'notice', code: 'VISIT_BREACH_UNREPORTED' }]);
  });

  test('reminds when the victim could not speak alone and in safety', () => {
    const [visit] = copyOf('victim-first').case.visits ?? [];
    const codesOf = (more: object) =>
      ownFindings(changedCopy('victim-first', { patch: { visits: [{ ...visit, ...more }] } })).map(({ code }) => code);
    expect(codesOf({ alone: false })).toEqual(['VISIT_SETTING_UNSAFE']);
    expect(codesOf({ safeSetting: false })).toEqual(['VISIT_SETTING_UNSAFE']);
    expect(codesOf({})).toEqual([]);
  });
});
