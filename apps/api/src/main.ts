import { PublicSiteService } from '@malspar/site-api';
import { createApp } from './create-app.js';
import { migrate } from './database/migrate.js';
import { databaseTls, readConfig } from './config.js';
import { listenOnOtherLoopback } from './web/demo-host.js';

const config = readConfig();
if (config.MIGRATE_ON_START) {
  await migrate(config.DATABASE_MIGRATION_URL ?? config.DATABASE_URL, databaseTls(config));
}
const app = await createApp(config);
await app.listen(config.PORT, config.HOST);
if (config.AUTH_MODE === 'demo') listenOnOtherLoopback(app.getHttpServer(), config.PORT);
app.get(PublicSiteService).start();
