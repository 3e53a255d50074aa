import path from 'node:path';
import { openLayout } from '../../src/layout';
import { findLeaks, readFile } from '../../src/leak-check';
import type { CarrierText } from '../../src/leak-check/reading';
import { createMatcher, type ProtectedFact } from '../../src/match';

const INFORMANT: ProtectedFact = {
  pointer: '/informants/0/name',
  label: '知情人',
  spellings: ['阿卜杜力'],
  kind: 'name',
};
const matcher = createMatcher([INFORMANT], ['阿卜杜力·买买提', '玛依拉·阿卜杜力', { road: '安和路' }]);

const leaksIn = (text: Omit<CarrierText, 'carrier'>) =>
  findLeaks({ texts: [{ carrier: '甲', ...text }], unread: [] }, matcher).leaks.length;

describe('a withheld name that begins or ends a name that may stand', () => {
  test.each(['被申请人阿卜杜力·买买提', '玛依拉·\n阿卜杜力住', '申请人阿卜杜力·\n买买提'])(
    'is no leak in it: %j',
    (text) => {
      expect(leaksIn({ text })).toBe(0);
    },
  );

  test.each(['前\n申请人阿卜杜力\n2026年', '申请人阿卜杜力·买\n2026年', '2026年\n阿卜杜力住址', '拉·阿卜杜力，男'])(
    'is none where lines are read in another order and the end of one cuts it: %j',
    (text) => {
      expect(leaksIn({ text, isRearranged: true })).toBe(0);
    },
  );

  test.each(['前\n申请人阿卜杜力\n2026年', '阿卜杜力', '2026年\n阿卜杜力住址'])(
    'is one as the page is drawn: %j',
    (text) => {
      expect(leaksIn({ text })).toBe(1);
    },
  );

  test.each(['证人阿卜杜力证明', '证人阿卜杜力·吐\n2026年', '证阿卜杜力，男'])(
    'is one inside a line anywhere: %j',
    (text) => {
      expect(leaksIn({ text, isRearranged: true })).toBe(1);
    },
  );
});

describe('numbers of several lines that together read like the door of a home', () => {
  const home = createMatcher([
    { pointer: '/home', label: '住所', kind: 'address', spellings: [], address: { building: '1栋', room: '102室' } },
  ]);
  const leaksOf = (text: string, isRearranged: boolean) =>
    findLeaks({ texts: [{ carrier: '甲', text, isRearranged }], unread: [] }, home).leaks.length;

  test('are none where lines are read in another order: 1号 over the 0102 of a case number', () => {
    expect(leaksOf('法院路\n1\n号。\n0102\n民保令', true)).toBe(0);
  });

  test.each(['法院路\n1\n栋\n102\n室', '住1号102，'])(
    'are one where words say what they count, or on one line: %j',
    (text) => {
      expect(leaksOf(text, true)).toBe(1);
    },
  );

  test('are one as the page is drawn', () => {
    expect(leaksOf('1\n号\n102', false)).toBe(1);
  });
});

describe('numbers of several lines around the estate in which both homes are', () => {
  const { community, known } = { community: '金源时代', known: { building: '7栋', unit: '1单元', room: '1906室' } };
  const address = { community, building: '12栋', room: '2703室' };
  const homes = createMatcher(
    [{ pointer: '/home', label: '住所', kind: 'address', spellings: [], address }],
    [{ community, ...known }],
  );
  const leaksOf = (text: string, isRearranged: boolean) =>
    findLeaks({ texts: [{ carrier: '甲', text, isRearranged }], unread: [] }, homes).leaks.length;

  test('are no door of the new home where lines are read in another order', () => {
    expect(leaksOf('民保令\n12\n号金源时代\n月\n6', true)).toBe(0);
  });

  test.each(['民保令\n12栋金源时代\n月', '金源时代12\n月', '金源时代\n12\n单元\n2703'])(
    'are one on a line with the estate, or with words that say what they count: %j',
    (text) => {
      expect(leaksOf(text, true)).toBe(1);
    },
  );

  test('are one as the page is drawn', () => {
    expect(leaksOf('12\n号金源时代', false)).toBe(1);
  });
});

describe('a finished PDF', () => {
  const FILLER = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
  const leaksInPdf = async (...texts: string[]) => {
    const { writers } = await openLayout({ fontsDir: path.resolve('fonts') });
    const blocks = texts.map((text) => ({ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text }] }));
    const bytes = await writers.pdf.write({ title: '文', pageNumbers: true, blocks }, { issuedAt: new Date(0) });
    return findLeaks(await readFile(bytes, 'pdf'), matcher).leaks.length;
  };

  test('passes wherever a line cuts the name that may stand', async () => {
    for (let before = 0; before < FILLER.length; before += 1) {
      const text = `${FILLER.slice(before)}2026年${FILLER.slice(0, 9)}阿卜杜力·买买提于88号`;
      expect(await leaksInPdf(text, text)).toBe(0);
    }
  });

  test('is stopped where the withheld name itself ends a line, on the page of the other', async () => {
    expect(await leaksInPdf('被申请人阿卜杜力·买买提。', '2026年，证人阿卜杜力')).toBeGreaterThan(0);
  });
});
