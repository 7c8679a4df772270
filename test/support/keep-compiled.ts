import { enableCompileCache } from 'node:module';
import { COMPILED } from './compiled.ts';

// Read by mocha before any test (.mocharc.json): what it and the programs that tests start compiled is kept for the next.
enableCompileCache(COMPILED.NODE_COMPILE_CACHE);
Object.assign(process.env, COMPILED);
