import { expect, test } from 'vitest';
import { startLines } from '../../src/console/start-lines.ts';
import { signIns } from '../../src/demo/sign-in.ts';

const said = (change: Partial<Parameters<typeof startLines>[0]> = {}) =>
  startLines({
    mode: 'serve',
    origins: ['https://mentors.example.org'],
    setupCode: null,
    demo: [],
    demoMadeAnew: false,
    sendsMail: true,
    ...change,
  }).filter((line) => line !== '');

const noCamera = [
  'Browsers open no camera or microphone here: the address is neither https nor this machine.',
  'Set TLS_CERT and TLS_KEY, or ORIGIN=https://… behind a proxy named in TRUSTED_PROXY.',
];

test.each(['http://mentors.example.org', 'http://192.168.1.20:3000', 'http://[fd00::1]:3000'])(
  'under %s the console says why there will be no camera, with the mend',
  (origin) => {
    expect(said({ origins: [origin] })).toEqual([`Confab on ${origin}`, ...noCamera]);
  },
);

test.each([
  'https://mentors.example.org',
  'https://192.168.1.20:3000',
  'http://localhost:3000',
  'http://confab.localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
])('under %s it says no such thing', (origin) => {
  expect(said({ origins: [origin] })).toEqual([`Confab on ${origin}`]);
});

test('the set-up code and that no mail is sent are said where they are so', () => {
  const [, ...more] = said({ setupCode: 'a-code', sendsMail: false });
  expect(more).toEqual([
    'To become its first admin, open https://mentors.example.org/setup',
    'Set-up code: a-code',
    'No mail is sent: SMTP_URL is not set. Everybody is told in the app.',
  ]);
});

test('the demo says who one can be, and where; that it was made anew, if it was', () => {
  const origins = ['http://localhost:3000', 'http://127.0.0.1:3000'];
  const demo = { mode: 'demo', origins, demo: signIns } as const;
  const lines = said(demo);
  expect(lines[0]).toBe('Confab, the demo, on http://localhost:3000');
  for (const { email, password } of signIns)
    expect(lines.filter((line) => line.includes(email) && line.includes(password))).toHaveLength(1);
  const [, anew, ...rest] = said({ ...demo, demoMadeAnew: true });
  expect(anew).toContain('made anew');
  expect([lines[0], ...rest]).toEqual(lines);
});
