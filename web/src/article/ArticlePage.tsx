/** One report and what it claims: its text on the left, its claims on the right. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ArticleDetail, type Span, useArticle } from '../api.ts';
import { count } from '../format.ts';
import { useCommands } from '../parts/commands.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { bareSentences } from '../pick/words.ts';
import { ArticleStatusLine } from '../review/ArticleStatusLine.tsx';
import { useReviewer } from '../review/reviewer.ts';
import type { Search } from '../search.ts';
import { ArticleHead } from './ArticleHead.tsx';
import { ArticleText } from './ArticleText.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { Notes } from './Notes.tsx';
import { scrollToWords } from './scroll.ts';
import { Versions } from './Versions.tsx';

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
  const who = useReviewer();
  const bare = useMemo(
    () =>
      bareSentences(
        article.text,
        article.furniture as Span[],
        claims.map(({ claim }) => claim.spans as Span[]),
      ),
    [article, claims],
  );
  const hash = detail.document.sha256.replace('sha256:', '');
  const review: Search = {
    document: [hash],
    ...(asked && chosen >= 0 ? { claim: [asked], on: [hash] } : {}),
  };
  useCommands([
    { key: 'j', label: 'Next claim', run: () => choose(Math.min(claims.length - 1, chosen + 1)) },
    { key: 'k', label: 'Previous claim', run: () => choose(Math.max(0, chosen - 1)) },
    {
      key: 'o',
      label: 'Open the claim',
      run: () => {
        const id = claims[chosen]?.claim.id;
        if (id) void navigate({ to: '/claims/$id', params: { id } });
      },
    },
    { key: 'r', label: 'Review this report', run: () => void navigate({ to: '/review', search: review }) },
    { key: 'Escape', label: 'Let the claim go', run: () => choose(-1), unlisted: true },
  ]);
  return (
    <div className="article" ref={page}>
      <article className="article-pane" aria-label="The report">
        <ArticleHead detail={detail} />
        <p className="read-state">
          <ArticleStatusLine document={detail.document.sha256} who={who} />
          <Link to="/review" search={review}>
            Review it
          </Link>
          {detail.document.wasRead && (
            <span>
              {bare.length === 0
                ? 'every sentence has a claim'
                : `${count(bare.length, 'sentence')} without a claim (grey)`}
            </span>
          )}
        </p>
        <ArticleText
          article={article}
          claims={claims}
          chosen={chosen}
          lit={lit}
          bare={detail.document.wasRead ? bare : NO_WORDS}
          onChoose={choose}
        />
        <Versions detail={detail} />
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
