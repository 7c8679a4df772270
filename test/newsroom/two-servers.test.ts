import { newsroomOnTwoServers } from '../support/newsroom-on-two-servers.ts';

describe('two servers on one PostgreSQL database, in one process', function () {
  this.timeout(60_000);
  newsroomOnTwoServers({
    first: Number(process.env.SEED ?? 1),
    count: Number(process.env.COUNT ?? 2),
    transactions: 200,
    file: 'test/newsroom/two-servers.test.ts',
  });
});
