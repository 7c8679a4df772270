import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { aDocx, added, deleted, from, note, p, to, words } from '../support/a-docx.ts';
import { BOMBS } from '../support/bombs.ts';
import { PDF_BOMBS } from '../support/pdfs.ts';
import { type Served, startServer } from '../support/server.ts';

const COUNT = Number(process.env.COUNT ?? 1_000);
const MB = 1_000;
/** Characters of the draft, a byte each. */
const WORDS = 25_000;

/** An ordinary draft: a few pages with comments, a change and a note. */
const DRAFT = aDocx(
  p('Council opens the bridge', 'Title') +
    Array.from({ length: 60 }, (_, at) =>
      p(`${at}: ${'The council opened the old bridge on Tuesday. '.repeat(8)}`),
    ).join('') +
    p(
      words('It cost ') +
        from(1) +
        deleted('12', 'Ben') +
        added('13', 'Ben') +
        to(1) +
        words(' million euros.') +
        note(1),
    ),
  { comments: [{ id: 1, by: 'Una', text: 'Which?' }], footnotes: ['Almanac'] },
);

const inMegabytes = (pid: number, key: 'VmRSS' | 'VmHWM'): number => {
  const found = new RegExp(`${key}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) / MB;
};

/** Of the processes that a server reads in, the largest; 0 where there is none, or it has ended meanwhile. */
const largestApart = (pid: number): number => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return Math.max(
    0,
    ...children.map((each) => {
      try {
        return inMegabytes(Number(each), 'VmRSS') || 0;
      } catch {
        return 0;
      }
    }),
  );
};

describe('a server that many files come in to', () => {
  let served: Served;
  let cookie: string;
  before(async () => {
    served = await startServer();
    const secret = served.setupLink.split('/').at(-1);
    const answer = await fetch(`${served.address}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: served.address },
      body: JSON.stringify({ secret, name: 'Ann Kim', email: 'ann@desk.example' }),
    });
    assert.ok(answer.ok, await answer.text());
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });
  after(() => served.stop());

  const post = (path: string, file: Uint8Array<ArrayBuffer>, name = 'draft.docx'): Promise<Response> => {
    const body = new FormData();
    body.set('file', new File([file], name));
    return fetch(`${served.address}${path}`, { method: 'POST', headers: { cookie, origin: served.address }, body });
  };

  it(`takes no more memory after ${COUNT} readings than after ${COUNT / 2}`, async () => {
    const levels: number[] = [];
    for (let nth = 1; nth <= COUNT; nth += 1) {
      const answer = await post('/api/readings', DRAFT);
      assert.equal(answer.status, 200);
      await answer.arrayBuffer();
      if (nth % (COUNT / 4) === 0) levels.push(inMegabytes(served.pid, 'VmRSS'));
    }
    console.log(`      ${levels.map((level) => level.toFixed(0)).join(', ')} MB after each quarter`);
    // Until then its engine finds out what is used often, and grows by what that takes; what it collects when moves the level by some MB.
    // A server that kept no more than the words of each draft would grow by more.
    const [, early = 0, , late = 0] = levels;
    assert.ok(late - early < (WORDS * COUNT) / 2 / 1_000_000, `${early} MB, then ${late} MB`);
  });

  const bombs = [
    ...Object.entries(BOMBS).map(([says, bomb]) => ({ says, bomb, name: 'draft.docx' })),
    { says: 'a PDF of 10,000 pages', bomb: PDF_BOMBS['10,000 pages']!, name: 'draft.pdf' },
  ];
  for (const { says, bomb, name } of bombs)
    it(`refuses ${says} in 5 seconds and under 300 MB, and answers others meanwhile`, async () => {
      const [file, names] = bomb;
      const bytes = file();
      const began = performance.now();
      let longest = 0;
      let most = 0;
      let apart = 0;
      let isDone = false;
      const others = (async () => {
        while (!isDone) {
          const asked = performance.now();
          await fetch(`${served.address}/healthz`).then((answer) => answer.arrayBuffer());
          longest = Math.max(longest, performance.now() - asked);
          most = Math.max(most, inMegabytes(served.pid, 'VmRSS'));
          apart = Math.max(apart, largestApart(served.pid));
        }
      })();
      const answer = await post('/api/readings', bytes, name);
      const took = performance.now() - began;
      isDone = true;
      await others;
      const { wrong } = (await answer.json()) as { readonly wrong?: { readonly name: string } };
      console.log(
        `      ${answer.status} ${wrong?.name}, ${took.toFixed(0)} ms, ${most.toFixed(0)} MB and ${apart.toFixed(0)} MB apart, others waited ${longest.toFixed(0)} ms at most`,
      );
      assert.equal(answer.status, 422);
      assert.ok(names.includes(wrong?.name ?? ''), wrong?.name);
      assert.ok(took < 5_000 && most < 300 && apart < 300 && longest < 1_000);
    });
});
