import { DataSource } from 'typeorm';
import { managerOf } from '../sql/manager-of.js';
import { Database } from '../database/database.js';
import type { Tx } from './tx.js';

/** Compiles only as long as there is nothing that a service could call. */
type Opaque = [keyof Tx] extends [never] ? true : false;

describe('a transaction in the hands of a service', () => {
  const source = new DataSource({ type: 'postgres' });
  const tx = new Database(source).read;

  it('has nothing to query with, neither by its type nor when it runs', () => {
    const isOpaque: Opaque = true;
    expect(isOpaque).toBe(true);
    expect([...Object.keys(tx), ...Object.getOwnPropertyNames(Object.getPrototypeOf(tx))]).toEqual(['constructor']);
  });

  it('is what a repository sends its statements by', () => {
    expect(managerOf(tx)).toBe(source.manager);
  });
});
