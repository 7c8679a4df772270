import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocketJSONStream from '@teamwork/websocket-json-stream';
import ShareDB from 'sharedb';
import { WebSocketServer } from 'ws';

// ShareDB as its documentation starts it, with the store that it brings: in memory.
const backend = new ShareDB();
const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => backend.listen(new WebSocketJSONStream(socket)));

server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
