import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** Every address there is leads to this machine, and names are asked of it; nothing comes in or goes out. */
const SET_UP = [
  'ip link set lo up',
  'ip route add local 0.0.0.0/0 dev lo',
  'ip -6 route add local ::/0 dev lo',
  'mount --bind "$0/resolv.conf" /etc/resolv.conf',
  'mount --bind "$0/nsswitch.conf" /etc/nsswitch.conf',
].join(' && ');

const run = (command: string, input: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-alone-'));
  try {
    writeFileSync(join(folder, 'resolv.conf'), 'nameserver 192.0.2.53\n');
    writeFileSync(join(folder, 'nsswitch.conf'), 'hosts: files dns\n');
    const args = ['-rnm', 'sh', '-c', `${SET_UP} && ${command}`, folder, process.execPath];
    return spawnSync('unshare', args, { cwd: project, input, encoding: 'utf8', timeout: 60_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Why this machine makes no network namespace (util-linux, iproute2, and a kernel that lets its users); nothing when it does. */
export const noNamespace = (): string | undefined => {
  const { status, stderr, error } = run('true', '');
  return status === 0 ? undefined : (stderr || String(error)).trim();
};

/** What came of fetching an address there, whom a connection was made to, and which names were asked for. */
export interface Came {
  readonly address: string;
  readonly came: string;
  readonly heard: readonly string[];
  readonly asked: readonly string[];
}

/** Fetches addresses in such a namespace, each with the fetcher as the server has it. */
export const fetchedAlone = (addresses: readonly string[]): readonly Came[] => {
  const { status, stdout, stderr } = run('exec "$1" test/support/alone-on-the-internet.ts', JSON.stringify(addresses));
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
