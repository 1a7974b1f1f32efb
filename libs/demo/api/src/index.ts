export { DemoDocuments } from './demo-documents.js';
export { DemoFeedback } from './demo-feedback.js';
export { DemoModule } from './demo.module.js';
export { DemoPeople, type DemoPerson } from './demo-people.js';
export { DemoPeriod } from './demo-period.js';
export { DemoPublications } from './demo-publications.js';
export { exampleReport } from './example-report.js';
