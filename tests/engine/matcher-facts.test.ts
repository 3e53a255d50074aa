import { createMatcher, findFacts, type ProtectedFact, redact } from '../../src/match';
import { HOME } from '../matcher-corpus/hand-written-places';
import { addressFact, fact } from '../matcher-corpus/labelled';
import { makeCrowd } from '../matcher-corpus/positives';

const REDACTION = '（依法不载明）';
const found = (text: string, facts: ProtectedFact[]) =>
  findFacts(text, facts).map(({ start, end }) => text.slice(start, end));
const clean = (text: string, ...facts: ProtectedFact[]) => redact(text, findFacts(text, facts), REDACTION);

describe('several facts in one text', () => {
  it('finds each of thirty addresses where it stands, and none of them where another stands', () => {
    const { places, text, spellings } = makeCrowd(5, 30);
    const facts = places.map(({ parts }, index) => ({ ...addressFact(parts), pointer: `/${index}` }));
    const matcher = createMatcher(facts);
    for (const [index, spelling] of spellings.entries()) {
      const start = text.indexOf(`住${spelling}。`) + 1;
      const own = matcher.find(text).filter((hit) => hit.fact === facts[index]);
      expect(own.map((hit) => [hit.start, hit.end])).toContainEqual([start, start + spelling.length]);
    }
  });

  it('says more surely what says more', () => {
    const sure = (text: string) => findFacts(text, [addressFact(HOME)])[0]?.confidence ?? 0;
    expect(sure('幸福路88号2幢301室')).toBeGreaterThan(sure('幸福路88号'));
    expect(sure('听涛里2幢')).toBeGreaterThan(sure('听涛里'));
    expect(sure('幸福路')).toBe(0);
  });
});

describe('an address that names nothing finer than its road', () => {
  it.each([
    ['its road and nothing else', { county: '南溪区', road: '幸福路' }, '住幸福路', []],
    ['its town and a number', { street: '柳林镇', number: '36号' }, '住柳林镇36号', ['柳林镇36号']],
    ['regions only', { province: '江川省', county: '南溪区' }, '住江川省南溪区', []],
  ])('with %s', (_, address, text, expected) => {
    expect(found(text, [addressFact(address)])).toEqual(expected);
  });
});

describe('numbers and names', () => {
  it.each([
    ['a passport number', fact('id', 'E12345678'), '护照E 1234 5678。', ['E 1234 5678']],
    ['a public number', fact('phone', '12338'), '拨打12338。', []],
    ['a landline of another area', fact('phone', '023-63900001'), '电话0871-63900001。', []],
    ['a landline without its area', fact('phone', '023-63900001'), '电话63900001。', ['63900001']],
    ['a number that goes on', fact('phone', '13800000016'), '单号138000000161。', []],
    ['a name over a full stop', fact('name', '王五'), '国王。五月', []],
    ['a mail address of another box', fact('text', 'chen@example.com'), 'lichen@example.com', []],
  ])('%s', (_, secret, text, expected) => {
    expect(found(text, [secret])).toEqual(expected);
  });
});

describe('redaction', () => {
  const phone = fact('phone', '13800000016');

  it.each([
    ['住在听涛里', `住在${REDACTION}`],
    ['现住幸福路88号，', `现住${REDACTION}，`],
    ['现住（听涛里），', `现住${REDACTION}，`],
    ['住听涛里小区2幢的家中', `住${REDACTION}的家中`],
    ['住江川省南溪区听涛里，电话', `住${REDACTION}，电话`],
  ])('keeps the sentence readable: %s', (text, expected) => {
    expect(clean(text, addressFact(HOME))).toBe(expected);
  });

  it('makes one of neighbours, so that their number does not show', () => {
    expect(clean('联系：听涛里、13800000016。', addressFact(HOME), phone)).toBe(`联系：${REDACTION}。`);
    expect(clean('听涛里与13800000016', addressFact(HOME), phone)).toBe(REDACTION);
  });

  it('keeps what stands in different sentences apart', () => {
    expect(clean('住听涛里。13800000016', addressFact(HOME), phone)).toBe(`住${REDACTION}。${REDACTION}`);
  });

  it('says the same for a short and a long address', () => {
    expect(clean('住听涛里。', addressFact(HOME))).toBe(
      clean('住江川省幸福路88号听涛里2幢1单元301室。', addressFact(HOME)),
    );
  });

  it('leaves its own words alone, even where a fact is spelt with them', () => {
    const text = `住${REDACTION}。`;
    expect(clean(text, fact('name', '依法'))).toBe(text);
  });
});
