/** What is known of an article: title, who published it when, how it came here. Unknown is said to be unknown. */
import { API, type ArticleDetail } from '../api.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { day, hex } from '../format.ts';
import { Words } from '../parts/Words.tsx';

const HOW = { stated: 'as it says', implied: 'worked out', given: 'as given' };

export function ArticleHead({ detail }: { detail: ArticleDetail }) {
  const { article, document } = detail;
  const original = `${API}/documents/${hex(document.sha256)}/original`;
  return (
    <header className="article-head">
      <p className="over">
        {document.example && <span className="tag">example, written for the demonstration</span>}
        {article.publisher ? <Words text={article.publisher} /> : <span>publisher not known</span>}
        <span>
          {article.published
            ? `${day(article.published.value)} (${HOW[article.published.basis]})`
            : 'publication date not known'}
        </span>
      </p>
      <h1>
        <Words text={article.title ?? 'Without a title'} />
      </h1>
      <div className="under">
        {article.byline && <Words text={article.byline} />}
        {article.url && (
          <span className="address">
            <Words text={article.url} />
          </span>
        )}
        <a href={original} className="quiet">
          Save the original
        </a>
        <a href={`${API}/documents/${hex(document.sha256)}/article`} className="quiet">
          JSON
        </a>
        <a href={`${API}/claims.csv?document=${encodeURIComponent(document.sha256)}`} className="quiet">
          CSV
        </a>
        <ExportMenu side="start" filter={{ document: [document.sha256] }} what="the claims of this article" />
      </div>
    </header>
  );
}
