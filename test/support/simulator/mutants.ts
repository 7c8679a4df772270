/** One change of a file: a passage of it and what stands there instead. */
export interface Mutation {
  readonly file: string;
  readonly passage: string;
  readonly instead: string;
}

/** Faults of published engines and of tired engineers; the simulator must see each of them. */
export const MUTANTS: Readonly<Record<string, readonly Mutation[]>> = {
  'acknowledge before append': [
    {
      file: 'server/room.ts',
      passage: 'const appended = await this.#parts.store.append(',
      instead:
        'for (const { logged, answer } of drafts) answer(answerOf(logged.entry));\n const appended = await this.#parts.store.append(',
    },
  ],
  'no operation id check': [
    {
      file: 'server/room.ts',
      passage: "answer(before.opHash === opHash ? before.answer : faultOf('op-id-taken'));",
      instead: 'return true;',
    },
    {
      file: 'server/storage/memory-log-store.ts',
      passage: 'if (head !== after || isKnown || erased.has(article))',
      instead: 'if (head !== after || erased.has(article))',
    },
  ],
  'the client assumes instead of comparing': [
    {
      file: 'client/session.ts',
      passage: 'if (own && canonicalJson(own.parts) === canonicalJson(entry.parts)) {',
      instead: 'if (own) {',
    },
  ],
  'mirrors left out': [
    {
      file: 'shared/way.ts',
      passage: 'this.#mapping.appendMap(change.map, this.#ahead);',
      instead: 'this.#mapping.appendMap(change.map);',
    },
  ],
  'gaps folded a step instead of an entry': [
    {
      file: 'shared/rebase.ts',
      passage: 'current = withText(current, target, after, act);\n',
      instead: 'current = withText(current, target, after, act);\n settle();\n',
    },
  ],
  'permission at the base instead of the head': [
    {
      file: 'shared/rebase.ts',
      passage: 'refusalOf(current, given, how.authority)',
      instead: 'refusalOf(how.over?.length ? { ...current, lock: undefined } as never : current, given, how.authority)',
    },
  ],
  'a correction accepted over whatever stands there': [
    {
      file: 'shared/operations/correction.ts',
      passage: 'if (!correction || !standsOnItsWords(before, correction))',
      instead: 'if (!correction)',
    },
  ],
  'blind work forgotten in what is fetched': [
    { file: 'server/room-view.ts', passage: 'return this.entries(entries);', instead: 'return entries;' },
  ],
  'rationales told while work is blind': [
    { file: 'shared/sight.ts', passage: "part.target === 'body' ? part : undefined", instead: 'part' },
  ],
  'evidence of a closed source told': [
    {
      file: 'shared/in-view.ts',
      passage: 'sources.ids.size === 0 ? NONE : restingOn(article.evidence, sources.ids)',
      instead: 'NONE',
    },
  ],
  'what was shown and is closed now goes on under the same key': [
    { file: 'shared/visibility.ts', passage: 'index > 0 && each !== seen[index - 1]', instead: 'index < 0' },
  ],
};
