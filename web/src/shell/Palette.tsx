/** Ctrl+K: every page, everything that can be done on this one, and a search for what was typed. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type Choice, Choices } from '../parts/Choices.tsx';
import { type Command, commandsNow } from '../parts/commands.ts';

interface Props {
  pages: readonly { to: string; label: string }[];
  open: boolean;
  onClose: () => void;
}

export function Palette({ pages, open, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="help palette" aria-label="Find anything" onClose={onClose}>
      {open && <Inside pages={pages} onClose={onClose} />}
    </dialog>
  );
}

function Inside({ pages, onClose }: Omit<Props, 'open'>) {
  const navigate = useNavigate();
  // As they were when it opened: the page behind does not change meanwhile.
  const [commands] = useState(() => commandsNow().filter(({ unlisted }) => !unlisted));
  const [typed, setTyped] = useState('');
  const sought = typed.trim();
  const choices: Choice<Command>[] = [
    ...commands.map((command) => ({
      value: command,
      label: command.label,
      ...(command.key ? { more: command.key } : {}),
    })),
    ...pages.map(({ to, label }) => ({
      value: { label, run: () => void navigate({ to }) },
      label: `Go to ${label}`,
    })),
    ...(/^R-[0-9A-Z]{6}$/i.test(sought)
      ? [
          {
            value: {
              label: sought,
              run: () => void navigate({ to: '/incidents/$id', params: { id: sought.toUpperCase() } }),
            },
            label: `Incident ${sought.toUpperCase()}`,
          },
        ]
      : []),
  ];
  return (
    <Choices<Command>
      label="Find anything"
      placeholder="A page, something to do, or words to search"
      choices={choices}
      onType={setTyped}
      free={(text) => ({
        value: { label: text, run: () => void navigate({ to: '/', search: { text: [text] } }) },
        label: `Search the claims for “${text}”`,
      })}
      onTake={(command) => {
        onClose();
        // The page has the focus again before it is acted on.
        setTimeout(() => command.run(), 0);
      }}
      onLeave={onClose}
    />
  );
}
