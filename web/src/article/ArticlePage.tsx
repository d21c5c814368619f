/** One report and what it claims: its text on the left, its claims on the right. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ArticleDetail, type Span, useArticle } from '../api.ts';
import { count } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useTitle } from '../parts/useTitle.ts';
import type { Search } from '../search.ts';
import { ArticleHead } from './ArticleHead.tsx';
import { ArticleText } from './ArticleText.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { Notes } from './Notes.tsx';
import { scrollToWords } from './scroll.ts';

export function ArticlePage() {
  const { sha256 } = useParams({ strict: false });
  const { data, isError, error } = useArticle(sha256);
  useTitle(data?.article.title ?? 'Article');
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Opening the article" />;
  return <Article detail={data} key={data.document.sha256} />;
}

const NO_WORDS: readonly Span[] = [];

function Article({ detail }: { detail: ArticleDetail }) {
  const { article, claims, notes } = detail;
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = search.claim?.[0];
  const chosen = asked ? claims.findIndex(({ claim }) => claim.id === asked) : -1;
  const [lit, setLit] = useState<readonly Span[]>(NO_WORDS);
  const page = useRef<HTMLDivElement>(null);

  const choose = useCallback(
    (index: number) => {
      setLit(NO_WORDS);
      const id = claims[index]?.claim.id;
      const params = { sha256: detail.document.sha256.replace('sha256:', '') };
      void navigate({
        to: '/documents/$sha256',
        params,
        search: id ? { claim: [id] } : {},
        replace: true,
        resetScroll: false,
      });
    },
    [claims, detail.document.sha256, navigate],
  );
  const show = useCallback((span: Span) => scrollToWords(page.current, span), []);
  useShowChosen(page, claims[chosen]);
  useKeys({
    j: () => choose(Math.min(claims.length - 1, chosen + 1)),
    k: () => choose(Math.max(0, chosen - 1)),
    o: () => {
      const id = claims[chosen]?.claim.id;
      if (id) void navigate({ to: '/claims/$id', params: { id } });
    },
    Escape: () => choose(-1),
  });
  return (
    <div className="article" ref={page}>
      <article className="article-pane" aria-label="The report">
        <ArticleHead detail={detail} />
        <ArticleText article={article} claims={claims} chosen={chosen} lit={lit} onChoose={choose} />
      </article>
      <section className="claims-side" aria-label="Its claims">
        <h2>{claims.length === 0 ? 'No claims' : count(claims.length, 'claim')}</h2>
        {!detail.document.wasRead && (
          <p className="notice">This report is kept and was not read: its language is {article.language}.</p>
        )}
        {asked && chosen < 0 && <p className="notice">The claim asked for is not in the Reading in force.</p>}
        <ol className="cards">
          {claims.map((standing, index) => (
            <ClaimCard
              key={standing.claim.id}
              standing={standing}
              index={index}
              chosen={index === chosen}
              text={article.text}
              onChoose={choose}
              onLight={setLit}
              onShow={show}
            />
          ))}
        </ol>
        <Notes notes={notes} text={article.text} onLight={setLit} onShow={show} />
      </section>
    </div>
  );
}

/** Brings the words of the chosen claim and its card into view. */
function useShowChosen(
  page: React.RefObject<HTMLElement | null>,
  standing: ArticleDetail['claims'][number] | undefined,
) {
  useEffect(() => {
    if (!standing) return;
    const { id, spans } = standing.claim;
    if (spans[0]) scrollToWords(page.current, spans[0] as Span);
    document.getElementById(`claim-${id}`)?.scrollIntoView({ block: 'nearest' });
  }, [page, standing]);
}
