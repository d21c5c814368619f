/** Getting reports in: files dropped, text pasted, an address; and what became of each. */
import { useEffect, useState } from 'react';
import { useLedgerInfo } from '../api.ts';
import { useTitle } from '../parts/useTitle.ts';
import { AddedList } from './AddedList.tsx';
import { add, type Given } from './additions.ts';
import { FirstRun } from './FirstRun.tsx';

type Way = 'files' | 'text' | 'address';
const WAYS: [way: Way, label: string][] = [
  ['files', 'Files'],
  ['text', 'Paste text'],
  ['address', 'Address or feed'],
];

export function AddPage() {
  useTitle('Add reports');
  const [way, setWay] = useState<Way>('files');
  const info = useLedgerInfo();
  return (
    <div className="plain-sheet add">
      <h1>Add reports</h1>
      {info.data?.coverage.documents === 0 && (
        <FirstRun onExamples={() => void add('The examples', { how: 'examples' })} />
      )}
      <div role="radiogroup" aria-label="How" className="ways">
        {WAYS.map(([value, label]) => (
          <label key={value} className="way">
            <input type="radio" name="way" checked={way === value} onChange={() => setWay(value)} />
            {label}
          </label>
        ))}
      </div>
      {way === 'files' && (
        <Files
          onFiles={(list) => {
            for (const file of list) void add(file.name, { how: 'file', file, given: {} });
          }}
        />
      )}
      {way === 'text' && (
        <PasteText
          onSend={(text, given) => add(given.title || text.trim().slice(0, 60), { how: 'text', text, given })}
        />
      )}
      {way === 'address' && (
        <Address onSend={(address) => add(address, { how: 'address', address, given: {} })} />
      )}
      <AddedList />
    </div>
  );
}

function Files({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const [over, setOver] = useState(false);
  // A file dropped beside the frame would else be opened by the browser in place of this page.
  useEffect(() => {
    const stop = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
  return (
    <label
      className="drop"
      data-over={over}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <b>Drop files here, or choose them</b>
      <span className="faint">
        Pages saved from a browser, plain text, and whatever else is read; kept as they are.
      </span>
      <input
        type="file"
        multiple
        aria-label="Files to add"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </label>
  );
}

function PasteText({ onSend }: { onSend: (text: string, given: Given) => Promise<boolean> }) {
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const [given, setGiven] = useState<Given>({});
  const field = (key: keyof Given, label: string, type = 'text') => (
    <label className="form-field">
      {label}
      <input
        type={type}
        maxLength={2000}
        value={given[key] ?? ''}
        onChange={({ target }) => setGiven({ ...given, [key]: target.value })}
      />
    </label>
  );
  return (
    <form
      className="add-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
        // What could not be sent stays in the form.
        if (!text.trim()) return;
        setBusy(true);
        const taken = await onSend(text, told);
        setBusy(false);
        if (!taken) return;
        setText('');
        setGiven({});
      }}
    >
      <label className="form-field is-wide">
        Text of the report
        <textarea rows={9} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      {field('title', 'Title')}
      {field('publisher', 'Publisher')}
      {field('published', 'Published on', 'date')}
      <p className="faint is-wide">
        Without a date of publication “on Monday” cannot be worked out. What the text itself says need not be
        filled in.
      </p>
      <button type="submit" className="main-button" disabled={busy || !text.trim()}>
        Read it
      </button>
    </form>
  );
}

function Address({ onSend }: { onSend: (address: string) => Promise<boolean> }) {
  const [address, setAddress] = useState('');
  return (
    <form
      className="add-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (address.trim() && (await onSend(address.trim()))) setAddress('');
      }}
    >
      <label className="form-field is-wide">
        Address of a page or feed
        <input
          inputMode="url"
          placeholder="https://"
          maxLength={4000}
          spellCheck={false}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
      </label>
      <p className="faint is-wide">
        This computer fetches it, so its publisher sees who asks. Private and local addresses are refused.
      </p>
      <button type="submit" className="main-button" disabled={!address.trim()}>
        Fetch and read
      </button>
    </form>
  );
}
