/** Finds the messages in Telegram Desktop's result.json, of one chat or of many, reading the file a piece at a time. */

export interface Chat {
  name: string | null;
  type: string | null;
  id: number | null;
}

/** One message as JSON text; null in its place where it is longer than the limit. */
export interface FoundMessage {
  chat: Chat;
  json: string | null;
}

/** What is kept of a chat before its messages begin: its name, type and id stand there. */
const HEAD_LENGTH = 4_000;

export async function* messagesIn(
  chunks: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<FoundMessage> {
  const finder = new MessageFinder(longest);
  for await (const chunk of chunks) yield* finder.read(chunk);
}

class MessageFinder {
  readonly #longest: number;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Depth of the array of messages that is being read, or 0. */
  #arrayDepth = 0;
  /** What stood before it, lately. */
  #head = '';
  #pieces: string[] = [];
  #length = 0;
  #chat: Chat = { name: null, type: null, id: null };

  constructor(longest: number) {
    this.#longest = longest;
  }

  *read(chunk: string): Generator<FoundMessage> {
    /** Where the message or head that is being read begins in this chunk. */
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const character = chunk.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (character === 0x5c) this.#escaped = true;
        else if (character === 0x22) this.#inString = false;
        continue;
      }
      if (character === 0x22) this.#inString = true;
      else if (character === 0x7b || character === 0x5b) {
        if (this.#arrayDepth === 0 && character === 0x5b) {
          this.#keepHead(chunk.slice(from, at));
          from = at;
          if (/"messages"\s*:\s*$/.test(this.#head)) this.#beginArray();
        } else if (this.#arrayDepth > 0 && this.#depth === this.#arrayDepth) {
          from = at;
          this.#pieces = [];
          this.#length = 0;
        }
        this.#depth++;
        if (this.#arrayDepth < 0) this.#arrayDepth = this.#depth;
      } else if (character === 0x7d || character === 0x5d) {
        this.#depth--;
        if (this.#arrayDepth > 0 && this.#depth === this.#arrayDepth) {
          this.#keep(chunk.slice(from, at + 1));
          from = at + 1;
          yield { chat: this.#chat, json: this.#length > this.#longest ? null : this.#pieces.join('') };
        } else if (this.#arrayDepth > 0 && this.#depth < this.#arrayDepth) {
          this.#arrayDepth = 0;
          this.#head = '';
          from = at + 1;
        }
      }
    }
    if (this.#arrayDepth === 0) this.#keepHead(chunk.slice(from));
    else if (this.#depth > this.#arrayDepth) this.#keep(chunk.slice(from));
  }

  #beginArray(): void {
    this.#arrayDepth = -1;
    const field = (name: string) =>
      this.#head.match(new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.){0,400}"|\\d+)`, 'g'))?.at(-1);
    const value = (name: string): unknown => {
      const text = field(name)?.replace(/^"[^"]+"\s*:\s*/, '');
      try {
        return text === undefined ? null : JSON.parse(text);
      } catch {
        return null;
      }
    };
    const [name, type, id] = [value('name'), value('type'), value('id')];
    this.#chat = {
      name: typeof name === 'string' ? name : null,
      type: typeof type === 'string' ? type : null,
      id: typeof id === 'number' ? id : null,
    };
  }

  #keepHead(text: string): void {
    this.#head = (this.#head + text).slice(-HEAD_LENGTH);
  }

  #keep(text: string): void {
    this.#length += text.length;
    if (this.#length <= this.#longest) this.#pieces.push(text);
    else this.#pieces = [];
  }
}
