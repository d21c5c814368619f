/** Who reviews: asked once, changed any time. */
import { useEffect, useRef, useState } from 'react';
import { setReviewer } from './reviewer.ts';

export function AskWho() {
  const [name, setName] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <form
      className="ask-who"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) setReviewer(name);
      }}
    >
      <h1>Review what was read</h1>
      <p>
        The engine proposes claims; a person says whether each reads right. “Reads right” means that the
        reading matches the text, nothing of whether it is true. Every decision is kept with who made it and
        when, and can be undone.
      </p>
      <label htmlFor="reviewer">Your name, as it goes with your decisions</label>
      <p className="ask-line">
        <input
          id="reviewer"
          ref={box}
          maxLength={200}
          autoComplete="name"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="main-button" disabled={!name.trim()}>
          Begin
        </button>
      </p>
    </form>
  );
}
