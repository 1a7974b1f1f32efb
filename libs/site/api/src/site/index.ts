export { livePages } from './live-pages.js';
export { publicSiteFront } from './public-front.js';
export { publicSiteHandler } from './public-site.router.js';
export { PublicSiteService } from './public-site.service.js';
export type { SiteOptions, SiteRenderer } from './site-renderer.js';
export { SiteRendering } from './site-rendering.js';
