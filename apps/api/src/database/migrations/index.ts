import { Foundation1700000000001 } from './0001-foundation.js';
import { Plan1700000000002 } from './0002-plan.js';
import { Identity1700000000003 } from './0003-identity.js';
import { Reporting1700000000004 } from './0004-reporting.js';
import { Publication1700000000005 } from './0005-publication.js';
import { FrozenPages1700000000006 } from './0006-frozen-pages.js';
import { Site1700000000007 } from './0007-site.js';
import { PageFeedback1700000000009 } from './0009-page-feedback.js';
import { ReviewAndLog1700000000010 } from './0010-review-and-log.js';
import { DraftWordings1700000000011 } from './0011-draft-wordings.js';
import { PeriodEvents1700000000012 } from './0012-period-events.js';
import { PlanLanguage1700000000013 } from './0013-plan-language.js';
import { IndicatorMeaning1700000000014 } from './0014-indicator-meaning.js';
import { YearPart1700000000016 } from './0016-year-part.js';
import { ReportWriters1700000000019 } from './0019-report-writers.js';
import { SessionPerson1700000000020 } from './0020-session-person.js';
import { DataVersions1700000000030 } from './0030-data-versions.js';
import { ContentKinds1700000000031 } from './0031-content-kinds.js';
import { OneWord1700000000034 } from './0034-one-word.js';
import { ProposedDepartments1700000000035 } from './0035-proposed-departments.js';

/** All migrations, oldest first. */
export const migrations = [
  Foundation1700000000001,
  Plan1700000000002,
  Identity1700000000003,
  Reporting1700000000004,
  Publication1700000000005,
  FrozenPages1700000000006,
  Site1700000000007,
  PageFeedback1700000000009,
  ReviewAndLog1700000000010,
  DraftWordings1700000000011,
  PeriodEvents1700000000012,
  PlanLanguage1700000000013,
  IndicatorMeaning1700000000014,
  YearPart1700000000016,
  ReportWriters1700000000019,
  SessionPerson1700000000020,
  DataVersions1700000000030,
  ContentKinds1700000000031,
  OneWord1700000000034,
  ProposedDepartments1700000000035,
];
