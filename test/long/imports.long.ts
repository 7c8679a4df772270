import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aDocx, added, deleted, from, note, p, to, words } from '../support/a-docx.ts';
import { BOMBS } from '../support/bombs.ts';
import { eventually } from '../support/desk-in-browsers.ts';
import { describeWith, material } from '../support/material.ts';
import { PDF_BOMBS } from '../support/pdfs.ts';
import { type ServedApart, startServer } from '../support/server.ts';
import { type Ask, setUpOverHttp } from '../support/set-up-over-http.ts';

const COUNT = Number(process.env.COUNT ?? 2_000);
const MB = 1_000;
/** Characters of the draft, a byte each. */
const WORDS = 25_000;
/** Bytes that may be left of a reading, on average; more is noise of what the engine compiled meanwhile. */
const KEPT = 600;

/** Files that broke other programs, by what they are called in sum. */
const FUZZED = {
  'Word files that broke other programs': '06-hostile/open/poi-fuzz',
  'PDFs that broke other programs': '06-hostile/open/pdfjs',
} as const;

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

const inMegabytes = (pid: number | string, key: 'VmRSS' | 'RssAnon' | 'RssFile'): number => {
  const found = new RegExp(`${key}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / MB;
};

/** In MB: what a server takes, the largest of the processes that it reads in, and all together, with the program itself, which they share, once. */
interface Held {
  readonly server: number;
  readonly apart: number;
  readonly together: number;
}

const heldBy = (pid: number): Held => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  const readers = children.flatMap((each) => {
    try {
      return [{ all: inMegabytes(each, 'VmRSS'), own: inMegabytes(each, 'RssAnon') }];
    } catch {
      return []; // it has ended meanwhile
    }
  });
  const own = readers.reduce((sum, each) => sum + each.own, inMegabytes(pid, 'RssAnon'));
  return {
    server: inMegabytes(pid, 'VmRSS'),
    apart: Math.max(0, ...readers.map(({ all }) => all)),
    together: own + inMegabytes(pid, 'RssFile'),
  };
};

const larger = (one: Held, other: Held): Held => ({
  server: Math.max(one.server, other.server),
  apart: Math.max(one.apart, other.apart),
  together: Math.max(one.together, other.together),
});

const HEAP_FILE = join(tmpdir(), `touchstone-heap-${process.pid}`);

/** What a server holds of objects once it has let go of all that it does not need, in MB. */
const heapOf = async (pid: number): Promise<number> => {
  rmSync(HEAP_FILE, { force: true });
  process.kill(pid, 'SIGUSR2');
  await eventually(async () => assert.ok(existsSync(HEAP_FILE) && readFileSync(HEAP_FILE, 'utf8') !== ''));
  return Number(readFileSync(HEAP_FILE, 'utf8')) / 1_000_000;
};

describe('a server that many files come in to', () => {
  let served: ServedApart;
  let ask: Ask;
  before(async () => {
    const preloaded = pathToFileURL(join(import.meta.dirname, '../support/tells-its-heap.ts'));
    served = await startServer(async () => ({
      NODE_COMPILE_CACHE: '',
      NODE_OPTIONS: `--import ${preloaded}`,
      HEAP_FILE,
    }));
    ({ ask } = await setUpOverHttp(served));
  });
  after(async () => {
    await served.stop();
    rmSync(HEAP_FILE, { force: true });
  });

  const post = (path: string, file: Uint8Array<ArrayBuffer>, name = 'draft.docx'): Promise<Response> => {
    const body = new FormData();
    body.set('file', new File([file], name));
    return ask(path, body);
  };

  it(`takes no more memory after ${COUNT} readings than after ${COUNT / 2}`, async () => {
    const levels: number[] = [];
    const heaps: number[] = [];
    for (let nth = 1; nth <= COUNT; nth += 1) {
      const answer = await post('/api/readings', DRAFT);
      assert.equal(answer.status, 200);
      await answer.arrayBuffer();
      if (nth % (COUNT / 4) !== 0) continue;
      levels.push(inMegabytes(served.pid, 'VmRSS'));
      heaps.push(await heapOf(served.pid));
    }
    console.log(`      ${levels.map((level) => level.toFixed(0)).join(', ')} MB after each quarter`);
    console.log(`      ${heaps.map((heap) => heap.toFixed(2)).join(', ')} MB of objects that are needed`);
    // Until then its engine finds out what is used often, and grows by what that takes; what it collects when moves the level by some MB.
    // A server that kept no more than the words of each draft would grow by more.
    const [, early = 0, , late = 0] = levels;
    assert.ok(late - early < (WORDS * COUNT) / 2 / 1_000_000, `${early} MB, then ${late} MB`);
    // Of what is needed: less than a line of words for each.
    const [, few = 0, , many = 0] = heaps;
    assert.ok(many - few < (KEPT * COUNT) / 2 / 1_000_000, `${few} MB of objects, then ${many} MB`);
  });

  /** Has a file read while others ask for something, and holds it to what that may take. */
  const read = async (file: Uint8Array<ArrayBuffer>, name: string) => {
    const began = performance.now();
    let longest = 0;
    let held = heldBy(served.pid);
    let isDone = false;
    const others = (async () => {
      while (!isDone) {
        const asked = performance.now();
        await fetch(`${served.address}/healthz`).then((answer) => answer.arrayBuffer());
        longest = Math.max(longest, performance.now() - asked);
        held = larger(held, heldBy(served.pid));
      }
    })();
    const answer = await post('/api/readings', file, name);
    const took = performance.now() - began;
    isDone = true;
    await others;
    const { status } = answer;
    // What is read comes line by line; only a refusal is one object.
    const wrong =
      status === 422
        ? ((await answer.json()) as { readonly wrong?: { readonly name: string } }).wrong?.name
        : undefined;
    if (status !== 422) await answer.arrayBuffer();
    const [server, apart, together] = [held.server, held.apart, held.together].map((each) => `${each.toFixed(0)} MB`);
    console.log(
      `      ${status} ${wrong ?? ''}, ${took.toFixed(0)} ms, ${server} and ${apart} apart, ${together} together, others waited ${longest.toFixed(0)} ms at most`,
    );
    assert.ok(took < 5_000 && held.together < 300 && longest < 1_000);
    return { status, wrong };
  };

  const bombs = [
    ...Object.entries(BOMBS).map(([says, bomb]) => ({ says, bomb, name: 'draft.docx' })),
    { says: 'a PDF of 10,000 pages', bomb: PDF_BOMBS['10,000 pages']!, name: 'draft.pdf' },
  ];
  for (const { says, bomb, name } of bombs)
    it(`refuses ${says} in 5 seconds and under 300 MB in all, and answers others meanwhile`, async () => {
      const [file, names] = bomb;
      const { status, wrong } = await read(file(), name);
      assert.equal(status, 422);
      assert.ok(names.includes(wrong ?? ''), wrong);
    });

  for (const [says, folder] of Object.entries(FUZZED))
    describeWith(folder, says, () => {
      const names = existsSync(material(folder)) ? readdirSync(material(folder)) : [];
      for (const name of names.filter((each) => /\.(docx|pdf)$/.test(each)))
        it(`read or refuse ${name} in 5 seconds and under 300 MB in all`, async () => {
          const { status, wrong } = await read(new Uint8Array(readFileSync(join(material(folder), name))), name);
          assert.ok(status === 200 || (status === 422 && wrong), `${status}`);
        });
    });
});
