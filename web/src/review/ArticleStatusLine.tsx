/** How far an article is reviewed, who said so, and what a person may say of it next. */
import { day } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { type ArticleStatus, useStatus } from './api.ts';
import { decide } from './decisions.ts';

export const STATUS: Record<ArticleStatus['status'], { mark: string; label: string }> = {
  unread: { mark: '○', label: 'unread' },
  'machine-read': { mark: '◔', label: 'machine-read' },
  'in-review': { mark: '◑', label: 'in review' },
  complete: { mark: '●', label: 'complete' },
};

export function StatusMark({ status }: { status: ArticleStatus }) {
  const { mark, label } = STATUS[status.status];
  return (
    <span className={`status is-${status.status}`}>
      <span aria-hidden="true">{mark}</span> {label}
      {status.who && (
        <span className="faint">
          {' '}
          (<Words text={status.who} />, {day(status.at)})
        </span>
      )}
    </span>
  );
}

export function ArticleStatusLine({ document, who }: { document: string; who: string }) {
  const { data } = useStatus(document);
  if (!data) return null;
  const say = (status: 'in-review' | 'complete') =>
    decide(who, { decisions: [{ type: 'status', document, status }], label: `article ${status}`, document });
  return (
    <span className="status-line">
      <StatusMark status={data} />
      <span>
        {data.decided} of {data.claims} reviewed
      </span>
      {who !== '' &&
        (data.status === 'complete' ? (
          <button type="button" className="quiet" onClick={() => say('in-review')}>
            Open it again
          </button>
        ) : (
          <button type="button" className="quiet" onClick={() => say('complete')}>
            Mark complete
          </button>
        ))}
    </span>
  );
}
