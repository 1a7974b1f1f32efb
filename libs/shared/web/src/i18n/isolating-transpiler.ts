import { Injectable } from '@angular/core';
import { DefaultTranspiler, type TranspileParams } from '@jsverse/transloco';
import { isolated } from '@malspar/shared-model';

/** Puts people's words into sentences so that their direction never turns the rest of the sentence. */
@Injectable()
export class IsolatingTranspiler extends DefaultTranspiler {
  override transpile(given: TranspileParams): unknown {
    const params = Object.fromEntries(
      Object.entries((given.params ?? {}) as Record<string, unknown>).map(([name, value]) => [
        name,
        typeof value === 'string' ? isolated(value) : value,
      ]),
    );
    return super.transpile({ ...given, params }) as unknown;
  }
}
