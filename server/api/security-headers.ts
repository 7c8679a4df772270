import type { RequestHandler } from 'express';
import type { Config } from '../parts.ts';

const socketOrigin = (publicUrl: string): string => new URL(publicUrl).origin.replace(/^http/, 'ws');

/** What a browser lets our pages do: run our own scripts, talk to us, and nothing else (CSP Level 3; OWASP secure headers). */
export const securityHeaders = ({ publicUrl }: Config): RequestHandler => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // 'self' means the socket too, but not in every browser of the last years.
    `connect-src 'self' ${socketOrigin(publicUrl)}`,
    // Frozen copies are looked at in a frame of ours, under a policy of their own.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // Text becomes HTML only where the editor reads the clipboard, the address of a script only in client/trusted.ts.
    "require-trusted-types-for 'script'",
    'trusted-types touchstone ProseMirrorClipboard',
  ];
  const headers: Readonly<Record<string, string>> = {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    // Links to set up and to join hold a secret: no other site is told where a reader comes from.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
};
