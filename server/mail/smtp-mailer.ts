import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

/** How long a mail server may take to answer, in milliseconds. */
const PATIENCE = 20_000;

/** Where letters are handed over, and from whom they are. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  readonly url: string;
  readonly from: string;
}

/** Hands letters to a mail server. Close it. */
export const smtpMailer = ({ url, from }: MailSettings): Mailer => {
  const address = new URL(url);
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port) || (address.protocol === 'smtps:' ? 465 : 587),
    secure: address.protocol === 'smtps:',
    ...(address.username !== '' && {
      auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
    }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Nothing that a letter says is to be fetched or read from the disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    close: () => transport.close(),
  };
};
