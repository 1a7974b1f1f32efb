import { readMigrationConfig } from './config.js';
import { migrate, migrateDown, pendingMigrations } from './database/migrate.js';

const USAGE = 'Usage: migrate [up | down [steps] | status]';

const { url, tls } = readMigrationConfig();
const [command = 'up', steps = '1'] = process.argv.slice(2);

switch (command) {
  case 'up': {
    const done = await migrate(url, tls);
    console.log(done.length > 0 ? `Ran ${done.join(', ')}` : 'The schema is up to date');
    break;
  }
  case 'down':
    await migrateDown(url, Number(steps), tls);
    console.log(`Took back ${steps}`);
    break;
  case 'status': {
    const pending = await pendingMigrations(url, tls);
    console.log(pending.length > 0 ? `Not run: ${pending.join(', ')}` : 'The schema is up to date');
    process.exitCode = pending.length > 0 ? 1 : 0;
    break;
  }
  default:
    console.error(USAGE);
    process.exitCode = 2;
}
