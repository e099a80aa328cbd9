/** A stretch of a message: text, or an address that may be opened. */
export interface Stretch {
  text: string;
  /** Always http or https. */
  href: string | null;
}

const address = /https?:\/\/[^\s<>"'`]+/gi;
/** Signs that end a sentence rather than an address. */
const trailing = /[.,;:!?…)\]}*_]+$/;

/** A message as text and addresses, in order; joined again it is the message. */
export function linkify(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const shown = withoutEnd(match[0]);
    const href = safe(shown);
    if (!href) continue;
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), href: null });
    stretches.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), href: null });
  return stretches;
}

/** Without the sentence's signs at its end; a bracket that it opened itself stays. */
function withoutEnd(found: string): string {
  const end = trailing.exec(found);
  if (!end) return found;
  const cut = found.slice(0, end.index);
  return end[0].startsWith(')') && cut.includes('(') ? `${cut})` : cut;
}

function safe(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
