import { AbstractLogger, type LogLevel, type LogMessage } from 'typeorm';

/** Counts the statements that are sent, so that a request's budget can be held. */
export class CountingLogger extends AbstractLogger {
  statements: string[] = [];

  constructor() {
    super(['query']);
  }

  /** The statements that the work sent; a transaction's own BEGIN and COMMIT are not counted. */
  async during<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
    this.statements = [];
    const result = await work();
    return { result, statements: this.statements };
  }

  protected override writeLog(_level: LogLevel, message: LogMessage | LogMessage[]): void {
    for (const { message: text } of this.prepareLogMessages(message, { highlightSql: false })) {
      const sql = String(text);
      if (!/^(START|COMMIT|ROLLBACK|SET TRANSACTION)/.test(sql)) this.statements.push(sql);
    }
  }
}
