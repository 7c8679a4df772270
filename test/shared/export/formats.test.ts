import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../../shared/export/index.ts';
import { exportContract } from '../../support/export-contract.ts';

/** Whether a format is held to the contract in a test of its own, which reads back what it wrote. */
const isHeldElsewhere = (name: string): boolean => {
  const path = join(import.meta.dirname, `${name}.test.ts`);
  return existsSync(path) && /^ {2}exportContract\(/m.test(readFileSync(path, 'utf8'));
};

for (const [name, format] of Object.entries(FORMATS))
  if (!isHeldElsewhere(name)) describe(`the format ${name}`, () => exportContract(format));
