import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { act, openSession, receive, type Session, takeNext } from '../../client/session.ts';
import { articleFromJson } from '../../shared/article.ts';
import { parseEntry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { EntryJson, Joined } from '../../shared/protocol.ts';
import { create, schema } from '../../shared/schema.ts';
import type { Keystroke, Patch } from '../traces.ts';

/** The blocks of some plain text: a line is a paragraph. */
const pasted = (text: string): Slice => {
  const lines = text.split('\n').map((line) => create('paragraph', null, line === '' ? [] : [schema.text(line)]));
  return lines.length === 1
    ? new Slice(Fragment.from(text === '' ? [] : [schema.text(text)]), 0, 0)
    : new Slice(Fragment.from(lines), 1, 1);
};

/** The position of an offset of the plain text; a line end is the end of a paragraph and the start of the next. */
const positionOf = (doc: Node, offset: number): number => {
  let position = doc.firstChild?.nodeSize ?? 0;
  let left = offset;
  for (const block of doc.children.slice(1)) {
    if (left <= block.content.size) break;
    left -= block.content.size + 1;
    position += block.nodeSize;
  }
  return position + 1 + left;
};

/** The plain text of an article: its paragraphs as lines, without the title. */
export const linesOf = (doc: Node): string =>
  doc.children
    .slice(1)
    .map((block) => block.textContent)
    .join('\n');

/** One who writes a recorded session through the client's own session: pure, nothing is sent from here. */
export class ReplayWriter {
  session: Session;
  #made = 0;
  readonly #name: string;

  constructor(joined: Joined, name: string) {
    if (!joined.article) throw new Error('the answer to the first join holds the article');
    this.session = openSession(joined.reviewer, articleFromJson(joined.article));
    this.#name = name;
  }

  press({ patches }: Keystroke): void {
    for (const patch of patches) this.#patch(patch);
  }

  /** The next operation to send, if none is under way. */
  next(): Operation | undefined {
    const { session, operation } = takeNext(this.session);
    this.session = session;
    return operation;
  }

  heard(entries: readonly EntryJson[]): void {
    for (const entry of entries) {
      if (entry.version <= this.session.confirmed.version) continue;
      const turn = receive(this.session, parseEntry(entry, 'entry'));
      if (turn.givenBack.length > 0) throw new Error(`given back: ${JSON.stringify(turn.givenBack)}`);
      this.session = turn.session;
    }
  }

  #patch([offset, taken, brought]: Patch): void {
    const { doc } = this.session.visible;
    const [from, to] = [positionOf(doc, offset), positionOf(doc, offset + taken)];
    const steps: readonly Step[] = [new ReplaceStep(from, to, pasted(brought))];
    this.#made += 1;
    const opId = `${this.#name}-${this.#made}`;
    const acted = act(this.session, [{ kind: 'text', target: 'body', steps }], opId, '2026-03-01T09:00:00.000Z');
    if (acted.dropped.length > 0) throw new Error(`key ${this.#made} does not fit: ${JSON.stringify(acted.dropped)}`);
    this.session = acted.session;
  }
}
