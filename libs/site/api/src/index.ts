export { DocumentService } from './documents/document.service.js';
export { openDataHandler } from './site/open-data.router.js';
export { livePages } from './site/live-pages.js';
export { PublicSiteRouter } from './site/public-site.router.js';
export { PublicSiteService } from './site/public-site.service.js';
export { sendLive } from './stored/send-stored.js';
export { LANGUAGES, type SiteOptions, type SiteRenderer } from './site/site-renderer.js';
export { ShownKinds, ShownKindsModule } from './site/shown-kinds.js';
/** @public A site without an application around it: journeys put one together. */
export { SiteRendering } from './site/site-rendering.js';
export { SiteModule } from './site.module.js';
