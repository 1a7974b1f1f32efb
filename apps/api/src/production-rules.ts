import { isLocalOrigin } from '@malspar/shared-api';

/** What a setting must not be where real people use the system, in a sentence that says what to do instead. */
export interface ProductionFault {
  readonly setting: string;
  readonly sentence: string;
}

export interface ProductionSettings {
  readonly PUBLIC_ORIGIN?: string;
  readonly SESSION_SECRET?: string;
  readonly AUTH_MODE?: string;
  readonly MIGRATE_ON_START?: boolean;
  readonly DATABASE_URL?: string;
  readonly DATABASE_MIGRATION_URL?: string;
  /** The app roles of the tenant by the settings that name them. */
  readonly appRoles?: Readonly<Record<string, string>>;
}

type Rule = (settings: ProductionSettings) => ProductionFault | null;

const rules: readonly Rule[] = [
  ({ DATABASE_MIGRATION_URL: url }) =>
    url === undefined
      ? null
      : fault(
          'DATABASE_MIGRATION_URL',
          "is the schema owner's key, which only the command `migrate` may hold: take it out of this process's settings",
        ),
  ({ MIGRATE_ON_START: wanted }) =>
    wanted
      ? fault('MIGRATE_ON_START', "needs the schema owner's key in the app: run `migrate up` on its own first")
      : null,
  ({ PUBLIC_ORIGIN: origin }) =>
    origin?.startsWith('http:') && !isLocalOrigin(origin)
      ? fault('PUBLIC_ORIGIN', 'begins with http:, so sessions could be read on the way: give the https: address')
      : null,
  ({ AUTH_MODE: mode }) =>
    mode === 'demo' ? fault('AUTH_MODE', 'is demo, which lets anybody in as anybody: set it to azure') : null,
  ({ SESSION_SECRET: secret }) =>
    secret !== undefined && isWeakSecret(secret)
      ? fault('SESSION_SECRET', 'can be guessed: make one with `openssl rand -base64 36`')
      : null,
  ({ appRoles = {} }) => sharedValue(appRoles),
];

/** Everything in the settings that production refuses; nothing when all is well. */
export const productionFaults = (settings: ProductionSettings): ProductionFault[] =>
  rules.flatMap((rule) => rule(settings) ?? []);

const fault = (setting: string, sentence: string): ProductionFault => ({ setting, sentence });

/** Whether both addresses sign in as the same role; then the one's rights are the other's. */
export const haveSameRole = (one: string, other: string): boolean => new URL(one).username === new URL(other).username;

/** Two roles with one app role would each be the other: everybody who reads would be an administrator, perhaps. */
function sharedValue(appRoles: Readonly<Record<string, string>>): ProductionFault | null {
  const settings = Object.keys(appRoles);
  for (const [at, setting] of settings.entries()) {
    const same = settings.slice(0, at).find((other) => appRoles[other] === appRoles[setting]);
    if (same !== undefined)
      return fault(setting, `has the same value as ${same}: each role needs an app role of its own`);
  }
  return null;
}

const LEAST_LENGTH = 32;
/** Of 128 random bits written with sixteen digits, an estimate by how often each occurs finds well over so many. */
const LEAST_BITS = 90;
/** What stands in examples, and runs along a keyboard or an alphabet. */
const PLACEHOLDER =
  /secret|hemlig|passw|lösen|change.?me|replace|example|exempel|placeholder|målspår|malspar|abcdef|012345|123456|qwerty/i;
const REPEATED = /^(.{1,16})\1+.{0,15}$/s;

/** Whether a secret is short, repeats itself, uses few different characters or holds words of an example. */
export function isWeakSecret(secret: string): boolean {
  if (secret.length < LEAST_LENGTH || PLACEHOLDER.test(secret) || REPEATED.test(secret)) return true;
  return bitsOf(secret) < LEAST_BITS;
}

/** Shannon's entropy of the characters, times how many there are. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / text.length), 0);
}
