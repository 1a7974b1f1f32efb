import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface Rights {
  readonly name: string;
  readonly superuser: boolean;
  readonly makes_roles: boolean;
  readonly owner: boolean;
}

/** The login itself counts: stepping down from it to another role can be taken back by whoever holds its key. */
const RIGHTS = `
  SELECT session_user AS name, r.rolsuper AS superuser, r.rolcreaterole OR r.rolbypassrls OR r.rolreplication AS makes_roles,
    pg_has_role(session_user, d.datdba, 'MEMBER')
      OR pg_has_role(session_user, n.nspowner, 'MEMBER')
      OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND pg_has_role(session_user, c.relowner, 'MEMBER'))
      AS owner
  FROM pg_roles r, pg_database d, pg_namespace n
  WHERE r.rolname = session_user AND d.datname = current_database() AND n.nspname = 'public'`;

/** The connection has rights that the app must not have, in one sentence. */
class TooManyRights extends Error {
  constructor(sentence: string) {
    super(
      `DATABASE_URL signs in as ${sentence} Give the app a login with the rights of malspar_app (docs/operations.md).`,
    );
    this.name = 'TooManyRights';
  }
}

/** Asks the database who the app's connections are, and throws `TooManyRights` when they could drop what is stored. */
export const demandAppRights = (app: Pick<INestApplicationContext, 'get'>): Promise<void> =>
  demandRightsOf(app.get(DataSource));

/** As `demandAppRights`, of one source of connections. */
export async function demandRightsOf(source: DataSource): Promise<void> {
  const [rights] = await source.query<Rights[]>(RIGHTS);
  if (!rights) throw new TooManyRights('somebody the database does not know.');
  const { name, superuser, makes_roles: makesRoles, owner } = rights;
  if (superuser) throw new TooManyRights(`${name}, a superuser.`);
  if (makesRoles) throw new TooManyRights(`${name}, which may make roles or look past their rights.`);
  if (owner) throw new TooManyRights(`${name}, which owns the database or its tables.`);
}
