import type { PdfError } from '@malspar/print-api';
import type { PublicationNote } from '@malspar/publication-model';
import { DomainError } from '@malspar/shared-api';

/** 422: something stands in the way of publishing; one error for each, as in the preview. */
export class PublicationBlocked extends DomainError {
  constructor(blockers: readonly PublicationNote[]) {
    super({
      type: 'publication-blocked',
      status: 422,
      title: 'Rapporten kan inte publiceras än. Se vad som saknas.',
      titleEn: 'The report cannot be published yet. See what is missing.',
      errors: blockers.map(({ code, areaSlug, period, params }) => ({
        pointer: ['', 'reports', areaSlug, period].filter((part) => part !== null).join('/'),
        code: code.replaceAll('_', '-'),
        params,
      })),
    });
  }
}

/** 409: somebody else has published this version, or what it is made of has changed since the preview. */
export class PreviewOutdated extends DomainError {
  constructor(current: { readonly nextVersion: number; readonly contentHash: string | null }) {
    super({
      type: 'preview-outdated',
      status: 409,
      title: 'Underlaget har ändrats sedan du förhandsgranskade. Granska igen innan du publicerar.',
      titleEn: 'What is to be published has changed since you previewed it. Preview again before publishing.',
      current,
    });
  }
}

/** 503: the PDF could not be made; nothing has been published. */
export class PdfNotMade extends DomainError {
  constructor(error: PdfError) {
    super({
      type: 'pdf-not-made',
      status: 503,
      title: 'PDF-filen kunde inte skapas. Inget har publicerats. Försök igen.',
      titleEn: 'The PDF could not be made. Nothing has been published. Try again.',
      errors: [{ pointer: '', code: error }],
    });
  }
}
