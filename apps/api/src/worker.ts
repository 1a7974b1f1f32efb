import { setTimeout as sleep } from 'node:timers/promises';
import { FeedbackService } from '@malspar/publication-api';
import { Housekeeping } from '@malspar/shared-api';
import { Logger } from '@nestjs/common';
import { withDomains } from './command.js';

const HOUR = 3_600_000;
const logger = new Logger('Worker');
const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());

await withDomains(async (app) => {
  logger.log('Working');
  while (!ended.signal.aborted) {
    // A database that is away now is back at the next round; nothing here is urgent.
    await app
      .get(Housekeeping)
      .sweep()
      .then((swept) => logger.log(swept))
      .catch((error: unknown) => logger.error(error));
    await app
      .get(FeedbackService, { strict: false })
      .clearOldComments()
      .then((cleared) => logger.log({ cleared }))
      .catch((error: unknown) => logger.error(error));
    await sleep(HOUR, undefined, { signal: ended.signal }).catch(() => undefined);
  }
});
