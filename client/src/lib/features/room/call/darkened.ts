import type { Attachment } from 'svelte/attachments';

/** While this is shown, everything around it is dark, whatever the theme: what is lit are faces. */
export const darkened: Attachment = () => {
  const { dataset } = document.documentElement;
  const before = dataset['theme'];
  dataset['theme'] = 'dark';
  return () => {
    if (before === undefined) delete dataset['theme'];
    else dataset['theme'] = before;
  };
};
