/** A whole PDF of one empty page; `text` makes it another one, `extra` stands in its trailer. */
export function samplePdf(text: string, extra = ''): Buffer<ArrayBuffer> {
  const body = `%PDF-1.4\n% ${text}\n1 0 obj\n<</Type/Catalog>>\nendobj\n`;
  const at = Buffer.byteLength(body);
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 2/Root 1 0 R${extra}>>\nstartxref\n${at}\n%%EOF\n`,
  );
}
