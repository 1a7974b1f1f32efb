// Signs that JSON may hold as they are, but that a page, a script or a terminal could take for something else.
const LIVELY = /[<\u007f-\u009f\u2028\u2029]/g;

/** A value as JSON in which nothing is markup, a line end of a script or a command to a terminal. It reads the same. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value).replace(LIVELY, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
