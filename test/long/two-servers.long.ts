import { newsroomOnTwoServers } from '../support/newsroom-on-two-servers.ts';

describe('two servers on one PostgreSQL database, in one process, at large', () => {
  newsroomOnTwoServers({
    first: Number(process.env.SEED ?? 1),
    count: Number(process.env.COUNT ?? 200),
    transactions: 5_000,
    file: '--timeout 0 test/long/two-servers.long.ts',
  });
});
