import pg from 'pg';

/**
 * A connection whose loss never ends the process. Pools listen for errors while a connection rests and while it is lent
 * out, but not in every moment between; an error that nobody listens for in such a moment would be thrown.
 */
export class EnduringClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
