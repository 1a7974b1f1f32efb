import type { Decimal } from '@malspar/shared-model';
import type { Language } from './language.js';

interface TargetState {
  readonly direction: 'increase' | 'decrease' | 'reach';
  readonly baseline: Decimal | null;
  readonly target: Decimal | null;
  readonly latest: Decimal;
}

type Standing = 'reached' | 'closer' | 'not-closer' | 'unknown';

const STANDINGS: readonly Standing[] = ['reached', 'closer', 'not-closer', 'unknown'];

const WORDS = {
  sv: {
    of: (all: number) => `Av ${all} mål med siffror har`,
    single: 'Målet med siffror har',
    standing: {
      reached: 'nått sitt målvärde',
      closer: 'kommit närmare målvärdet än utgångsvärdet',
      'not-closer': 'inte kommit närmare målvärdet än utgångsvärdet',
      unknown: 'inget att jämföras med',
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
      unknown: 'nothing to be compared with',
    },
    and: ' and ',
  },
} as const;

/** How many targets have reached their values or come closer to them: where the figures are, not how that is judged. */
export function targetsFinding(targets: readonly TargetState[], language: Language): string {
  const words = WORDS[language];
  const standings = targets.map(standingOf);
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

function standingOf({ direction, baseline, target, latest }: TargetState): Standing {
  if (target === null) return 'unknown';
  const [goal, now] = [Number(target), Number(latest)];
  const isThere = direction === 'increase' ? now >= goal : direction === 'decrease' ? now <= goal : now === goal;
  if (isThere) return 'reached';
  if (baseline === null) return 'unknown';
  return Math.abs(goal - now) < Math.abs(goal - Number(baseline)) ? 'closer' : 'not-closer';
}
