/** A letter in words, ready to go. */
export interface Composed {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
}
