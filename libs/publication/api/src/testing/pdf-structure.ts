import {
  asDictionary,
  nameOf,
  PdfBytes,
  type PdfDictionary,
  PdfFile,
  PdfReference,
  PdfSyntax,
  type PdfValue,
  PdfWord,
  textOf,
} from './pdf-syntax.js';

/** A part of a tagged document, as a screen reader meets it. */
export interface PdfElement {
  /** `H1`, `Table`, `TH`, `Figure` …, after the document's own names have been looked up. */
  readonly type: string;
  readonly id: string | null;
  readonly alt: string | null;
  /** `Column` or `Row`, of a heading in a table. */
  readonly scope: string | null;
  /** The ids of a cell's headings. */
  readonly headers: readonly string[];
  /** What is written in it itself, and its parts, in the order they are read. */
  readonly children: readonly (string | PdfElement)[];
}

export interface PdfDocument {
  readonly title: string | null;
  readonly language: string | null;
  readonly tagged: boolean;
  readonly pages: number;
  /** Titles in the list of bookmarks, at any depth. */
  readonly bookmarks: readonly string[];
  /** Whether anything in the file could be run or opened by itself: scripts, actions at opening, programs, files. */
  readonly active: boolean;
  readonly root: PdfElement;
}

/** Reads a tagged PDF from our own printer: its structure with its words. Needs no program beside Node. */
export function readPdf(bytes: Uint8Array): PdfDocument {
  const file = new PdfFile(bytes);
  const catalogue = file.entry(file.trailer, 'Root');
  const pages = pagesOf(file, file.entry(catalogue, 'Pages'), asDictionary(catalogue).get('Pages'));
  const tree = file.entry(catalogue, 'StructTreeRoot');
  const reader = new StructureReader(file, file.entry(tree, 'RoleMap'));
  return {
    title: textOf(file.entry(file.entry(file.trailer, 'Info'), 'Title')),
    language: textOf(file.entry(catalogue, 'Lang')),
    tagged: file.entry(file.entry(catalogue, 'MarkInfo'), 'Marked') === true,
    pages: pages.length,
    bookmarks: bookmarksOf(file, file.entry(file.entry(catalogue, 'Outlines'), 'First')),
    active: file.objects.some(isActive) || file.entry(catalogue, 'OpenAction') !== null,
    root: { ...BARE, type: 'Root', children: reader.children(file.entry(tree, 'K'), undefined) },
  };
}

const BARE = { id: null, alt: null, scope: null, headers: [] };
const ACTIVE_KEYS = ['JS', 'JavaScript', 'AA', 'EmbeddedFiles', 'RichMediaContent'];
const ACTIVE_ACTIONS = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'RichMediaExecute'];

function isActive(value: PdfValue): boolean {
  if (Array.isArray(value)) return value.some(isActive);
  if (!(value instanceof Map)) return false;
  const dictionary = value as PdfDictionary;
  const action = nameOf(dictionary.get('S') ?? null);
  return (
    ACTIVE_KEYS.some((key) => dictionary.has(key)) ||
    (action !== null && ACTIVE_ACTIONS.includes(action)) ||
    [...dictionary.values()].some(isActive)
  );
}

function pagesOf(file: PdfFile, node: PdfValue, reference: PdfValue | undefined): PdfReference[] {
  const kids = file.entry(node, 'Kids');
  if (Array.isArray(kids)) return kids.flatMap((kid) => pagesOf(file, file.resolved(kid), kid));
  return reference instanceof PdfReference ? [reference] : [];
}

function bookmarksOf(file: PdfFile, item: PdfValue): string[] {
  if (item === null) return [];
  const below = bookmarksOf(file, file.entry(item, 'First'));
  return [textOf(file.entry(item, 'Title')) ?? '', ...below, ...bookmarksOf(file, file.entry(item, 'Next'))];
}

class StructureReader {
  private readonly words = new Map<number, Map<number, string>>();

  constructor(
    private readonly file: PdfFile,
    private readonly roles: PdfValue,
  ) {}

  children(kids: PdfValue, page: PdfReference | undefined): (string | PdfElement)[] {
    return [kids].flat().flatMap((kid) => this.child(kid, page));
  }

  private child(kid: PdfValue, page: PdfReference | undefined): (string | PdfElement)[] {
    const value = this.file.resolved(kid);
    if (typeof value === 'number') return page ? [this.wordsOn(page).get(value) ?? ''] : [];
    if (!(value instanceof Map)) return [];
    const dictionary = value as PdfDictionary;
    const own = dictionary.get('Pg');
    const on = own instanceof PdfReference ? own : page;
    const marked = dictionary.get('MCID');
    if (typeof marked === 'number') return on ? [this.wordsOn(on).get(marked) ?? ''] : [];
    const type = nameOf(this.file.entry(dictionary, 'S'));
    if (type === null) return [];
    const attributes = [this.file.entry(dictionary, 'A')].flat().map((each) => this.file.resolved(each));
    const attribute = (name: string): PdfValue =>
      attributes.map((each) => this.file.entry(each, name)).find((each) => each !== null) ?? null;
    const role = nameOf(this.file.entry(this.roles, type)) ?? type;
    return [
      {
        type: role,
        id: textOf(this.file.entry(dictionary, 'ID')),
        alt: textOf(this.file.entry(dictionary, 'Alt')),
        scope: nameOf(attribute('Scope')),
        headers: [attribute('Headers')].flat().flatMap((each) => textOf(each) ?? []),
        children: this.children(this.file.entry(dictionary, 'K'), on),
      },
    ];
  }

  /** The words on a page, by the number they are marked with. */
  private wordsOn(page: PdfReference): Map<number, string> {
    let known = this.words.get(page.number);
    if (!known) this.words.set(page.number, (known = wordsOf(this.file, page)));
    return known;
  }
}

function wordsOf(file: PdfFile, page: PdfReference): Map<number, string> {
  const contents = asDictionary(file.resolved(page)).get('Contents');
  const parts = contents instanceof PdfReference ? [contents] : Array.isArray(contents) ? contents : [];
  const syntax = new PdfSyntax(parts.map((part) => file.stream(part)).join('\n'));
  const fonts = file.entry(file.entry(page, 'Resources'), 'Font');
  const decoders = new Map<string, (bytes: string) => string>();
  const words = new Map<number, string>();
  const open: { readonly mark: number | null; readonly spoken: boolean }[] = [];
  let operands: PdfValue[] = [];
  let decode = (bytes: string): string => bytes;

  const say = (text: string): void => {
    const mark = open.findLast((each) => each.mark !== null)?.mark;
    if (typeof mark === 'number') words.set(mark, (words.get(mark) ?? '') + text);
  };
  for (let value = syntax.next(); value !== undefined; value = syntax.next()) {
    if (!(value instanceof PdfWord)) {
      operands.push(value);
      continue;
    }
    const [first, second] = operands;
    if (value.word === 'BDC' || value.word === 'BMC') {
      const mark = second instanceof Map ? file.entry(second, 'MCID') : null;
      const spoken = second instanceof Map ? textOf(file.entry(second, 'ActualText')) : null;
      open.push({ mark: typeof mark === 'number' ? mark : null, spoken: spoken !== null });
      if (spoken !== null) say(spoken);
    } else if (value.word === 'EMC') {
      open.pop();
    } else if (value.word === 'Tf') {
      const name = nameOf(first ?? null) ?? '';
      if (!decoders.has(name)) decoders.set(name, decoderOf(file, file.entry(fonts, name)));
      decode = decoders.get(name) ?? decode;
    } else if (['Tj', 'TJ', "'", '"'].includes(value.word) && !open.some((each) => each.spoken)) {
      const shown = operands.flat().filter((each) => each instanceof PdfBytes);
      say(shown.map(({ bytes }) => decode(bytes)).join(''));
    }
    operands = [];
  }
  return words;
}

/** What a font's two-byte codes stand for, by its own table. */
function decoderOf(file: PdfFile, font: PdfValue): (bytes: string) => string {
  const table = font instanceof Map ? (font as PdfDictionary).get('ToUnicode') : undefined;
  if (!(table instanceof PdfReference)) throw new Error('A font that does not say what its signs are');
  const meant = new Map<number, string>();
  const syntax = new PdfSyntax(file.stream(table));
  const code = (value: PdfValue | undefined): number =>
    value instanceof PdfBytes ? Number.parseInt(Buffer.from(value.bytes, 'latin1').toString('hex'), 16) : NaN;
  const text = (value: PdfValue | undefined): string =>
    value instanceof PdfBytes ? Buffer.from(value.bytes, 'latin1').swap16().toString('utf16le') : '';
  let values: PdfValue[] = [];
  for (let value = syntax.next(); value !== undefined; value = syntax.next()) {
    if (!(value instanceof PdfWord)) {
      values.push(value);
      continue;
    }
    if (value.word === 'endbfchar') {
      for (let at = 0; at < values.length; at += 2) meant.set(code(values[at]), text(values[at + 1]));
    } else if (value.word === 'endbfrange') {
      for (let at = 0; at < values.length; at += 3) {
        const target = values[at + 2];
        for (let step = 0; step <= code(values[at + 1]) - code(values[at]); step++) {
          const start = text(target);
          const one = Array.isArray(target)
            ? text(target[step])
            : start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + step);
          meant.set(code(values[at]) + step, one);
        }
      }
    }
    values = [];
  }
  return (bytes) =>
    (bytes.match(/[^]{2}/g) ?? [])
      .map((pair) => meant.get((pair.charCodeAt(0) << 8) | pair.charCodeAt(1)) ?? '')
      .join('');
}

/** Every element, in the order they are read. */
export function* elementsOf(element: PdfElement): Generator<PdfElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** Everything written in an element, without spaces where lines happen to break. */
export const wordsIn = (element: PdfElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');

/** The tables with what is written in their heads and rows, as a screen reader meets them. */
export const tablesIn = (root: PdfElement): { readonly head: string[]; readonly rows: string[][] }[] =>
  [...elementsOf(root)]
    .filter(({ type }) => type === 'Table')
    .map((table) => {
      const cells = (type: string) => (row: PdfElement) =>
        [...elementsOf(row)].filter((each) => each.type === type).map(wordsIn);
      const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR');
      return {
        head: rows.flatMap(cells('TH')),
        rows: rows.map(cells('TD')).filter((row) => row.length > 0),
      };
    });
