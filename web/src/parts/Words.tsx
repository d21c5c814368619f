/** Words of a document: isolated, escaped, with whatever would reorder them made harmless and visible. */
import { pieces } from './controls.ts';

export function Plain({ text }: { text: string }) {
  return pieces(text).map(({ text: part, control }, i) =>
    control ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
      <span key={i} className="control" title={`This text holds a ${control}; it is not applied.`}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}

export function Words({ text, marks }: { text: string; marks?: readonly (readonly [number, number])[] }) {
  if (!marks || marks.length === 0)
    return (
      <bdi>
        <Plain text={text} />
      </bdi>
    );
  const out: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    out.push(<Plain key={`b${at}`} text={text.slice(at, start)} />);
    out.push(
      <mark key={start} className="found">
        <Plain text={text.slice(start, end)} />
      </mark>,
    );
    at = end;
  }
  out.push(<Plain key="rest" text={text.slice(at)} />);
  return <bdi>{out}</bdi>;
}
