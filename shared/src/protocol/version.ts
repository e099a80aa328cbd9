/** Rises when an older tab could misread what it gets; told at connect. */
export const protocolVersion = 5;
