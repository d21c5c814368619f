/** One claim by its address: its words where they stand, its fields, what people decided on it, how to cite it. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  API,
  type ArticleDetail,
  type Span,
  type StandingClaim,
  useArticle,
  useClaim,
  useLedgerInfo,
} from '../api.ts';
import { ArticleText } from '../article/ArticleText.tsx';
import { ClaimFields } from '../article/ClaimFields.tsx';
import { day, hex } from '../format.ts';
import { words } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Copy } from '../parts/Copy.tsx';
import { IncidentLink } from '../parts/IncidentLink.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { Sources } from '../parts/Source.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import type { Search } from '../search.ts';
import { citation } from './citation.ts';

export function ClaimPage() {
  const { id = '' } = useParams({ strict: false });
  const claim = useClaim(id);
  const document = claim.data && hex(claim.data.claim.document);
  const article = useArticle(document);
  useTitle(claim.data ? claim.data.claim.text.slice(0, 60) : 'Claim');
  if (claim.isError) return <Problem error={claim.error} />;
  if (!claim.data) return <Waiting what="Opening the claim" />;
  return <OneClaim standing={claim.data} article={article.data} />;
}

function OneClaim({ standing, article }: { standing: StandingClaim; article: ArticleDetail | undefined }) {
  const { claim, row, review, withdrawn } = standing;
  const info = useLedgerInfo();
  const navigate = useNavigate();
  const [lit, setLit] = useState<readonly Span[]>([]);
  const address = `${location.origin}/claims/${claim.id}`;
  const search: Search = { claim: [claim.id] };
  const inArticle = {
    to: '/documents/$sha256',
    params: { sha256: hex(claim.document) },
    search,
  } as const;
  useKeys({ o: () => void navigate(inArticle) });
  return (
    <div className="claim-page">
      <p className="over">
        <Certainty value={claim.certainty} />
        <span>
          said by <Sources claim={row} />
        </span>
        {row.example && <span className="tag">example</span>}
        {withdrawn && <span className="tag">withdrawn</span>}
        <span className="tag">{words(review)}</span>
      </p>
      <h1 className="claim-title">
        <Words text={claim.text} />
      </h1>
      <p className="under">
        <Link {...inArticle}>
          <Words text={row.title ?? 'the article'} />
        </Link>
        <span>{row.publisher ? <Words text={row.publisher} /> : 'publisher not known'}</span>
        <span>{row.published ? day(row.published) : 'date not known'}</span>
        <IncidentLink claim={row} />
      </p>
      {article && <Context article={article} standing={standing} lit={lit} />}
      <ClaimFields
        claim={claim}
        text={article?.article.text ?? ''}
        onLight={setLit}
        onShow={() => undefined}
      />
      <p className="rules">
        <span className="faint">
          {claim.origin === 'machine' ? 'Read by the rules' : 'Added by a person'}{' '}
        </span>
        {claim.rules.map((rule) => (
          <code key={rule}>{rule}</code>
        ))}
      </p>
      <Decisions standing={standing} />
      <p className="card-tools">
        <Copy text={() => address}>Copy link</Copy>
        <Copy text={() => citation(row, day(info.data?.asOf ?? null), address)}>Copy as citation</Copy>
        <a className="quiet" href={`${API}/claims/${claim.id}`}>
          JSON
        </a>
        <a className="quiet" href={`${API}/claims.csv?claim=${claim.id}`}>
          CSV
        </a>
      </p>
    </div>
  );
}

/** The paragraphs in which the claim and its fields have words. */
function Context({
  article,
  standing,
  lit,
}: {
  article: ArticleDetail;
  standing: StandingClaim;
  lit: readonly Span[];
}) {
  const index = article.claims.findIndex(({ claim }) => claim.id === standing.claim.id);
  const own = article.claims[index];
  if (!own) return null;
  const { text } = article.article;
  const spans = own.claim.spans;
  const start = text.lastIndexOf('\n', spans[0]?.[0] ?? 0) + 1;
  const behind = text.indexOf('\n', spans.at(-1)?.[1] ?? 0);
  const end = behind < 0 ? text.length : behind;
  // What stands before becomes empty lines: offsets stay those of the whole text.
  const part = { ...article.article, text: '\n'.repeat(start) + text.slice(start, end), furniture: [] };
  return (
    <blockquote className="context">
      <ArticleText article={part} claims={[own]} chosen={0} lit={lit} onChoose={() => undefined} />
    </blockquote>
  );
}

function Decisions({ standing: { decisions } }: { standing: StandingClaim }) {
  if (decisions.length === 0) return <p className="faint">No person has decided on this claim yet.</p>;
  return (
    <ol className="decisions" aria-label="Decisions">
      {decisions.map(({ seq, at, who, why, decision, inForce }) => (
        <li key={seq} className={inForce ? undefined : 'faint'}>
          {day(at)}: <Words text={who} /> — {words(decision.type)}
          {why && (
            <>
              , because <Words text={why} />
            </>
          )}
          {!inForce && ' (undone)'}
        </li>
      ))}
    </ol>
  );
}
