import { EMPTY_DRAFT, type WrittenDraft } from './written-draft';

const nameOf = (period: string): string => `malspar.publication.${period}`;

/** What was written for the period in this tab, also after a reload. */
export function remembered(period: string): WrittenDraft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(period)) ?? '{}') as Partial<WrittenDraft>;
    return { ...EMPTY_DRAFT, ...kept };
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Without storage the page works all the same, for as long as it is open. */
export function remember(period: string, written: WrittenDraft | null): void {
  try {
    if (written) sessionStorage.setItem(nameOf(period), JSON.stringify(written));
    else sessionStorage.removeItem(nameOf(period));
  } catch {
    return;
  }
}
