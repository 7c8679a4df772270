import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

// Preloaded into a server by a test: asked by SIGUSR2 it collects all that nobody needs any more and writes how many bytes of objects are
// left into the file that HEAP_FILE names.
const file = process.env.HEAP_FILE;
if (isMainThread && file) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('SIGUSR2', () => {
    for (let times = 0; times < 3; times += 1) collect();
    writeFileSync(file, String(process.memoryUsage().heapUsed));
  });
}
