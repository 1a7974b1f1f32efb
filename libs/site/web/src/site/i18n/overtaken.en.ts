import type { Texts } from './sv.js';

export const overtaken: Texts['overtaken'] = {
  label: 'Changed since then',
  lead: 'Some of what this page says no longer holds. The page stays as it was published.',
  corrected: (name) => `Corrected in ${name}`,
  revised: (name) => `New in ${name}`,
  count: (count) => (count === 1 ? '1 item' : `${count} items`),
  change: (was, is) => `was ${was}, is ${is}`,
  text: 'the text has been changed',
};

export const gap: Texts['gap'] = {
  missing: (period) => `The report for ${period} is missing:`,
  last: (period) => `The latest verdict is for ${period}:`,
  never: 'The focus area has no published verdict yet.',
};
