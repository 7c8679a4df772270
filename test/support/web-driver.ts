import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { eventually } from './desk-in-browsers.ts';

/** What browsers besides Chromium are driven by (W3C WebDriver), and what each has to be told. */
const DRIVERS = {
  safaridriver: {},
  WebKitWebDriver: { 'webkitgtk:browserOptions': { args: ['--automation'] } },
  geckodriver: { 'moz:firefoxOptions': { args: ['-headless'] } },
} as const;

/** The name of a program that drives a browser. */
export type DriverName = keyof typeof DRIVERS;

/** Keys that write nothing (WebDriver §17.4.2). */
export const KEY = { escape: '\uE00C', end: '\uE010', backspace: '\uE003' } as const;

/** A page of a browser that is driven. Close it. */
export interface Driven {
  readonly browser: string;
  goTo(url: string): Promise<void>;
  /** Runs the body of a function there, `arguments` in its reach; what it gives, or promises, comes back as JSON. */
  run(script: string, ...given: readonly unknown[]): Promise<unknown>;
  /** Presses keys one after another, wherever the focus is. */
  press(...keys: readonly string[]): Promise<void>;
  /** Draws the mouse from one point of the window to another with its button held down. */
  drag(from: Point, to: Point): Promise<void>;
  close(): Promise<void>;
}

/** Pixels from the top left corner of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The drivers that this machine has. */
export const driversHere = (): readonly DriverName[] =>
  (Object.keys(DRIVERS) as DriverName[]).filter((name) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => isProgram(join(folder, name))),
  );

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Opens a page in the browser that a driver is for. On Linux it needs a screen: `xvfb-run` makes one. */
export const openDriven = async (name: DriverName): Promise<Driven> => {
  const port = await freePort();
  const driver = spawn(name, [`--port=${port}`], { stdio: 'ignore' });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 500)}`);
    return value;
  };
  await eventually(() => ask('GET', '/status').then(() => undefined));
  const made = await ask('POST', '/session', { capabilities: { alwaysMatch: DRIVERS[name] } });
  const { sessionId, capabilities } = made as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
  };
  const session = `/session/${sessionId}`;
  const act = (type: 'key' | 'pointer', actions: readonly object[]): Promise<unknown> =>
    ask('POST', `${session}/actions`, { actions: [{ type, id: type, actions }] });
  const moved = (to: Point): object => ({
    type: 'pointerMove',
    duration: 100,
    x: Math.round(to.x),
    y: Math.round(to.y),
  });
  await ask('POST', `${session}/window/rect`, { width: 1440, height: 980 });
  return {
    browser: `${capabilities.browserName} ${capabilities.browserVersion}`,
    goTo: async (url) => void (await ask('POST', `${session}/url`, { url })),
    run: (script, ...given) => ask('POST', `${session}/execute/sync`, { script, args: given }),
    press: async (...keys) =>
      void (await act(
        'key',
        keys.flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      )),
    drag: async (from, to) =>
      void (await act('pointer', [
        moved(from),
        { type: 'pointerDown', button: 0 },
        moved(to),
        { type: 'pointerUp', button: 0 },
      ])),
    close: async () => {
      await ask('DELETE', session).catch(() => undefined);
      driver.kill();
    },
  };
};
