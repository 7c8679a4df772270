import { FORMATS } from '../../../shared/export/index.ts';
import { exportContract } from '../../support/export-contract.ts';

for (const [name, format] of Object.entries(FORMATS)) describe(`the format ${name}`, () => exportContract(format));
