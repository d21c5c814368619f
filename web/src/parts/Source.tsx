/** Who says so: the chain from the outermost source to the one nearest to the facts. */
import type { ClaimItem } from '../api.ts';
import { Words } from './Words.tsx';

export function sourceText({ sources, publisher }: ClaimItem): string {
  if (sources.length === 0) return publisher ? `${publisher}, in its own voice` : 'the author’s own voice';
  return sources.map((s) => s.name ?? s.text ?? 'unnamed').join(', on the word of ');
}

export function Sources({ claim }: { claim: ClaimItem }) {
  const { sources, publisher } = claim;
  if (sources.length === 0)
    return (
      <span className="own-voice">
        {publisher ? <Words text={publisher} /> : 'The author'}
        <span className="faint"> in its own voice</span>
      </span>
    );
  return sources.map((source, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: hops of one chain have no other name
    <span key={i} className="hop">
      {i > 0 && (
        <span className="faint" title="on the word of">
          <span aria-hidden="true"> ← </span>
          <span className="unseen">on the word of </span>
        </span>
      )}
      <Party party={source} unnamed="unnamed source" />
    </span>
  ));
}

export function Party({ party, unnamed }: { party: ClaimItem['by'][number]; unnamed: string }) {
  const name = party.name ?? party.text;
  if (!name) return <span className="faint">{unnamed}</span>;
  return (
    <>
      <Words text={name} />
      {party.private && <span className="faint"> (private person)</span>}
    </>
  );
}
