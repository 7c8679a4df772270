import { spawnSync } from 'node:child_process';

let found: boolean | undefined;

/** Whether there is a Python here to ask; it is looked for once. */
export const hasPython = (): boolean => {
  found ??= spawnSync('python3', ['--version']).status === 0;
  return found;
};

/** What a Python program prints that is given a text as UTF-8. */
export const python = (program: string, input: string): string => {
  const { status, stdout, stderr } = spawnSync('python3', ['-I', '-S', '-X', 'utf8', '-c', program], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
