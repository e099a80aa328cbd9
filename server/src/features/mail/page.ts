/** What a letter holds, before it is text or HTML. */
export interface Page {
  language: string;
  subject: string;
  greeting: string;
  lead: string;
  /** Names with their values. */
  facts: readonly (readonly [name: string, value: string])[];
  /** Lines with where they lead. */
  items: readonly { text: string; address: string }[];
  buttons: readonly { text: string; address: string }[];
  footer: { text: string };
}

/** For programs that show no HTML, and people who want none. */
export function asText({ greeting, lead, facts, items, buttons, footer }: Page): string {
  return [
    greeting,
    lead,
    facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
    items.map(({ text, address }) => `- ${text}\n  ${address}`).join('\n'),
    buttons.map(({ text, address }) => `${text}: ${address}`).join('\n'),
    `--\n${footer.text}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const link = (address: string, text: string, style = ''): string =>
  `<a href="${safe(address)}"${style && ` style="${style}"`}>${safe(text)}</a>`;

const button =
  'display:inline-block;padding:12px 20px;border:2px solid currentColor;border-radius:10px;font-weight:600;text-decoration:none';

/**
 * Plain and without pictures, colours of its own, or anything fetched: it is read as well in a dark
 * mail program as in a light one, and tells nobody that it was opened.
 */
export function asHtml({ language, subject, greeting, lead, facts, items, buttons, footer }: Page) {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" align="left" valign="top" style="padding:4px 16px 4px 0;font-weight:600">${safe(name)}</th><td style="padding:4px 0">${safe(value)}</td></tr>`,
  );
  const parts = [
    `<p>${safe(greeting)}</p>`,
    `<p style="font-size:18px">${safe(lead)}</p>`,
    rows.length > 0 ? `<table style="border-collapse:collapse">${rows.join('')}</table>` : '',
    items.length > 0
      ? `<ul>${items.map(({ text, address }) => `<li>${link(address, text)}</li>`).join('')}</ul>`
      : '',
    ...buttons.map(({ text, address }) => `<p>${link(address, text, button)}</p>`),
    `<p style="font-size:13px">${safe(footer.text)}</p>`,
  ];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${safe(subject)}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:600px">
${parts.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
