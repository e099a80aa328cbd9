/** A single-page app: the server sends the same page for every address. */
export const ssr = false;
export const prerender = false;
