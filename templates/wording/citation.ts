import { type Basis, cite } from '../../src/authoring';

/** 法律、地方性法规、司法解释 (法释〔2009〕14号第二条); what is not on the list is no ground of a decision. */
const ORDER: readonly Basis['kind'][] = ['law', 'local-regulation', 'interpretation'];

type Cited = { bases: readonly Basis[] };

/**
 * Provisions in the order in which a court cites them, each act once with all its articles:
 * 《…法》第二十六条、第二十七条，《…规定》第六条. Policy documents are left out: they are no ground of a decision.
 */
export function citeProvisions(entries: readonly Cited[]): string {
  const ranked = ORDER.flatMap((kind) => entries.flatMap(({ bases }) => bases.filter((basis) => basis.kind === kind)));
  return joinByAct(ranked);
}

/** Provisions as they come, each act once with all its articles; for papers that may rest on policy documents too. */
export function citeAll(entries: readonly Cited[]): string {
  return joinByAct(entries.flatMap(({ bases }) => bases));
}

/**
 * The rules with what else the decision rests on: provisions of `ground` that no rule cites, neither themselves nor as
 * part of an article. A place that names its measures need not name them a second time among the grounds of its rulings.
 */
export function withGround<Rule extends Cited>(rules: readonly Rule[], ground: readonly Cited[]): Cited[] {
  const cited = rules.flatMap(({ bases }) => bases);
  const missing = ground.flatMap(({ bases }) => bases).filter((basis) => !cited.some((one) => covers(one, basis)));
  return [...rules, { bases: missing }];
}

/** The article that holds a paragraph or an item. */
export function wholeArticle(basis: Basis): Basis {
  const [article] = levels(basis.article);
  return article === undefined ? basis : { ...basis, article };
}

/** Whether a provision is the other one, or the article or paragraph that holds it. */
function covers(one: Basis, other: Basis): boolean {
  if (one.title !== other.title) return false;
  const [outer, inner] = [levels(one.article), levels(other.article)];
  return outer.every((level, depth) => level === inner[depth]);
}

function joinByAct(bases: readonly Basis[]): string {
  const acts = new Map<string, { act: Basis; articles: Set<string> }>();
  for (const basis of bases) {
    const entry = acts.get(basis.title) ?? { act: basis, articles: new Set<string>() };
    if (basis.article !== undefined) entry.articles.add(basis.article);
    acts.set(basis.title, entry);
  }
  return [...acts.values()].map(({ act, articles }) => `${actTitle(act)}${joinArticles([...articles])}`).join('，');
}

function actTitle({ article: _article, ...act }: Basis): string {
  return cite([act]);
}

/** 条, 款 and 项 of a provision, from the outside in. */
function levels(article: string | undefined): string[] {
  return article?.match(/第[^条款项]+[条款项]/g) ?? [];
}

/**
 * 第十条第一项、第二项: levels that stay the same are named once, where both provisions go on below them; an article
 * cited whole beside one of its items is written out, or the item would belong to another article.
 */
function joinArticles(articles: readonly string[]): string {
  return articles
    .map((text, index) => {
      const own = levels(text);
      const before = levels(articles[index - 1]);
      const differs = own.findIndex((level, depth) => level !== before[depth]);
      const continues = differs > 0 && before.length > differs;
      return continues ? own.slice(differs).join('') : text;
    })
    .join('、');
}
