/** Two states of a report's text, sentence by sentence: what went and what came. */
import { diffArrays } from 'diff';
import { useMemo } from 'react';
import { useArticle } from '../api.ts';
import { hex } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { Words } from '../parts/Words.tsx';
import { sentencesOf } from '../pick/words.ts';

const split = (text: string) => sentencesOf(text).map(([start, end]) => text.slice(start, end));

export function Difference({ before, after }: { before: string; after: string }) {
  const { data, isError, error } = useArticle(hex(before));
  const parts = useMemo(
    () =>
      data
        ? diffArrays(split(data.article.text), split(after)).filter(({ added, removed }) => added || removed)
        : [],
    [data, after],
  );
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Comparing" />;
  if (parts.length === 0) return <p>The text of both is the same.</p>;
  return (
    <ul className="difference" aria-label="From that version to this one">
      {parts.flatMap(({ value, added }, i) =>
        value.map((sentence, j) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other name
          <li key={`${i}.${j}`}>
            {added ? (
              <ins>
                <span className="faint">here only: </span>
                <Words text={sentence} />
              </ins>
            ) : (
              <del>
                <span className="faint">there only: </span>
                <Words text={sentence} />
              </del>
            )}
          </li>
        )),
      )}
    </ul>
  );
}
