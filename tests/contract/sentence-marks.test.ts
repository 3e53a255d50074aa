import { wideRow } from '../../templates/wording/form-rows';
import { withoutOpening } from '../../templates/wording/opening-words';
import { asPhrase, asSentence } from '../../templates/wording/sentence';

describe('running text in a document', () => {
  it.each([
    ['田野酒后殴打欧阳静,将其推倒;邻居报警.', '田野酒后殴打欧阳静，将其推倒；邻居报警。'],
    ['他说:"再来就打你!"', '他说：“再来就打你！”'],
    ['申请人(残疾人)不能自行申请', '申请人（残疾人）不能自行申请。'],
    ['(2026)渝0103民初1号案件审理期间', '（2026）渝0103民初1号案件审理期间。'],
    ['3月5日21:40许,在家中', '3月5日21:40许，在家中。'],
    ['扣留现金1,200.50元', '扣留现金1,200.50元。'],
    ['被申请人JOHN O.SMITH到场', '被申请人JOHN O.SMITH到场。'],
    ['打电话20次,发信息100条', '打电话20次，发信息100条。'],
    ['第一段,被打.\n第二段;', '第一段，被打。\n第二段。'],
    ['艾力.买买提到场', '艾力.买买提到场。'],
    ['推倒，，击打。。', '推倒，击打。'],
    ['经过如下：', '经过如下。'],
    ['“敢走出这个门，就让你不得安生”', '“敢走出这个门，就让你不得安生”。'],
    ['发来"OK"和"你等着"两条', '发来"OK"和“你等着”两条。'],
    ['(2025)年检合格(OK)', '（2025）年检合格(OK)。'],
    ['(未写完', '(未写完。'],
  ])('has Chinese marks, each once, and ends with one: %s', (typed, printed) => {
    expect(asSentence(typed)).toBe(printed);
  });

  it('is built into a sentence without the mark at its end', () => {
    expect(asPhrase('面部软组织挫伤;')).toBe('面部软组织挫伤');
    expect(asPhrase('在望月湖派出所。')).toBe('在望月湖派出所');
  });
});

/** Searched from each place to the end, these would take minutes. */
describe('text that only looks like the beginning of something', () => {
  it.each([
    ['a bracket that is never closed', `(${'张'.repeat(300_000)}`],
    ['a quotation mark that is never closed', `"${'张'.repeat(300_000)}`],
    ['marks that end nothing', `${'：、'.repeat(150_000)}张`],
  ])('is printed as it was typed: %s', (_what, typed) => {
    expect([asSentence(typed) === `${typed}。`, asPhrase(typed) === typed]).toEqual([true, true]);
  });

  it('an opening in which one name begins another one', () => {
    const typed = `申请人${'张'.repeat(200)}说`;
    expect(withoutOpening('claim', typed, ['张', '张张'])).toBe(typed);
    expect(withoutOpening('claim', '申请人张、张张称：被打。', ['张', '张张'])).toBe('被打。');
  });
});

describe('what is filled into a form', () => {
  it('has Chinese marks too, and no full stop of its own', () => {
    const [, value] = wideRow('备考', '(2026)渝0103民保令16号裁定书,已当场释明').cells;
    expect(value?.content).toEqual([[{ kind: 'text', text: '（2026）渝0103民保令16号裁定书，已当场释明' }]]);
  });
});

describe('the words that a clause itself begins with', () => {
  it.each([
    ['claim', '申请人称：2026年2月27日被打。', '2026年2月27日被打。'],
    ['claim', '申请人欧阳静诉称，双方系夫妻。', '双方系夫妻。'],
    ['answer', '辩称：没有打人', '没有打人'],
    ['answer', '被申请人称，没有打人', '没有打人'],
    ['answer', '被申请人田野辩称：没有打人', '没有打人'],
    ['answer', '二被申请人辩称，没有打人', '没有打人'],
    ['findings', '经审查查明：双方系夫妻', '双方系夫妻'],
    ['findings', '本院经审理查明，双方系夫妻', '双方系夫妻'],
    ['reasons', '本院认为，申请人面临危险', '申请人面临危险'],
    ['reasons', '本院经审查认为，申请人面临危险', '申请人面临危险'],
    ['reasons', '经审查，申请人面临危险', '申请人面临危险'],
    ['request', '请求人民法院禁止被申请人实施家庭暴力', '禁止被申请人实施家庭暴力'],
    ['request', '1. 禁止被申请人实施家庭暴力', '禁止被申请人实施家庭暴力'],
    ['request', '（二）责令被申请人迁出', '责令被申请人迁出'],
    ['request', '3、责令被申请人迁出', '责令被申请人迁出'],
  ] as const)('are not said twice (%s: %s)', (kind, typed, printed) => {
    expect(withoutOpening(kind, typed, ['欧阳静', '田野'])).toBe(printed);
  });

  it.each([
    ['claim', '申请人与被申请人系夫妻，被申请人称系误会'],
    ['claim', '申请人遭被申请人威胁称：“不撤诉就打你”'],
    ['answer', '被申请人对申请人威胁称：“不撤诉就打你”'],
    ['answer', '承认动手，但称系因琐事'],
    ['findings', '经多次调解，双方和好'],
    ['reasons', '申请人提交的证据能够相互印证'],
    ['request', '100米以内不得接近'],
    ['request', '请求'],
  ] as const)('are only taken away where they stand in front (%s: %s)', (kind, typed) => {
    expect(withoutOpening(kind, typed, ['欧阳静', '田野'])).toBe(typed);
  });
});
