import { dateInZone, type PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';

/** What time it is. Injected, so that a test can say so instead of waiting. */
export abstract class Clock {
  abstract now(): Date;
  /** Today's date where the authority is. */
  today(): PlainDate {
    return dateInZone(this.now());
  }
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
