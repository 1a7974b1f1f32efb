export { DemoDocuments } from './demo-documents.js';
export { DemoFeedback } from './demo-feedback.js';
export { DemoModule } from './demo.module.js';
export { DemoPeople, type DemoPerson } from './demo-people.js';
export { DemoPublications } from './demo-publications.js';
