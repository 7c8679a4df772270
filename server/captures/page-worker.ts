import { parentPort, workerData } from 'node:worker_threads';
import { safePage } from './safe-page.ts';

parentPort?.postMessage(safePage(String(workerData)));
