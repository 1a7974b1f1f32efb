import { inflateSync } from 'node:zlib';

export class PdfName {
  constructor(readonly name: string) {}
}
export class PdfReference {
  constructor(readonly number: number) {}
}
/** A string's bytes, one character for each. */
export class PdfBytes {
  constructor(readonly bytes: string) {}
}
/** An operator of a content stream, or a word between objects. */
export class PdfWord {
  constructor(readonly word: string) {}
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  number | boolean | null | PdfName | PdfReference | PdfBytes | PdfWord | PdfValue[] | PdfDictionary;

const SPACE = /(?:[\s\0]+|%[^\r\n]*)*/y;
const TOKEN =
  /<<|>>|\[|\]|\((?:[^()\\]|\\[^]|\((?:[^()\\]|\\[^])*\))*\)|<[\da-fA-F\s]*>|\/[^\s\0()<>[\]{}/%]*|(\d+) \d+ R(?![A-Za-z])|[+-]?(?:\d+\.?\d*|\.\d+)(?![^\s\0()<>[\]{}/%])|[^\s\0()<>[\]{}/%]+/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values one after the other, from bytes as characters. */
export class PdfSyntax {
  constructor(
    private readonly text: string,
    public at = 0,
  ) {}

  /** The next value; undefined at the end. */
  next(): PdfValue | undefined {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    TOKEN.lastIndex = SPACE.lastIndex;
    const [token, reference] = TOKEN.exec(this.text) ?? [];
    if (token === undefined) return undefined;
    this.at = TOKEN.lastIndex;
    if (reference !== undefined) return new PdfReference(Number(reference));
    if (token === '<<') return this.dictionary();
    if (token === '[') return this.list();
    if (token.startsWith('/'))
      return new PdfName(token.slice(1).replace(/#([\da-fA-F]{2})/g, (_, hex: string) => byte(hex)));
    if (token.startsWith('(')) return new PdfBytes(unescape(token.slice(1, -1)));
    if (token.startsWith('<')) return new PdfBytes(token.slice(1, -1).replace(/\s/g, '').replace(/..?/g, byte));
    if (/^[+-]?[\d.]+$/.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    return token === 'null' ? null : new PdfWord(token);
  }

  private list(): PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.next();
      if (value === undefined) throw new Error('A list without an end');
      if (value instanceof PdfWord && value.word === ']') return values;
      values.push(value);
    }
  }

  private dictionary(): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      const key = this.next();
      if (key instanceof PdfWord && key.word === '>>') return entries;
      const value = this.next();
      if (!(key instanceof PdfName) || value === undefined) throw new Error('Not a dictionary');
      entries.set(key.name, value);
    }
  }
}

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex.padEnd(2, '0'), 16));

const unescape = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|(\r\n|[^]))/g, (_, octal: string | undefined, sign: string) =>
    octal === undefined
      ? (ESCAPES[sign] ?? (/[\r\n]/.test(sign) ? '' : sign))
      : String.fromCharCode(parseInt(octal, 8)),
  );

/** A file's objects, found by its table; only what our own printer writes: a plain table, no object streams. */
export class PdfFile {
  private readonly text: string;
  private readonly offsets = new Map<number, number>();
  readonly trailer: PdfDictionary;

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text)?.[1]);
    const table = /xref\s+0 \d+\s+((?:\d{10} \d{5} [nf]\s*)+)trailer/y;
    table.lastIndex = start;
    const rows = table.exec(this.text)?.[1]?.match(/\d{10} \d{5} [nf]/g);
    if (!rows) throw new Error('No table of objects');
    rows.forEach((row, number) => {
      if (row.endsWith('n')) this.offsets.set(number, Number(row.slice(0, 10)));
    });
    this.trailer = asDictionary(new PdfSyntax(this.text, table.lastIndex).next());
  }

  /** Every object of the file. */
  get objects(): PdfValue[] {
    return [...this.offsets.keys()].map((number) => this.resolved(new PdfReference(number)));
  }

  /** The value itself, wherever it lies. */
  resolved(value: PdfValue | undefined): PdfValue {
    return value instanceof PdfReference ? this.object(value.number).value : (value ?? null);
  }

  entry(of: PdfValue | undefined, key: string): PdfValue {
    const dictionary = this.resolved(of);
    return dictionary instanceof Map ? this.resolved((dictionary as PdfDictionary).get(key)) : null;
  }

  /** A stream's content, unpacked. */
  stream(reference: PdfValue | undefined): string {
    if (!(reference instanceof PdfReference)) throw new Error('Streams are objects of their own');
    const { value, end } = this.object(reference.number);
    const start = /\s*stream\r?\n/y;
    start.lastIndex = end;
    if (!start.test(this.text)) throw new Error(`Object ${reference.number} is no stream`);
    const bytes = this.text.slice(start.lastIndex, start.lastIndex + Number(this.entry(value, 'Length')));
    const filter = [this.entry(value, 'Filter')].flat()[0];
    if (!filter) return bytes;
    if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode') throw new Error('Packed in an unknown way');
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
  }

  private object(number: number): { value: PdfValue; end: number } {
    const offset = this.offsets.get(number);
    if (offset === undefined) return { value: null, end: 0 };
    const syntax = new PdfSyntax(this.text, offset);
    const head = [syntax.next(), syntax.next(), syntax.next()];
    if (head[0] !== number) throw new Error(`Object ${number} is not where it should be`);
    return { value: syntax.next() ?? null, end: syntax.at };
  }
}

export const asDictionary = (value: PdfValue | undefined): PdfDictionary => {
  if (value instanceof Map) return value as PdfDictionary;
  throw new Error('Not a dictionary');
};

/** A text as people read it: UTF-16 where it says so, else one character for each byte. */
export function textOf(value: PdfValue): string | null {
  if (!(value instanceof PdfBytes)) return null;
  const { bytes } = value;
  return bytes.startsWith('\u00fe\u00ff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes;
}

export const nameOf = (value: PdfValue): string | null => (value instanceof PdfName ? value.name : null);
