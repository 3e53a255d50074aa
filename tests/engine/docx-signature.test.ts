import type { DocumentModel } from '../../src/model';
import { letter, returnSlip, ruling } from '../support/docx-models';
import { squeezed, textOf } from '../support/docx-parts';
import { first, paragraphsOf, paragraphWith, styleNamed } from '../support/docx-queries';

describe('signatures in DOCX', () => {
  test('spreads roles over five characters and names over three', async () => {
    const lines = (await paragraphsOf(ruling)).map(textOf);
    expect(lines).toContain('审　判　长　　　赵一二');
    expect(lines).toContain('审　判　员　　　钱　某');
    expect(lines).toContain('人民陪审员　　　孙三四');
    expect(lines).toContain('书　记　员');
  });

  test('chains the last paragraph and every line of the signature, and lets the last line go', async () => {
    const paragraphs = await paragraphsOf(ruling);
    const start = paragraphs.findIndex((paragraph) => textOf(paragraph).startsWith('如不服本裁定'));
    const own = paragraphs.slice(start).map((paragraph) => first(paragraph, 'w:keepNext')?.['w:val'] ?? 'by style');
    expect(first(paragraphs[start], 'w:keepNext')).toEqual({});
    expect(first(await styleNamed('落款'), 'w:keepNext')).toEqual({});
    expect(own.slice(1, -1).every((value) => value === 'by style')).toBe(true);
    expect(own.at(-1)).toBe('false');
  });

  test('lets two lines at least of the last paragraph go with the signature, and holds no other to that', async () => {
    const paragraphs = await paragraphsOf(ruling);
    const held = paragraphs.filter((paragraph) => first(paragraph, 'w:widowControl') !== undefined);
    expect(held.map((paragraph) => textOf(paragraph).slice(0, 5))).toEqual(['如不服本裁']);
    expect(first(held[0], 'w:widowControl')).toEqual({});
  });

  test('centres the issuer over a sealed date that ends four characters before the edge', async () => {
    const paragraphs = await paragraphsOf(letter);
    // 重庆市公安局渝中区分局 is 11 characters wide, 2026年11月21日 is 7 and five gaps of a quarter; a character is 315 twips.
    const right = (text: string) => Number(first(paragraphWith(paragraphs, text), 'w:ind')?.['w:right']);
    expect(right('2026年11月21日')).toBe(4 * 315);
    expect(right('重庆市公安局渝中区分局')).toBe(Math.round((4 + (8.25 - 11) / 2) * 315));
  });

  test('starts an unsealed date two characters right of its issuer', async () => {
    const paragraphs = await paragraphsOf(returnSlip);
    const left = (text: string, cells: number) => {
      const line = paragraphs.find((paragraph) => squeezed(textOf(paragraph)) === text);
      return 8844 - Number(first(line, 'w:ind')?.['w:right']) - cells * 315;
    };
    const date = left('2026年月日', 9.25);
    expect(Math.abs(date - left('重庆市公安局渝中区分局', 11) - 2 * 315)).toBeLessThan(1);
  });

  test('leaves two lines for the seal above issuer and date, and around the date of a court', async () => {
    const emptyBetween = (lines: string[], from: string, to: string) =>
      lines.slice(lines.indexOf(from) + 1, lines.indexOf(to)).filter((line) => line === '').length;
    const police = (await paragraphsOf(letter)).map((paragraph) => squeezed(textOf(paragraph)));
    expect(emptyBetween(police, '特此告诫。', '重庆市公安局渝中区分局')).toBe(2);
    const court = (await paragraphsOf(ruling)).map((paragraph) => squeezed(textOf(paragraph)));
    expect(emptyBetween(court, '人民陪审员孙三四', '二〇二六年十一月二十一日')).toBe(2);
    expect(emptyBetween(court, '二〇二六年十一月二十一日', '法官助理周五六')).toBe(1);
  });

  test('hangs a name that is too long for its line, and centres an issuer that is', async () => {
    const name = '阿卜杜热西提·买买提艾力·吐尔逊江·阿布都克里木';
    const issuer = '新疆维吾尔自治区博尔塔拉蒙古自治州精河县人民法院（大河沿子人民法庭）';
    const model = (sealed: boolean): DocumentModel => ({
      title: '函',
      pageNumbers: false,
      blocks: [{ kind: 'signature', signatories: [{ role: '审判员', name }], issuer, date: '2026年11月21日', sealed }],
    });
    const sealed = await paragraphsOf(model(true));
    const [left, hanging] = ['w:left', 'w:hanging'].map((key) => first(paragraphWith(sealed, name), 'w:ind')?.[key]);
    expect([left, hanging]).toEqual([String(8 * 315), String(8 * 315)]);
    expect(first(paragraphWith(sealed, issuer), 'w:jc')).toEqual({ 'w:val': 'center' });
    const unsealed = await paragraphsOf(model(false));
    expect(first(paragraphWith(unsealed, issuer), 'w:jc')).toEqual({ 'w:val': 'left' });
    const dateRight = Number(first(paragraphWith(unsealed, '2026年11月21日'), 'w:ind')?.['w:right']);
    expect(8844 - dateRight).toBeGreaterThan(8.25 * 315);
  });

  test('puts a blank below its label when the label leaves it no room', async () => {
    const label = '法定代理人或者其他成年家属（与被告诫人关系）：';
    const model: DocumentModel = {
      title: '表',
      pageNumbers: false,
      blocks: [{ kind: 'hand-signature', fields: [{ label, cells: 10 }] }],
    };
    expect((await paragraphsOf(model)).map(textOf)).toEqual([label, '　'.repeat(10)]);
  });
});
