import { describe, expect, test } from 'vitest';
import { linkify } from './linkify.ts';

const links = (text: string) => linkify(text).flatMap((one) => (one.href ? [one.href] : []));

describe('addresses in a message', () => {
  test.each([
    ['see https://example.org/a?b=c#d for more', ['https://example.org/a?b=c#d']],
    ['(https://example.org/a).', ['https://example.org/a']],
    ['https://en.wikipedia.org/wiki/Time_(unit).', ['https://en.wikipedia.org/wiki/Time_(unit)']],
    ['http://a.example, https://b.example!', ['http://a.example/', 'https://b.example/']],
    ['HTTPS://EXAMPLE.ORG', ['https://example.org/']],
    ['https://', []],
    ['no address here', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.org',
    'file:///etc/passwd',
  ])('%s is only text', (text) => {
    expect(linkify(text)).toEqual([{ text, href: null }]);
  });

  test('markup ends an address and stays text', () => {
    expect(linkify('https://a.example"><script>x</script>')).toEqual([
      { text: 'https://a.example', href: 'https://a.example/' },
      { text: '"><script>x</script>', href: null },
    ]);
  });

  test.each(['', 'a\nb https://a.example/?q=1.\n\nc', 'https://a.example https://b.example', '))'])(
    'joined again it is the message: %j',
    (text) => {
      expect(
        linkify(text)
          .map((one) => one.text)
          .join(''),
      ).toBe(text);
    },
  );
});
