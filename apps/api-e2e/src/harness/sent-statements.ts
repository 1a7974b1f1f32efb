import pg from 'pg';

/** Watches the statements that apps in this process send; the transactions' own are left out. */
export class SentStatements {
  readonly #query = pg.Client.prototype.query;
  #sent: string[] = [];

  constructor() {
    const query = this.#query;
    const note = (text: string) => this.#sent.push(text);
    pg.Client.prototype.query = function (this: pg.Client, ...call: Parameters<typeof query>) {
      const first = call[0] as string | { text: string };
      note(typeof first === 'string' ? first : first.text);
      return query.apply(this, call);
    } as typeof query;
  }

  /** What the work sends, with its result. */
  async during<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
    this.#sent = [];
    const result = await work();
    return { result, statements: this.#sent.filter((sql) => !/^(START|BEGIN|COMMIT|ROLLBACK|SET)/i.test(sql)) };
  }

  end(): void {
    pg.Client.prototype.query = this.#query;
  }
}
