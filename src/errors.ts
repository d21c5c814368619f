/**
 * The catalogue of coded errors. Only acquire, extract's input checks, the ledger and publish throw, always a
 * `ReportedlyError`; stages 2 to 4 return notes instead. Each code says what happened and what to do about it.
 */

/** Exit status of the command line: some inputs failed, wrong usage, or ledger/engine unusable. */
export type ExitStatus = 1 | 2 | 3;

interface ErrorKind {
  /** What happened; `{name}` is filled from the details. */
  message: string;
  /** What the user can do. */
  hint: string;
  exit: ExitStatus;
}

export const ERRORS = {
  'input-not-found': {
    message: 'There is no file or folder at {input}.',
    hint: 'Check the path, or give a URL that starts with http:// or https://.',
    exit: 1,
  },
  'input-unreadable': {
    message: '{input} could not be read: {reason}.',
    hint: 'Check that you may read it and that it is not in use, then try again.',
    exit: 1,
  },
  'input-empty': {
    message: '{input} is empty.',
    hint: 'Save the report again; a file must hold some text.',
    exit: 1,
  },
  'input-binary': {
    message: '{input} holds no text that can be read ({reason}).',
    hint: 'Give text, HTML or PDF, mail, a table or a web archive; convert other formats first.',
    exit: 1,
  },
  'input-too-large': {
    message: '{input} is {size}, more than the limit of {limit}.',
    hint: 'Split it into single reports.',
    exit: 1,
  },
  'input-type': {
    message: '{input} is {type}, which is not read.',
    hint: 'Give text, HTML or PDF, mail, a table or a web archive; convert other formats first.',
    exit: 1,
  },
  'pdf-encrypted': {
    message: '{input} is a PDF that only opens with a password.',
    hint: 'Open it, save it without the password, and give that; keep the first as it came with reportedly add.',
    exit: 1,
  },
  'pdf-broken': {
    message: '{input} is a PDF that cannot be opened: {reason}.',
    hint: 'Get it again, whole; where a viewer opens it, print it to a new PDF and give that.',
    exit: 1,
  },
  'table-columns': {
    message: '{input} has no column of text that is known by its name; its columns are {columns}.',
    hint: 'Say which holds what: --map text=COLUMN,title=COLUMN,url=COLUMN,published=COLUMN,publisher=COLUMN.',
    exit: 1,
  },
  'table-row': {
    message: 'Row {row} of {input} cannot be read: {reason}.',
    hint: 'Mend the row and read the table again: what is in the ledger already is not taken twice.',
    exit: 1,
  },
  'container-empty': {
    message: '{input} is {type}.',
    hint: 'Open it with the program it comes from; a table needs a column of text (--map text=COLUMN).',
    exit: 1,
  },
  'container-broken': {
    message: '{input} cannot be read to its end: {reason}.',
    hint: 'What stood before the fault was read; get the file again, whole, for the rest.',
    exit: 1,
  },
  'folder-empty': {
    message: 'There is no file to read in {input}.',
    hint: 'Check the path; hidden files are passed over.',
    exit: 1,
  },
  'url-invalid': {
    message: '{input} is no address that can be fetched: {reason}.',
    hint: 'Give a full address that starts with http:// or https://.',
    exit: 1,
  },
  'url-refused': {
    message: '{input} was not fetched: {reason}.',
    hint: 'Private and local addresses are refused. To read from a host of your own, name it with --allow-host NAME.',
    exit: 1,
  },
  'url-unreachable': {
    message: '{input} could not be fetched: {reason}.',
    hint: 'Check the address and your connection, then try again.',
    exit: 1,
  },
  'url-status': {
    message: '{input} answered {status} instead of a page.',
    hint: 'Open it in a browser; where it shows there, save the page and give the file.',
    exit: 1,
  },
  'url-redirects': {
    message: '{input} redirects more than {limit} times.',
    hint: 'Open it in a browser and give the address it ends at.',
    exit: 1,
  },
  'url-slow': {
    message: '{input} took too long: {reason}.',
    hint: 'Try again later, or save the page and give the file.',
    exit: 1,
  },
  'url-encoding': {
    message: '{input} sent a page that cannot be unpacked: {reason}.',
    hint: 'Save the page in a browser and give the file.',
    exit: 1,
  },
  'url-busy': {
    message: '{input} answered {status} and asks to be left alone until {until}.',
    hint: 'Try again then; reportedly retry and reportedly watch keep to it.',
    exit: 1,
  },
  'url-disallowed': {
    message: '{input} was not fetched: the robots.txt of its host asks programs not to.',
    hint: 'Open it in a browser, save the page and give the file; or name the address itself.',
    exit: 1,
  },
  'proxy-invalid': {
    message: 'The proxy cannot be used: {reason}.',
    hint: 'Give http://HOST:PORT, socks5://HOST:PORT, or socks5h://HOST:PORT to have it look names up.',
    exit: 2,
  },
  'proxy-failed': {
    message: '{input} could not be fetched by way of {proxy}: {reason}.',
    hint: 'Check that the proxy runs and may reach the address; nothing was asked without it.',
    exit: 1,
  },
  'not-fetched': {
    message: 'The document {document} did not come from an address.',
    hint: 'Only what was fetched can be fetched again; read the file again instead.',
    exit: 1,
  },
  'listing-broken': {
    message: '{input} is {kind} that cannot be read: {reason}.',
    hint: 'Open it in a browser; where it shows there, give the addresses in a text file, one a line.',
    exit: 1,
  },
  'listing-partly': {
    message:
      '{input} is {kind} that is broken or breaks off; the {count} entries of it that are whole were taken.',
    hint: 'Try again later; what was taken is not fetched twice.',
    exit: 1,
  },
  'listing-long': {
    message: '{input} lists {count} addresses, more than the limit of {limit}; the first {limit} were taken.',
    hint: 'Give the rest in parts, each a text file with one address a line.',
    exit: 1,
  },
  'listing-deep': {
    message: '{input} lists lists that list lists; it was not followed further.',
    hint: 'Give the lists it leads to by themselves.',
    exit: 1,
  },
  offline: {
    message: '{input} was not fetched: no connection is made while offline.',
    hint: 'Leave --offline out, or save the page and give the file.',
    exit: 1,
  },
  'batch-line': {
    message: 'A batch line cannot be read: {reason}.',
    hint: 'Each line is one JSON object with id and text.',
    exit: 1,
  },
  'claim-not-found': {
    message: 'There is no claim {claim} in this ledger.',
    hint: 'reportedly claims lists them with their ids.',
    exit: 1,
  },
  'claim-ambiguous': {
    message: 'More than one claim begins with {claim}.',
    hint: 'Give more of its id.',
    exit: 1,
  },
  'format-unknown': {
    message: 'There is no export named {format}; there are {formats}.',
    hint: 'reportedly export --help tells what each of them holds.',
    exit: 2,
  },
  'output-unwritable': {
    message: 'Nothing could be written to {file}: {reason}.',
    hint: 'Check that its folder is there and that you may write to it.',
    exit: 1,
  },
  'incident-not-found': {
    message: 'There is no incident {incident} in this ledger.',
    hint: 'reportedly incidents lists them; a claim id leads to its incident too.',
    exit: 1,
  },
  'source-not-found': {
    message: 'No source named {source} is in the incidents of this ledger.',
    hint: 'reportedly sources lists them. Private persons are not among them.',
    exit: 1,
  },
  'document-not-found': {
    message: 'There is no document {document} in this ledger.',
    hint: 'reportedly documents lists them with their ids.',
    exit: 1,
  },
  'document-ambiguous': {
    message: 'More than one document begins with {document}.',
    hint: 'Give more of its id.',
    exit: 1,
  },
  'quote-not-found': {
    message: 'The words “{quote}” do not stand {where}.',
    hint: 'Copy them exactly as they stand there; words that are not in the text are given with --given.',
    exit: 1,
  },
  'quote-ambiguous': {
    message: 'The words “{quote}” stand {times} times in the text.',
    hint: 'Give more words, or say which of them with --nth.',
    exit: 1,
  },
  'value-invalid': {
    message: '{field} cannot be set to {value}: {reason}.',
    hint: 'reportedly review --help shows the form of each field; JSON is taken for all.',
    exit: 2,
  },
  'table-invalid': {
    message: '{input} cannot be taken as a table: {reason}.',
    hint: 'Save it as CSV, UTF-8, with the column names in the first row.',
    exit: 1,
  },
  usage: { message: '{reason}', hint: 'See reportedly --help.', exit: 2 },
  'reading-stopped': {
    message: '{input} could not be read to the end: {reason}.',
    hint: 'Read it alone with --workers 1 to see the fault, and report it with the file.',
    exit: 1,
  },
  'engine-unusable': {
    message: 'The reading engine could not be opened: {reason}.',
    hint: 'Run npm ci && npm run build again; models/ and dictionaries/ must be complete.',
    exit: 3,
  },
  'ledger-unusable': {
    message: 'The ledger at {ledger} cannot be used: {reason}.',
    hint: 'Check the path and your rights to it, or name another with --ledger.',
    exit: 3,
  },
  'ledger-locked': {
    message: 'The ledger at {ledger} is being written by another process: {reason}.',
    hint: 'Wait until the other run has ended and try again; nothing was lost.',
    exit: 3,
  },
  'ledger-full': {
    message: 'There is no room left for the ledger at {ledger}: {reason}.',
    hint: 'Free some space and run the command again; what was acknowledged before is kept.',
    exit: 3,
  },
  'ledger-io': {
    message: 'The disk of the ledger at {ledger} failed: {reason}.',
    hint: 'Check the disk, then run reportedly verify; what was acknowledged before is kept.',
    exit: 3,
  },
  'ledger-read-only': {
    message: 'The ledger at {ledger} may only be read: {reason}.',
    hint: 'Give yourself the right to write to it, or copy it to a place where you have it.',
    exit: 3,
  },
  'ledger-damaged': {
    message: 'The ledger at {ledger} is damaged: {reason}.',
    hint: 'Stop writing to it, keep a copy, and restore the last backup with reportedly restore.',
    exit: 3,
  },
  'ledger-foreign': {
    message: '{ledger} is not a ledger of Reportedly: {reason}.',
    hint: 'Name another place with --ledger; nothing was changed there.',
    exit: 3,
  },
  'ledger-newer': {
    message:
      'The ledger at {ledger} was written by a newer Reportedly (schema {found}, this one knows {known}).',
    hint: 'Update Reportedly; nothing was changed.',
    exit: 3,
  },
  'reading-invalid': {
    message: 'The Reading of {input} cannot be recorded: {reason}.',
    hint: 'This is a fault of the reading engine: report it with the document if you can.',
    exit: 1,
  },
  'document-erased': {
    message: '{input} holds words that were erased from this ledger.',
    hint: 'It is not recorded again; reportedly log --kind erasure says who erased what kind of thing, when and why.',
    exit: 1,
  },
  'query-invalid': {
    message: 'The query cannot be answered: {reason}.',
    hint: 'Correct the filter, sort order or cursor and ask again.',
    exit: 2,
  },
  'not-in-ledger': {
    message: 'There is no {what} {id} in the ledger.',
    hint: 'Check the id, or list what is there with reportedly claims.',
    exit: 1,
  },
  'port-busy': {
    message: 'Port {port} on {host} is in use by another program.',
    hint: 'Name another with --port, or stop what runs there.',
    exit: 2,
  },
  'address-refused': {
    message:
      'The workbench is not served on {host} without accounts: anybody there could read and change the ledger.',
    hint: 'Make an admin with reportedly accounts add NAME --email ADDRESS --role admin, then serve with --origin.',
    exit: 2,
  },
  'accounts-needed': {
    message: 'Nobody could sign in at {host}: this ledger has no account of an admin.',
    hint: 'Make one with reportedly accounts add NAME --email ADDRESS --role admin, then serve again.',
    exit: 2,
  },
  'origin-needed': {
    message: 'It is not known under which address people will open the workbench: {reason}.',
    hint: 'Give it with --origin https://NAME, as it stands in their browsers; a proxy in front of reportedly makes it https.',
    exit: 2,
  },
  'accounts-none': {
    message: 'This server asks for no sign-in: it is served on this machine only.',
    hint: 'Use it as it is; reportedly serve --accounts asks for a sign-in here too.',
    exit: 2,
  },
  'account-invalid': {
    message: 'The account cannot be made or changed so: {reason}.',
    hint: 'See reportedly accounts --help.',
    exit: 2,
  },
  'account-exists': {
    message: 'There is an account of {account} already, or one with the same mail address.',
    hint: 'reportedly accounts list shows them; names and addresses are each used once.',
    exit: 2,
  },
  'account-not-found': {
    message: 'There is no account of {account}.',
    hint: 'reportedly accounts list shows them.',
    exit: 1,
  },
  'token-not-found': {
    message: 'There is no token {token}.',
    hint: 'reportedly tokens list shows them; give the id or the whole of the beginning that is shown.',
    exit: 1,
  },
  'sign-in-needed': {
    message: 'This ledger is open to those who sign in.',
    hint: 'Sign in at /sign-in, or send a token: Authorization: Bearer rpt_…',
    exit: 1,
  },
  'sign-in-refused': {
    message: 'Mail address and password do not go together.',
    hint: 'Try again; an admin can set a new password with reportedly accounts password.',
    exit: 1,
  },
  'token-refused': {
    message: 'The token is not known, or it has ended.',
    hint: 'Make a new one with reportedly tokens add, or at /api/v1/tokens.',
    exit: 1,
  },
  'not-allowed': {
    message: '{who} may not do this: it needs the permission {needed}.',
    hint: 'Ask an admin for another role, or use a token with this scope.',
    exit: 1,
  },
  'output-exists': {
    message: 'There is something at {output} already.',
    hint: 'Name a new file; nothing was written over.',
    exit: 2,
  },
  'bundle-refused': {
    message: '{input} is no evidence bundle: {reason}.',
    hint: 'Take a file that reportedly bundle wrote, as it was written; nothing of this one was unpacked.',
    exit: 1,
  },
  'bundle-damaged': {
    message: '{input} was changed since it was written: {reason}.',
    hint: 'See all that is wrong with reportedly verify, and ask for the bundle again; nothing of it was taken.',
    exit: 1,
  },
  'jobs-full': {
    message: 'Too much waits to be read already.',
    hint: 'Wait until some of it is through, then hand it over again; nothing of it was kept.',
    exit: 1,
  },
  'host-refused': {
    message: 'A request for the host {host} is not answered here.',
    hint: 'Open the address that reportedly serve printed.',
    exit: 2,
  },
  'origin-refused': {
    message: 'A change asked for by a page of {origin} is refused.',
    hint: 'Make changes in the workbench itself or from a program that sends no Origin header.',
    exit: 2,
  },
  'route-unknown': {
    message: 'There is nothing at {method} {path}.',
    hint: 'All there is stands in /api/v1/openapi.json.',
    exit: 2,
  },
  'too-many-requests': {
    message: 'Too many requests in a short time.',
    hint: 'Wait {after} and go on more slowly.',
    exit: 1,
  },
  'body-invalid': {
    message: 'The body of the request cannot be used: {reason}.',
    hint: 'Send JSON as /api/v1/openapi.json describes it; nothing was written.',
    exit: 2,
  },
  'server-fault': {
    message: 'The server failed at this request.',
    hint: 'See what reportedly serve printed; a fault of the program is worth a report.',
    exit: 3,
  },
  'decision-invalid': {
    message: 'The decision cannot be recorded: {reason}.',
    hint: 'Correct it and decide again; nothing was written.',
    exit: 2,
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code from the catalogue. `details` fill the message and are kept for machines. */
export class ReportedlyError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, string>;
  readonly hint: string;
  readonly exit: ExitStatus;

  constructor(code: ErrorCode, details: Record<string, string> = {}, options?: { cause?: unknown }) {
    const kind: ErrorKind = ERRORS[code];
    super(
      kind.message.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? `{${name}}`),
      options,
    );
    this.name = 'ReportedlyError';
    this.code = code;
    this.details = details;
    this.hint = kind.hint;
    this.exit = kind.exit;
  }

  /** The machine form used by batch lines and the API. */
  toJSON(): { code: ErrorCode; message: string; hint: string; details: Record<string, string> } {
    return { code: this.code, message: this.message, hint: this.hint, details: this.details };
  }
}
