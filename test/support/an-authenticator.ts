import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

const uint32 = (count: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
};

/** A byte string as CBOR has it, in its shortest form (RFC 8949 §4.2.1), of 24 bytes to 64 kB. */
const cborBytes = (bytes: Uint8Array): Buffer => {
  const { length } = bytes;
  return Buffer.concat([Buffer.from(length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255]), bytes]);
};

const cborText = (words: string): Buffer => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

/** An authenticator with one passkey (WebAuthn Level 3 §6), for a site; what it answers is as a browser's `toJSON` writes it. */
export const anAuthenticator = (host: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const named = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' } as const;
  let count = 0;

  const dataOf = (flags: number): Buffer => Buffer.concat([sha256(host), Buffer.from([flags]), uint32(count)]);
  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  return {
    /** Goes on as if it had signed so often. */
    countTo: (to: number): void => {
      count = to;
    },

    make: (challenge: string, origin: string): object => {
      const coordinate = (tag: number, value: string): Buffer =>
        Buffer.concat([Buffer.from([tag]), cborBytes(Buffer.from(value, 'base64url'))]);
      // COSE_Key: EC2, ES256, P-256 (RFC 9053 §7.1).
      const key = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
        coordinate(0x21, x),
        coordinate(0x22, y),
      ]);
      const attested = Buffer.concat([dataOf(0x45), Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = Buffer.concat([
        ...[Buffer.from([0xa3]), cborText('fmt'), cborText('none')],
        ...[cborText('attStmt'), Buffer.from([0xa0])],
        ...[cborText('authData'), cborBytes(attested)],
      ]);
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      };
      return { ...named, response, clientExtensionResults: {} };
    },

    show: (challenge: string, origin: string): object => {
      count += 1;
      const [data, client] = [dataOf(0x05), clientData('webauthn.get', challenge, origin)];
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      };
      return { ...named, response, clientExtensionResults: {} };
    },
  };
};
