import { inject, InjectionToken } from '@angular/core';
import { type ReportPlace, reportPlace } from '@malspar/environmental-report-model';
import { PAGE_CONTEXT, PageContext } from '@malspar/site-web/parts';

/** What every part of one of the report's pages asks for: what the site knows of the page, and the report's own places. */
export class ReportContext extends PageContext {
  override path(place: ReportPlace): string {
    return super.path(reportPlace(place));
  }
}

/** The page that is being rendered. */
export const CONTEXT = new InjectionToken<ReportContext>('report page context', {
  providedIn: 'root',
  factory: () => {
    const { page, language, origin } = inject(PAGE_CONTEXT);
    return new ReportContext(page, language, origin);
  },
});
