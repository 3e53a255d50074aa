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

/** 第十条第一项、第二项: the article is named once. */
function joinArticles(articles: readonly string[]): string {
  const articleOf = (text: string | undefined) => text?.slice(0, text.indexOf('条') + 1);
  return articles
    .map((text, index) => {
      const article = articleOf(text) ?? '';
      const continues = index > 0 && articleOf(articles[index - 1]) === article && text !== article;
      return continues ? text.slice(article.length) : text;
    })
    .join('、');
}
