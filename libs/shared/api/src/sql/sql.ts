type Given =
  string | number | boolean | Date | Uint8Array | null | readonly string[] | readonly number[] | readonly Uint8Array[];

/** A value of a type that its place does not tell; the same one is one parameter, however often it stands. */
export class TypedValue {
  constructor(
    readonly value: Given,
    readonly type: string,
  ) {}
}

/** A statement, or a part of one, with its values where they stand. Its text is the same whatever they are. */
export class Sql {
  /** `texts` stand before, between and after the values. */
  constructor(
    readonly texts: readonly string[],
    readonly inserted: readonly (Given | TypedValue)[],
  ) {}

  /** As the driver takes it: text with numbered parameters, and their values. */
  get call(): { readonly text: string; readonly values: readonly Given[] } {
    const values: Given[] = [];
    const numbers = new Map<TypedValue, number>();
    let text = this.texts[0] ?? '';
    this.inserted.forEach((each, index) => {
      if (each instanceof TypedValue) {
        const number = numbers.get(each) ?? values.push(each.value);
        numbers.set(each, number);
        text += `$${number}::${each.type}`;
      } else {
        text += `$${values.push(each)}`;
      }
      text += this.texts[index + 1] ?? '';
    });
    return { text, values };
  }
}

/** A statement of its text: what is inserted is a value, and never text, unless it is a part that `sql` has made. */
export function sql(texts: TemplateStringsArray, ...inserted: readonly (Given | TypedValue | Sql)[]): Sql {
  const all: string[] = [texts[0] ?? ''];
  const values: (Given | TypedValue)[] = [];
  inserted.forEach((each, index) => {
    const after = texts[index + 1] ?? '';
    const last = all.length - 1;
    if (each instanceof Sql) {
      all[last] += each.texts[0] ?? '';
      all.push(...each.texts.slice(1));
      all[all.length - 1] += after;
      values.push(...each.inserted);
    } else {
      values.push(each);
      all.push(after);
    }
  });
  return new Sql(all, values);
}

/** A value whose type is said: where its place does not tell it, or where it stands several times. */
export const typed = (value: Given, type: string): TypedValue => new TypedValue(value, type);

/** A value as JSON; null is no value. */
export const json = (value: unknown): TypedValue =>
  new TypedValue(value === null ? null : JSON.stringify(value), 'jsonb');

/** A condition that all of the parts hold; nothing is asked where there are none. */
export const allHold = (conditions: readonly Sql[]): Sql =>
  conditions.reduce((all, each) => sql`${all} AND ${each}`, sql`true`);

const WORD = /^[a-z][a-z0-9_-]*$/;

/** A word of the model's own, as text of the statement: a state or the name of a transition. */
export function word(text: string): Sql {
  if (!WORD.test(text)) throw new Error(`Not a word of the model: ${text}`);
  return new Sql([`'${text}'`], []);
}

/** Words of the model as a list, for `IN`. */
export const wordList = (words: readonly string[]): Sql =>
  new Sql([`(${words.map((each) => word(each).texts.join('')).join(', ')})`], []);

/** The name of a column or table that a function is told of, `e.written`. */
export function named(name: string): Sql {
  if (!/^[a-z_]+(\.[a-z_]+)?$/.test(name)) throw new Error(`Not a name: ${name}`);
  return new Sql([name], []);
}
