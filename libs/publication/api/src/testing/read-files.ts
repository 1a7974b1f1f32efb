import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8').decode(bytes);

/** A CSV as rows of fields, by RFC 4180 with the given separator. */
export function readCsv(bytes: Uint8Array, separator: ',' | ';'): string[][] {
  const text = decode(bytes);
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    const quoted = text[at] === '"';
    const match = quoted ? /"((?:[^"]|"")*)"/y : separator === ',' ? /([^,\r\n]*)/y : /([^;\r\n]*)/y;
    match.lastIndex = at;
    const [whole = '', field = ''] = match.exec(text) ?? [];
    rows.at(-1)?.push(field.replaceAll('""', '"'));
    at += whole.length;
    if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (text[at] === separator) at++;
    else if (at < text.length) throw new Error(`broken CSV at ${at}`);
  }
  return rows;
}

type Value = string | number | null;

/** A workbook as sheets of rows; a cell is a text, a number or nothing. Formulas are refused. */
export function readXlsx(bytes: Uint8Array): Map<string, Value[][]> {
  const files = unzipSync(bytes);
  const strings = [...decode(files['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    unescape([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join('')),
  );
  const names = [...decode(files['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
    unescape(name),
  );
  return new Map(
    names.map((name, index) => {
      const xml = decode(files[`xl/worksheets/sheet${index + 1}.xml`]);
      if (/<f[ >]/.test(xml)) throw new Error(`a formula in ${name}`);
      const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => rowOf(row, strings));
      return [name, rows];
    }),
  );
}

function rowOf(xml: string, strings: readonly string[]): Value[] {
  const row: Value[] = [];
  for (const [, reference = '', attributes = '', inner = ''] of xml.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const column = [...reference].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
    while (row.length < column) row.push(null);
    row.push(value === undefined ? null : /t="s"/.test(attributes) ? (strings[Number(value)] ?? null) : Number(value));
  }
  return row;
}

const unescape = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Whether the tools that read a PDF (poppler's) are on this machine. */
export function canReadPdf(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const tool = (name: string, args: readonly string[], file: string): string =>
  execFileSync(name, [...args, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });

export const pdfFacts = (file: string): string => tool('pdfinfo', ['-enc', 'UTF-8'], file);
export const pdfText = (file: string): string =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });

/** The tables of a tagged PDF: head and rows of cells, as a screen reader meets them. */
export function pdfTables(file: string): { head: string[]; rows: string[][] }[] {
  const tables: { head: string[]; rows: string[][] }[] = [];
  let cell: string[] | null = null;
  const finish = (): void => {
    cell = null;
  };
  for (const line of tool('pdfinfo', ['-enc', 'UTF-8', '-struct-text'], file).split('\n')) {
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    const table = tables.at(-1);
    if (/^\s*Table\b/.test(line)) tables.push({ head: [], rows: [] });
    else if (/^\s*TR\b/.test(line)) table?.rows.push([]);
    else if (/^\s*(TH|TD)\b/.test(line)) {
      cell = /^\s*TH/.test(line) ? (table?.head ?? []) : (table?.rows.at(-1) ?? []);
      cell.push('');
    } else if (text !== undefined && cell) cell.push((cell.pop() ?? '') + text);
    else if (/^\s*(H\d|P|L|Div|Caption|Figure)\b/.test(line) && !/^\s{9,}/.test(line)) finish();
  }
  return tables.map(({ head, rows }) => ({ head, rows: rows.filter((row) => row.length > 0) }));
}
