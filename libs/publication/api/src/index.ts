export { type FreezingVersion, type FrozenPage, type FrozenPages, PageFreezing } from './page-freezing.js';
export { PreviewService } from './preview.service.js';
export { type KindNote, kindNote } from './publication-notes.js';
export { PublicationBlocked } from './publication.errors.js';
export { PublicationModule } from './publication.module.js';
export { PublicationService } from './publication.service.js';
export { PUBLISHED_FILE } from './published-file.sql.js';
export type { KindSource, PublishedKind, SourceRequest, VersionKey } from './published-kind.js';
export { PublishedKinds, PublishedKindsModule } from './published-kinds.js';
