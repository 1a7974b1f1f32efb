// Says what is being done, how far it is and how long it has taken, in plain lines that also read well in a log file.
const STILL_AT_IT_MS = 15_000;

export class Progress {
  #started = performance.now();
  #step = 0;
  #steps;

  constructor(/** @type {number} */ steps) {
    this.#steps = steps;
  }

  /**
   * @template T
   * @param {string} label what is being done
   * @param {() => T | Promise<T>} work may return a string, which is then said as the outcome
   * @returns {Promise<T>}
   */
  async step(label, work) {
    const began = performance.now();
    const head = `[${++this.#step}/${this.#steps}] ${label}`;
    console.log(`${head} …`);
    const still = setInterval(() => console.log(`      … ${seconds(began)}`), STILL_AT_IT_MS);
    try {
      const result = await work();
      const outcome = typeof result === 'string' && result ? result : 'klart';
      console.log(`      ${outcome} (${seconds(began)})`);
      return result;
    } finally {
      clearInterval(still);
    }
  }

  get elapsed() {
    return seconds(this.#started);
  }
}

/** @param {number} since a `performance.now()` */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toLocaleString('sv-SE', { maximumFractionDigits: 1 })} s`;
}
