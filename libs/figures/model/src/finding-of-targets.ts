import { type Aimed, type Decimal, type Standing, standingOf } from '@malspar/shared-model';
import type { Language } from './language.js';

interface TargetState {
  readonly indicator: Aimed & { readonly decimals: number };
  readonly target: Decimal | null;
  /** The latest value that may be set against both; null while there is none. */
  readonly latest: Decimal | null;
}

type Told = 'reached' | 'closer' | 'not-closer' | 'unknown';

const STANDINGS: readonly Told[] = ['reached', 'closer', 'not-closer', 'unknown'];

const WORDS = {
  sv: {
    of: (all: number) => `Av ${all} mål med siffror har`,
    single: 'Målet med siffror har',
    standing: {
      reached: 'nått sitt målvärde',
      closer: 'kommit närmare målvärdet än utgångsvärdet',
      'not-closer': 'inte kommit närmare målvärdet än utgångsvärdet',
      unknown: 'inget helt år att jämföra',
    },
    and: ' och ',
  },
  en: {
    of: (all: number) => `Of ${all} targets with figures`,
    single: 'The target with figures has',
    standing: {
      reached: 'reached the target value',
      closer: 'come closer to the target value than the baseline',
      'not-closer': 'not come closer to the target value than the baseline',
      unknown: 'no whole year to be compared',
    },
    and: ' and ',
  },
} as const;

/** How many targets have reached their values or come closer to them: where the figures are, not how that is judged. */
export function targetsFinding(targets: readonly TargetState[], language: Language): string {
  const words = WORDS[language];
  const standings = targets.map(toldOf);
  const [only] = standings;
  if (standings.length === 1 && only) return `${words.single} ${words.standing[only]}`;
  const counts = STANDINGS.flatMap((standing) => {
    const count = standings.filter((each) => each === standing).length;
    if (count === 0) return [];
    const has = language === 'sv' ? '' : count === 1 ? ' has' : ' have';
    return [`${count}${has} ${words.standing[standing]}`];
  });
  const [last, ...before] = [...counts].reverse();
  const list = before.length > 0 ? `${before.reverse().join(', ')}${words.and}${last ?? ''}` : (last ?? '');
  return `${words.of(targets.length)} ${list}`;
}

function toldOf({ indicator, target, latest }: TargetState): Told {
  if (latest === null) return 'unknown';
  return TOLD[standingOf(latest, indicator, target, indicator.decimals)];
}

const TOLD: Readonly<Record<Standing, Told>> = {
  reached: 'reached',
  closer: 'closer',
  still: 'not-closer',
  further: 'not-closer',
  unknown: 'unknown',
};
