/** What a PDF may do on the origin: be looked at, and nothing else. */
export const DOCUMENT_POLICY =
  "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
