import { checkProtectionOrder } from '../../templates/instruments/protection-order/check';
import { lawOf, loadCaseLaw } from '../support/case-law';
import { sampleCase } from '../support/cases';
import { GUANGDONG, GUANGDONG_TEXTS } from '../support/guangdong';
import { copyJurisdictionsWith } from '../support/jurisdiction-folders';

const product = loadCaseLaw();
const jurisdictions = loadCaseLaw(copyJurisdictionsWith('guangdong', GUANGDONG));

describe('a further province', () => {
  it('is one folder, known by its name at once', () => {
    expect(product.ids).not.toContain('guangdong');
    expect(jurisdictions.ids).toEqual([...product.ids, 'guangdong'].sort());
    expect(jurisdictions.label('guangdong')).toBe('广东省');
  });

  it('brings its own measures in its own order and words', () => {
    const { measures } = lawOf(jurisdictions, 'guangdong', '2026-11-21').lists;
    expect(measures.map(({ id }) => id)).toEqual(['no-violence', 'no-harassment', 'stay-away', 'move-out', 'other']);
    for (const { text } of measures) expect(GUANGDONG_TEXTS.三十二).toContain(text);
    expect(measures[2]).toMatchObject({
      place: true,
      citation: '《广东省实施〈中华人民共和国反家庭暴力法〉办法》第三十二条',
    });
  });

  it('brings its own time limits and circumstances', () => {
    const { parameters, lists } = lawOf(jurisdictions, 'guangdong', '2026-11-21');
    expect(parameters.warningDecisionHours?.value).toBe(24);
    expect(parameters.policeVerificationHours?.value).toBe(24);
    for (const { text } of lists.warningGrounds) expect(GUANGDONG_TEXTS.二十五).toContain(text);
  });

  it('has the national law in everything it does not mention', () => {
    const national = lawOf(jurisdictions, 'national', '2026-11-21');
    const { parameters, lists } = lawOf(jurisdictions, 'guangdong', '2026-11-21');
    expect(parameters.orderMaxMonths).toEqual(national.parameters.orderMaxMonths);
    expect(lists.operativeBases).toEqual(national.lists.operativeBases);
    expect(lists.serviceRules).toEqual(national.lists.serviceRules);
  });

  it('begins on its first day', () => {
    const eve = lawOf(jurisdictions, 'guangdong', '2020-09-30').lists.measures;
    expect(eve).toEqual(lawOf(jurisdictions, 'national', '2020-09-30').lists.measures);
    expect(lawOf(jurisdictions, 'guangdong', '2020-10-01').lists.measures).toHaveLength(5);
  });

  it('changes nothing for the others', () => {
    for (const id of product.ids) {
      const { parameters, lists } = lawOf(jurisdictions, id, '2026-11-21');
      const before = lawOf(product, id, '2026-11-21');
      expect({ parameters, lists }).toEqual({ parameters: before.parameters, lists: before.lists });
    }
  });

  it('is refused when its folder cites what nobody defined', () => {
    const uncited = {
      ...GUANGDONG,
      parameters: { warningDecisionHours: { value: 24, basis: ['guangdong-99'] } },
    };
    expect(() => loadCaseLaw(copyJurisdictionsWith('guangdong', uncited))).toThrow(
      'guangdong/jurisdiction.json parameters.warningDecisionHours: cites unknown provision "guangdong-99"',
    );
  });

  it.each([
    ['representatives', { kinds: ['womens-fed'], grounds: ['elderly'] }, /representatives\.one: .*kinds\[0\]/s],
    ['advanceNoticeRules', { methods: ['telephone'], text: '先行通知。' }, /advanceNoticeRules\.one: .*methods\[0\]/s],
    ['serviceRules', { methods: [], text: '送达。' }, /serviceRules\.one: .*methods/s],
    ['operativeBases', { when: 'allways' }, /operativeBases\.one: .*when/s],
    ['measures', { text: '  ' }, /measures\.one: .*text/s],
    ['measures', { text: '禁止。', vacat: true }, /measures\.one: .*vacat/s],
    ['measures', { text: '（三）责令被申请人迁出。' }, /measures\.one: .*without the number.*text/s],
    ['orderConsequences', { text: '一、依法追究刑事责任。' }, /orderConsequences\.one: .*without the number.*text/s],
  ])('is refused when its folder has a code or a text that could never be used: %s', (list, content, message) => {
    const lists = { [list]: [{ id: 'one', ...content, basis: ['guangdong-32'] }] };
    expect(() => loadCaseLaw(copyJurisdictionsWith('guangdong', { ...GUANGDONG, lists }))).toThrow(message);
  });

  it('makes no ruling that would rest on its own act alone', () => {
    const operativeBases = [{ id: 'own', when: 'grant', basis: ['guangdong-32'] }];
    const alone = { ...GUANGDONG, lists: { ...GUANGDONG.lists, operativeBases } };
    const found = (law: ReturnType<typeof lawOf>) =>
      checkProtectionOrder({ case: sampleCase('national'), law, item: undefined, now: '2026-11-21T10:00:00+08:00' })
        .filter(({ severity }) => severity === 'error')
        .map(({ pointer, code }) => `${pointer} ${code}`);
    const changed = loadCaseLaw(copyJurisdictionsWith('guangdong', alone));
    expect(found(lawOf(changed, 'guangdong', '2026-11-21'))).toEqual(['/jurisdiction OPERATIVE_LAW_MISSING']);
    expect(found(lawOf(jurisdictions, 'guangdong', '2026-11-21'))).toEqual([]);
  });
});
