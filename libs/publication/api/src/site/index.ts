export { publicSiteFront } from './public-front.js';
export { publicSiteHandler } from './public-site.router.js';
export { PublicSiteModule } from './public-site.module.js';
export { PublicSiteService } from './public-site.service.js';
export type { SiteOptions, SiteRenderer } from './site-renderer.js';
