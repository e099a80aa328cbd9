import type { App } from '../app.ts';
import { isInsecure } from '../config/origins.ts';
import { signInLines } from '../demo/sign-in.ts';

/** What the console says once Confab listens. */
export function startLines(app: Omit<App, 'outdated' | 'close'>): string[] {
  const { mode, origins, setupCode, demo, demoMadeAnew, sendsMail } = app;
  const [first = '', second = first] = origins;
  if (mode === 'demo')
    return [
      '',
      `Confab, the demo, on ${first}`,
      ...(demoMadeAnew
        ? ['The start before was interrupted while it made the demo: it was made anew.']
        : []),
      '',
      ...signInLines(demo, [first, second]),
      '',
    ];
  return [
    '',
    `Confab on ${first}`,
    ...(setupCode
      ? ['', `To become its first admin, open ${first}/setup`, `Set-up code: ${setupCode}`]
      : []),
    ...(isInsecure(first)
      ? [
          '',
          'Browsers open no camera or microphone here: the address is neither https nor this machine.',
          'Set TLS_CERT and TLS_KEY, or ORIGIN=https://… behind a proxy named in TRUSTED_PROXY.',
        ]
      : []),
    ...(sendsMail
      ? []
      : ['', 'No mail is sent: SMTP_URL is not set. Everybody is told in the app.']),
    '',
  ];
}
