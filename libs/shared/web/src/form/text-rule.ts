import { type SchemaPath, validate } from '@angular/forms/signals';
import { cleanText, textLength } from '@malspar/shared-model';
import type { RuleFault } from './form-faults';

/** The rule of a text: `missing` is the key of what is said when it says nothing, where it must; counted as the server counts. */
export function textRule(path: SchemaPath<string>, { missing = () => null, max }: TextLimits): void {
  validate(path, ({ value }): RuleFault | null => {
    const text = cleanText(value());
    const asked = missing();
    if (text === '' && asked !== null) return { kind: 'missing', message: asked };
    const over = textLength(text) - max;
    return over > 0 ? { kind: 'too-long', message: 'shared.text.tooLong', params: { over, max } } : null;
  });
}

interface TextLimits {
  readonly missing?: () => string | null;
  readonly max: number;
}
