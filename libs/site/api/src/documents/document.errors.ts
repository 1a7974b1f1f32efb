import { DomainError } from '@malspar/shared-api';
import type { PdfFault } from './pdf-checks.js';

const WORDS: Readonly<Record<PdfFault, readonly [sv: string, en: string]>> = {
  empty: ['Filen är tom. Välj en annan fil.', 'The file is empty. Choose another file.'],
  'not-a-pdf': [
    'Filen är ingen PDF, även om den heter så. Spara eller exportera dokumentet som PDF och välj den filen.',
    'The file is not a PDF, even if it is named so. Save or export the document as PDF and choose that file.',
  ],
  'cut-off': [
    'PDF-filen är inte hel. Hämta eller exportera den igen och välj den nya filen.',
    'The PDF is not whole. Fetch or export it again and choose the new file.',
  ],
  protected: [
    'PDF-filen är skyddad med lösenord eller begränsningar. Spara en kopia utan skydd, så att alla kan läsa den.',
    'The PDF is protected by a password or restrictions. Save a copy without protection, so that everybody can read it.',
  ],
};

/** 422: the file is not a PDF that everybody can open. */
export class NotAPublicPdf extends DomainError {
  constructor(fault: PdfFault) {
    const [title, titleEn] = WORDS[fault];
    super({ type: 'not-a-public-pdf', status: 422, title, titleEn, errors: [{ pointer: '/file', code: fault }] });
  }
}

/** 415: a document is sent as it is, as `application/pdf`. */
export class NotSentAsPdf extends DomainError {
  constructor() {
    super({
      type: 'unsupported-media-type',
      status: 415,
      title: 'Filen måste skickas som application/pdf.',
      titleEn: 'The file has to be sent as application/pdf.',
    });
  }
}

/** 413: more than 20 MB. */
export class DocumentTooLarge extends DomainError {
  constructor(limit: number) {
    super({
      type: 'too-large',
      status: 413,
      title: 'Filen är för stor. Den får vara högst 20 MB.',
      titleEn: 'The file is too large. It may be at most 20 MB.',
      errors: [{ pointer: '/file', code: 'too-large', params: { limit } }],
    });
  }
}
