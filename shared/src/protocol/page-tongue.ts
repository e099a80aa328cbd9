/** The cookie in which a browser keeps the language of its pages: they write it, the server reads it. */
export const tongueCookie = 'confab.tongue';
