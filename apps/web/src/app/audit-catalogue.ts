import { feedbackActs } from '@malspar/feedback-model';
import { identityAudit } from '@malspar/identity-model';
import { planAudit } from '@malspar/plan-model';
import { publicationActs } from '@malspar/publication-model';
import { reportingAudit } from '@malspar/reporting-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { siteAudit } from '@malspar/site-model';

/** What every domain logs, as the page of the log shows it. On the server each domain's module adds its own. */
export const auditCatalogue = new AuditCatalogue([
  ...identityAudit,
  ...planAudit,
  ...reportingAudit,
  publicationActs,
  ...siteAudit,
  feedbackActs,
]);
