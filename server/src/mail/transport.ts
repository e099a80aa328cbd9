import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Transport } from '../outbox/transport.ts';
import type { Composed } from './composed.ts';

export interface MailSettings {
  /** `smtp:` or `smtps:`, with user and password where the server wants them. */
  url: string;
  from: { name: string; address: string };
}

/** Milliseconds for each step of an attempt. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
/** Milliseconds for the whole of it, however slowly the other side goes on. */
const patience = 120_000;

const isHere = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

/** The mail server of the settings. No connection is opened before there is something to send. */
export function smtp({ url, from }: MailSettings): Transport<Composed> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transporter = createTransport({
    pool: true,
    maxConnections: 2,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password travels in the clear to this machine only.
    requireTLS: username !== '' && !secure && !isHere(hostname),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.split('@').at(-1) ?? 'confab';
  return {
    async send(id, { to, subject, text, html, calendar }) {
      const sending = transporter.sendMail({
        messageId: `<${id}@${domain}>`,
        from,
        to,
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...(calendar && {
          icalEvent: {
            filename: 'session.ics',
            method: calendar.method,
            content: calendar.content,
          },
        }),
      });
      await within(patience, sending);
    },
    close: () => {
      transporter.close();
    },
  };
}

async function within(ms: number, sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT', command: 'DATA' }));
    }, ms);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}
