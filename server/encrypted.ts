import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** By whom words can be read: who has the secret, which is kept nowhere here, for what they are kept, and whose they are. */
export interface Reader {
  readonly secret: string;
  readonly purpose: 'answer' | 'id-token';
  readonly whose: string;
}

const IV = 12;
const TAG = 16;

const keyOf = ({ secret, purpose, whose }: Reader): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, whose, purpose, 32));

/** Words as they are kept so that only who has a secret can read them (T11): AES-256-GCM, base64. */
export const encrypted = (words: string, reader: Reader): string => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyOf(reader), iv);
  const hidden = [cipher.update(words, 'utf8'), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...hidden]).toString('base64');
};

/** The words again; throws where the secret is another, or what was kept was changed. */
export const decrypted = (kept: string, reader: Reader): string => {
  const bytes = Buffer.from(kept, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', keyOf(reader), bytes.subarray(0, IV));
  cipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  return cipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + cipher.final('utf8');
};
