import { InjectionToken } from '@angular/core';
import type { AuditCatalogue } from '@malspar/shared-model';

/** What every domain logs, with its words; the shell knows the domains. */
export const AUDIT_CATALOGUE = new InjectionToken<AuditCatalogue>('what every domain logs');
