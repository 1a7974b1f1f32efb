// The files hold for any machine: no folder of somebody's own, no private registry, nothing left to do later.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { at, ROOT } from '../lib/root.mjs';

const TEXT = /\.(cjs|css|html|js|json|md|mjs|scss|sh|sql|svg|ts|txt|ya?ml)$|(^|\/)(Dockerfile|run)$/;
const AMISS = [
  { what: 'a folder of one machine', pattern: /(?<![\w.~@-])\/(?:root|home\/[a-z]\w*|Users\/[A-Za-z]\w*|work)\/[\w.]/ },
  { what: 'a registry address', pattern: /"resolved": "https?:/ },
  { what: 'something left to do', pattern: /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/ },
];

/** @returns {string[]} */
export function check() {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return names.filter((name) => TEXT.test(name)).flatMap((name) => amissIn(name, readFileSync(at(name), 'utf8')));
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {string[]}
 */
export function amissIn(name, text) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      AMISS.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${name}:${index + 1} names ${what}.`),
    );
}
