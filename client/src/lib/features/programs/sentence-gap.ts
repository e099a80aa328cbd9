/** Where in a sentence a control stands: given to a message in place of the control's value. */
export const gap = '\uFFFC';
