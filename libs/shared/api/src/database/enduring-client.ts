import pg from 'pg';
import { preparedCall, StatementNames } from './statement-names.js';

/**
 * A connection whose loss never ends the process. Pools listen for errors while a connection rests and while it is lent
 * out, but not in every moment between; an error that nobody listens for in such a moment would be thrown. A statement
 * that it sends again is prepared: the server parses and plans it once.
 */
export class EnduringClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const names = new StatementNames();
    // The driver's own is looked up at each call: it may be watched.
    const send = () => Reflect.get(pg.Client.prototype, 'query') as (...call: unknown[]) => unknown;
    const query = (...call: unknown[]): unknown => Reflect.apply(send(), this, preparedCall(call, names));
    Object.defineProperty(this, 'query', { value: query });
  }
}
