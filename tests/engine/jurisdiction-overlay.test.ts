import { type Basis, cite, loadJurisdictions } from '../../src/jurisdiction';
import { z } from '../../src/schema';
import { writeJurisdictions } from '../support/jurisdiction-folders';

function provision(change: Partial<Basis> & Pick<Basis, 'id'>): Basis {
  return {
    title: '示例法',
    article: '第一条',
    kind: 'law',
    source: '示例文本库',
    checkedOn: '2026-11-21',
    validFrom: '2016-03-01',
    ...change,
  };
}

function law(id: string, date: string) {
  const text = (item: string, ...basis: string[]) => ({ id: item, text: `${item}的文字`, basis });
  const dir = writeJurisdictions({
    root: {
      id: 'root',
      label: '全部',
      bases: [
        provision({ id: 'law' }),
        provision({ id: 'old', validUntil: '2025-12-31' }),
        provision({ id: 'new', validFrom: '2026-01-01' }),
      ],
      parameters: { hours: { value: 72, basis: ['law'] }, copies: { value: 3, basis: ['new'] } },
      lists: {
        measures: [text('first', 'law'), text('former', 'old'), text('later', 'law', 'new')],
        notes: [text('note', 'law')],
      },
    },
    place: {
      id: 'place',
      label: '一地',
      extends: 'root',
      bases: [provision({ id: 'local', title: '一地条例', kind: 'local-regulation', validFrom: '2024-10-01' })],
      parameters: { hours: { value: 24, basis: ['local'] } },
      lists: { measures: [text('second', 'local'), text('first', 'local')] },
    },
  });
  const schema = {
    parameters: { hours: z.int(), copies: z.int() },
    lists: { measures: z.strictObject({ text: z.string() }), notes: z.strictObject({ text: z.string() }) },
  };
  return loadJurisdictions({ dir, schema }).law(id, date);
}

const ids = (id: string, date: string) => law(id, date)?.lists.measures.map((item) => item.id);

describe('the law of one day', () => {
  it('lets the place replace a value and a whole list, in the order of the place', () => {
    expect(law('place', '2024-10-01')?.parameters.hours).toMatchObject({
      value: 24,
      citation: '《一地条例》第一条',
    });
    expect(ids('place', '2024-10-01')).toEqual(['second', 'first']);
  });

  it('leaves what the place does not mention as it is', () => {
    expect(law('place', '2026-11-21')?.parameters.copies?.value).toBe(3);
    expect(law('place', '2026-11-21')?.lists.notes.map((item) => item.id)).toEqual(['note']);
  });

  it('uses the rules of the whole on the day before the rules of the place begin', () => {
    expect(law('place', '2024-09-30')?.parameters.hours?.value).toBe(72);
    expect(ids('place', '2024-09-30')).toEqual(['first', 'former']);
  });

  it('drops a rule after the last day of its provision and adds one on the first day', () => {
    expect(ids('root', '2025-12-31')).toEqual(['first', 'former']);
    expect(ids('root', '2026-01-01')).toEqual(['first', 'later']);
    expect(law('root', '2025-12-31')?.parameters.copies).toBeUndefined();
    expect(law('root', '2026-01-01')?.parameters.copies?.value).toBe(3);
  });

  it('gives a provision only while it is in force', () => {
    expect(law('root', '2026-01-01')?.basis('old')).toBeUndefined();
    expect(law('root', '2026-01-01')?.basis('new')?.title).toBe('示例法');
    expect(law('place', '2024-09-30')?.bases.map(({ id }) => id)).toEqual(['law', 'old']);
  });

  it('has no law before the first provision, and none for an unknown place', () => {
    expect(ids('root', '2016-02-29')).toEqual([]);
    expect(law('root', '2016-02-29')?.parameters).toEqual({});
    expect(law('nowhere', '2026-01-01')).toBeUndefined();
  });
});

describe('naming provisions', () => {
  const article = (text: string, title = '示例法') => provision({ id: text, title, article: text });

  it('names an act once for the articles that follow each other', () => {
    expect(cite([article('第八条'), article('第九条'), article('第二条', '示例规定')])).toBe(
      '《示例法》第八条、第九条、《示例规定》第二条',
    );
  });

  it('names an article once for its items', () => {
    expect(cite([article('第八条第一项'), article('第八条第三项'), article('第九条')])).toBe(
      '《示例法》第八条第一项、第三项、第九条',
    );
    expect(cite([article('第八条'), article('第八条第二款')])).toBe('《示例法》第八条、第八条第二款');
  });

  it('turns brackets inside a title into single ones', () => {
    expect(cite([article('第五条', '实施《示例法》办法')])).toBe('《实施〈示例法〉办法》第五条');
    expect(cite([article('第五条', '《示例法》实施办法')])).toBe('《〈示例法〉实施办法》第五条');
  });

  it('names a whole act without an article', () => {
    const { article: _none, ...whole } = article('第一条');
    expect(cite([whole])).toBe('《示例法》');
  });
});
