import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A part of a tagged document, as a screen reader meets it. */
export interface PdfElement {
  /** `H1`, `Table`, `TH`, `Figure` …, after the document's own names have been looked up. */
  readonly type: string;
  /** Of a heading in a table. */
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
  /** All that is read, in its order, each piece with the language it is read in. Of a figure that is its alternative. */
  readonly pieces: readonly PdfPiece[];
}

interface PdfPiece {
  readonly text: string;
  readonly language: string | null;
}

/** Reads a tagged PDF with Mozilla's reader: its structure with its words. */
export async function readPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // The reader takes the bytes for its own, so it is given others.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const file = await task.promise;
    const pages = await Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)));
    const { info } = await file.getMetadata();
    const { Title: title = null, Language: language = null } = info as { Title?: string; Language?: string | null };
    const outline = (await file.getOutline()) as Bookmark[] | null;
    // A map, whatever its types say.
    const marks: unknown = await file.getMarkInfo();
    const marked = languagesOfMarks(bytes);
    const read = await Promise.all(pages.map((page) => readPage(page, marked, language)));
    const parts = read.map((page) => page.parts);
    return {
      title,
      language,
      tagged: marks instanceof Map && marks.get('Marked') === true,
      pages: file.numPages,
      bookmarks: (outline ?? []).flatMap(titlesOf),
      active: namesSomethingActive(bytes) || (await doesSomething(file, pages)),
      root: { ...BARE, type: 'Root', children: parts.reduce(joined, []) },
      pieces: read.flatMap((page) => page.pieces),
    };
  } finally {
    await task.destroy();
  }
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

const titlesOf = ({ title, items }: Bookmark): string[] => [title, ...items.flatMap(titlesOf)];

const ACTIVE =
  /\/(?:JS|JavaScript|AA|EmbeddedFiles|RichMedia\w*|Launch|SubmitForm|ImportData|GoToE|Rendition)(?![\w.-])/;

/** By the names in its objects, which our printer does not pack; what is drawn on the pages lies in streams. */
function namesSomethingActive(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('/ObjStm')) throw new Error('Packed objects cannot be looked through');
  return ACTIVE.test(text.replace(/\bstream\r?\n[^]*?\bendstream\b/g, ''));
}

/** By what a reader would do: at opening, on a page, or where something is pressed that is not a plain link. */
async function doesSomething(file: PDFDocumentProxy, pages: readonly PDFPageProxy[]): Promise<boolean> {
  const own: unknown[] = await Promise.all([file.getJSActions(), file.getOpenAction(), file.getAttachments()]);
  const ofPages: unknown[] = await Promise.all(pages.map((page) => page.getJSActions()));
  const pressed = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as Pressed[];
  return [...own, ...ofPages].some((action) => action !== null) || !pressed.every(isPlainLink);
}

interface Pressed {
  readonly subtype: string;
  readonly dest?: unknown;
  readonly url?: string;
}

const isPlainLink = ({ subtype, dest, url = '' }: Pressed): boolean =>
  subtype === 'Link' && (Boolean(dest) || /^(?:https?|mailto):/.test(url));

const BARE = { id: null, alt: null, scope: null, headers: [] };

type Part = string | PdfElement;
interface Node {
  readonly role: string;
  readonly structId?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly scope?: string;
  readonly headers?: readonly string[];
  readonly children: readonly (Node | { readonly type: string; readonly id: string })[];
}

/** What a page adds to the document. A mark's own language goes before that of the elements it is in. */
async function readPage(page: PDFPageProxy, marked: ReadonlyMap<string, string>, whole: string | null) {
  const tree = (await page.getStructTree()) as Node | null;
  const words = await wordsOn(page);
  const pieces: PdfPiece[] = [];
  const part = (node: Node['children'][number], around: string | null, isDrawn: boolean): Part => {
    if (!('role' in node)) {
      const text = words.get(node.id) ?? '';
      if (!isDrawn) pieces.push({ text, language: marked.get(node.id) ?? around });
      return text;
    }
    return {
      type: node.role,
      id: node.structId ?? null,
      alt: node.alt ?? null,
      scope: node.scope ?? null,
      headers: node.headers ?? [],
      children: node.children.map((child) => part(child, node.lang ?? around, isDrawn || node.role === 'Figure')),
    };
  };
  return { parts: (tree?.children ?? []).map((node) => part(node, whole, false)), pieces };
}

const PAGE = /(\d+) 0 obj\s*<<\s*\/Type \/Page\b[^]*?\/Contents (\d+) 0 R/g;
const MARK = /\/MCID (\d+)\s*\/Lang \(([^)]+)\)/g;

/** The languages that marks in the pages' own streams name, by the mark; the reader leaves them out. */
function languagesOfMarks(bytes: Uint8Array): Map<string, string> {
  const text = Buffer.from(bytes).toString('latin1');
  const streamOf = (object = ''): string => {
    const at = text.indexOf(`\n${object} 0 obj`);
    const [start, end] = [/stream\r?\n/g, /\r?\nendstream/g].map((word) => ((word.lastIndex = at), word));
    start?.exec(text);
    const from = start?.lastIndex ?? 0;
    return inflateSync(Buffer.from(text.slice(from, end?.exec(text)?.index), 'latin1')).toString('latin1');
  };
  const languages = [...text.matchAll(PAGE)].flatMap(([, page, contents]) =>
    [...streamOf(contents).matchAll(MARK)].map(([, mark, language = '']) => [`p${page}R_mc${mark}`, language] as const),
  );
  return new Map(languages);
}

/** The words on a page, by the mark that the structure knows them by. */
async function wordsOn(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const words = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((each) => each !== null);
      if (mark) words.set(mark, (words.get(mark) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? null);
  }
  return words;
}

/** The reader tells of one page at a time: what goes on from the page before is one with it again. */
function joined(before: readonly Part[], after: readonly Part[]): Part[] {
  const [last, first] = [before.at(-1), after[0]];
  if (!isElement(last) || !isElement(first) || last.type !== first.type || !goesOn(first)) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, children: joined(last.children, first.children) }, ...after.slice(1)];
}

const isElement = (part: Part | undefined): part is PdfElement => typeof part === 'object';

/** The document, and a table that has its headings on another page. */
function goesOn(element: PdfElement): boolean {
  if (element.type === 'Document' || element.type === 'TBody') return true;
  if (element.type === 'Table') return ![...elementsOf(element)].some(({ type }) => type === 'TH');
  const [first] = element.children;
  return isElement(first) && goesOn(first);
}

/** Every element, in the order they are read. */
export function* elementsOf(element: PdfElement): Generator<PdfElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** Everything written in an element; where there is a gap before it, the reader puts a space. */
export const wordsIn = (element: PdfElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');

/** The tables with what is written in their heads and rows, as a screen reader meets them. */
export const tablesIn = (root: PdfElement): { readonly head: string[]; readonly rows: string[][] }[] =>
  [...elementsOf(root)]
    .filter(({ type }) => type === 'Table')
    .map((table) => {
      const cells = (type: string) => (row: PdfElement) =>
        [...elementsOf(row)].filter((each) => each.type === type).map((cell) => wordsIn(cell).trim());
      const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR');
      return {
        head: rows.flatMap(cells('TH')),
        rows: rows.map(cells('TD')).filter((row) => row.length > 0),
      };
    });
