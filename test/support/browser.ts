import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');

interface Program {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
];

/** A real browser: CHROME_PATH, else the system's Chrome or Chromium, else the one inside an npm package. Close it. */
export const openBrowser = async (): Promise<Browser> => {
  const { executablePath, env } = await findProgram();
  // Playwright adds --headless and --no-sandbox: root and many containers have no sandbox, and only our own pages are visited.
  return chromium.launch({ executablePath, args: QUIET, env: { ...definedEnv(), ...env } });
};

const findProgram = async (): Promise<Program> => {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, env: {} };
  const system = await systemChrome();
  return system === undefined ? packagedChromium() : { executablePath: system, env: {} };
};

const systemChrome = async (): Promise<string | undefined> => {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [...onPath, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'])
    if (await runs(path)) return path;
  return undefined;
};

const packagedChromium = async (): Promise<Program> => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`no browser for ${process.platform} ${process.arch}: install Chrome or set CHROME_PATH`);
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const fonts: Record<string, string> = (await exists('/etc/fonts/fonts.conf'))
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'touchstone-fonts.conf') };
  if ((await missingLibraries(executablePath, fonts)).length === 0) return { executablePath, env: fonts };

  const libraries = {
    LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? []].flat().join(':'),
  };
  const env = { ...fonts, ...libraries };
  const missing = await missingLibraries(executablePath, env);
  if (missing.length > 0) throw new Error(`the packaged Chromium lacks ${missing.join(', ')}: install Chrome instead`);
  return { executablePath, env };
};

/** The folder where the packaged Chromium, its libraries and its fonts lie, the user's own and whole, whoever else unpacks it now. */
const unpacked = async (): Promise<string> => {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build.*$/, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `touchstone-chromium-${version}-${userInfo().uid}`);
  if (await exists(folder)) {
    if ((await stat(folder)).uid !== userInfo().uid) throw new Error(`${folder} belongs to someone else: remove it`);
    return folder;
  }

  const stage = await mkdtemp(`${folder}-`);
  // The package unpacks into the temporary folder, and its libraries only where it believes itself on Amazon's Lambda.
  const env = { ...process.env, TMPDIR: stage, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', unpack], { cwd: project, env });
  await writeFile(join(stage, 'touchstone-fonts.conf'), fontsConf(folder));
  await rename(stage, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(stage, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return folder;
};

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts/fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const missingLibraries = async (program: string, env: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { stdout } = await run('ldd', [program], { env: { ...process.env, ...env } });
  return [...stdout.matchAll(/(\S+) => not found/g)].map(([, name]) => String(name));
};

const exists = (path: string): Promise<boolean> => allowed(path, constants.F_OK);
const runs = (path: string): Promise<boolean> => allowed(path, constants.X_OK);
const allowed = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
