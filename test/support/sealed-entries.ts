import { sha256 } from '../../server/digest.ts';
import type { StoredEntry } from '../../server/storage/log-store.ts';
import { canonicalJson } from '../../shared/canonical.ts';

/** Somebody's typing as it is stored, a letter an entry, sealed one to the other; the rest of an entry can be said otherwise. */
export const typedEntries = (
  count: number,
  other: (version: number) => Readonly<Record<string, unknown>> = () => ({}),
): readonly StoredEntry[] => {
  const entries: StoredEntry[] = [];
  let previous = sha256('the entry before');
  for (let version = 1; version <= count; version += 1) {
    const [from, letter] = [version + 20, 'the moon is far away '.charAt(version % 21)];
    const slice = { content: [{ type: 'text', text: letter }] };
    const parts = [{ kind: 'text', target: 'body', steps: [{ stepType: 'replace', from, to: from, slice }] }];
    const at = new Date(Date.UTC(2026, 2, 1) + version * 137).toISOString();
    const opId = `9f2c-${version}`;
    const unsealed = { version, opId, reviewer: 'una', at, parts, dropped: [], previous, ...other(version) };
    previous = sha256(canonicalJson(unsealed));
    const opHash = sha256(canonicalJson({ opId, base: version - 1, parts }));
    entries.push({
      article: 'a',
      version,
      reviewer: 'una',
      opId,
      opHash,
      body: canonicalJson({ ...unsealed, hash: previous }),
    });
  }
  return entries;
};
