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

/** The types of a tagged PDF's elements as poppler reads them; null where poppler is not installed. */
export function typesByPoppler(pdf: Uint8Array): string[] | null {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const options = { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const tree = execFileSync('pdfinfo', ['-struct', '-'], { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
  return tree.split('\n').flatMap((line) => /^\s*([A-Z][A-Za-z]*\d?)\b/.exec(line)?.[1] ?? []);
}
