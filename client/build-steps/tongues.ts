/** The languages in which there are pages, as documents name them. @see shared/src/telling/tongue.ts */
export const tongues = { en: 'en-GB', de: 'de' } as const;

export type PageTongue = keyof typeof tongues;

/** The one that a build is for; English unless it is told otherwise. */
export function tongueOfBuild(asked: string | undefined): PageTongue {
  if (asked === undefined || asked === 'en') return 'en';
  if (asked === 'de') return 'de';
  throw new Error(`There are no pages in ${asked}`);
}

/** Where one language's pages are built, before they lie beside the others. */
export const folderOf = (tongue: PageTongue): string => `.svelte-kit/pages/${tongue}`;

/** The document in one language. @see server/src/http/pages.ts */
export const documentOf = (tongue: PageTongue): string => `index.${tongue}.html`;
