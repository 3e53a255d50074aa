import { findFacts, type ProtectedFact } from '../../src/match';

const home = (line: string): ProtectedFact => ({
  pointer: '/home',
  label: '住所',
  kind: 'address',
  spellings: [],
  address: { line },
});

/** The text with every find taken out. */
function read(line: string, text: string): string {
  return findFacts(text, [home(line)]).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}…${left.slice(end)}`,
    text,
  );
}

describe('a home abroad, in Latin letters', () => {
  test.each([
    ['12 Nguyen Trai Street, Thanh Xuan, Hanoi', '住12 Nguyen Trai Street。', '住…。'],
    ['12 Nguyen Trai Street, Thanh Xuan, Hanoi', '住河内NGUYEN TRAI。', '住河内…。'],
    ['123 Nguyễn Huệ, Quận 1, TP. Hồ Chí Minh', '住123 Nguyễn Huệ, Quận 1。', '住…。'],
    ['Flat 5, 8 Table Bay Road, Cape Town', '住Flat 5, 8 Table Bay Road。', '住…。'],
    ['Room 604, Block 5, Grid Garden, Hong Kong', '住Grid Garden, Block 5, Room 604。', '住…。'],
    ['Hauptstraße 15, 10115 Berlin', '住Hauptstraße 15。', '住…。'],
  ])('%s is found in %s', (line, text, left) => {
    expect(read(line, text)).toBe(left);
  });

  test.each([
    ['12 Center Street, Sydney NSW 2000', '<w:jc w:val="center"/>'],
    ['77 Main Street, Springfield, IL 62701', 'xmlns:w="wordprocessingml/2006/main"'],
    ['8 Table Bay Road, Cape Town', '<w:tbl/> a table by the bay'],
    ['12 Nguyen Trai Street, Hanoi', '<w:ulTrailSpace/>'],
    ['Default Avenue 9, Toronto', 'w:default="1"'],
    ['Flat 5, 8 Table Bay Road, Cape Town', 'Flat Unit Room Block'],
    ['221B Baker Street, London', '面包师傅 baker'],
  ])('%s is not found in a word of it alone: %s', (line, text) => {
    expect(read(line, text)).toBe(text);
  });
});
