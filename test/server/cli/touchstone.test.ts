import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../../server/digest.ts';
import { sealedTombstone } from '../../../server/storage/erasure-store.ts';
import { json } from '../../../shared/export/json.ts';
import { flipped, smallBundle } from '../../support/bundles.ts';
import { richEdition } from '../../support/edition.ts';

const project = join(import.meta.dirname, '../../..');

describe('touchstone verify', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-verify-'));
  after(() => rmSync(folder, { recursive: true }));

  const touchstone = (...words: readonly string[]): { readonly code: number | null; readonly out: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/touchstone.ts', ...words], {
      ...{ cwd: project, encoding: 'utf8' },
    });
    return { code: status, out: stdout + stderr };
  };

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('says that a bundle holds, with 0', async () => {
    const { code, out } = touchstone('verify', file('moon.zip', (await smallBundle()).bytes));
    assert.match(
      out,
      /holds\.\n4 entries, each sealed to the one before.*\n2 frozen copies; 3 files, each what its SHA-256 says\./,
    );
    assert.equal(code, 0);
  });

  it('names the entry that is broken in a bundle, with 1', async () => {
    const { bytes } = await smallBundle();
    const { code, out } = touchstone('verify', file('broken.zip', flipped(bytes, bytes.indexOf('"op-3"') + 4, 1)));
    assert.match(out, /is broken\.\nentry 3: it is not what was sealed\./);
    assert.equal(code, 1);
  });

  it('checks JSON too', () => {
    const written = String(json.write(richEdition()));
    assert.equal(touchstone('verify', file('moon.json', written)).code, 0);
    const { code, out } = touchstone('verify', file('broken.json', written.replace('mostly-false', 'mostly-true')));
    assert.match(out, /is broken\.\nentry \d+: it is not what was sealed\./);
    assert.equal(code, 1);
  });

  it('holds a file against the tombstone of its article, and names the entry that was not in the log', () => {
    const edition = richEdition();
    const written = file('deleted.json', String(json.write(edition)));
    const [first, last] = [edition.entries.at(0)?.hash ?? '', edition.entries.at(-1)?.hash ?? ''];
    const said = {
      article: 'a',
      entries: edition.entries.length,
      first,
      last,
      at: '2026-01-01T00:00:00.000Z',
      by: 'ada',
    };
    const against = (tombstone: object) =>
      touchstone('verify', written, '--tombstone', file('tombstone.json', JSON.stringify(tombstone)));
    const whole = against({ status: 410, tombstone: sealedTombstone(said, sha256) });
    assert.match(whole.out, /It is the whole log that was deleted/);
    const longer = against(sealedTombstone({ ...said, entries: said.entries + 2, last: 'f'.repeat(64) }, sha256));
    assert.match(longer.out, /ends before it: (\d+) of \d+ entries/);
    const other = against(sealedTombstone({ ...said, last: 'f'.repeat(64) }, sha256));
    assert.match(other.out, new RegExp(`entry ${said.entries}: it is not the last of the log that was deleted`));
    const turned = against({ ...sealedTombstone(said, sha256), last: 'f'.repeat(64) });
    assert.match(turned.out, /is no tombstone: tombstone\.seal/);
    assert.deepEqual([whole.code, longer.code, other.code, turned.code], [0, 0, 1, 2]);
  });

  it('says more about each command', () => {
    const { code, out } = touchstone('help');
    assert.equal(code, 0);
    for (const [, name = ''] of out.matchAll(/^ {2}(\w+) .*/gm)) {
      if (name === 'help') continue;
      const help = touchstone('help', name);
      assert.equal(help.code, 0);
      assert.match(help.out, new RegExp(`^Usage: touchstone ${name}\\b.*Exit codes: 0 `, 's'));
    }
    assert.match(touchstone('verify', '--help').out, /^Usage: touchstone verify FILE \[OPTIONS\]\n/);
    assert.match(touchstone('help', 'fly').out, /There is no command "fly"/);
  });

  it('says how it is called, and what cannot be opened, with 2', () => {
    assert.equal(touchstone().code, 2);
    assert.match(touchstone('verify').out, /"verify FILE" is expected/);
    const missing = touchstone('verify', join(folder, 'nowhere.zip'));
    assert.match(missing.out, /no such file/);
    assert.equal(missing.code, 2);
  });
});
