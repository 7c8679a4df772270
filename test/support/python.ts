import { spawnSync } from 'node:child_process';

/** Whether there is a Python here to ask. */
export const hasPython = (): boolean => spawnSync('python3', ['--version']).status === 0;

/** What a Python program prints that is given a text as UTF-8. */
export const python = (program: string, input: string): string => {
  const { status, stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-c', program], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
