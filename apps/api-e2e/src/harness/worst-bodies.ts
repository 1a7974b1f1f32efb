import { gzipSync } from 'node:zlib';

/** A body as it goes over the wire, with the headers that say what it is. */
export interface WorstBody {
  readonly type: string;
  readonly headers?: string;
  readonly body: Buffer;
  /** The body is framed already, in chunks. */
  readonly chunked?: true;
}

const MB = 1_000_000;
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';

const repeated = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length));
const part = (head: string, content: string): string => `--x\r\n${head}\r\n\r\n${content}\r\n`;
const FILE = 'Content-Disposition: form-data; name="file"; filename="a.json"';
const body = (type: string, text: string | Buffer): WorstBody => ({ type, body: Buffer.from(text) });
const crumbs = (type: string, before: string): WorstBody => ({
  type,
  chunked: true,
  body: Buffer.from(`${before.length.toString(16)}\r\n${before}\r\n${repeated('1\r\nx\r\n', 3 * MB)}0\r\n\r\n`),
});

/** As long a row of signs as fits after a letter, as a text in one of the fields that are texts somewhere. */
const textIn = (field: string, piece: string): WorstBody => {
  const row = piece.repeat(60_000 / Buffer.byteLength(JSON.stringify(piece).slice(1, -1)));
  return body(JSON_TYPE, JSON.stringify({ [field]: `e${row}` }));
};

/** What costs a server the most to read, of each kind that there is. */
export const WORST_BODIES: Readonly<Record<string, WorstBody>> = {
  'JSON nested without end': body(JSON_TYPE, repeated('[', MB)),
  'JSON nested as deep as it fits': body(JSON_TYPE, `${'['.repeat(32_000)}${']'.repeat(32_000)}`),
  'JSON of a megabyte of names': body(JSON_TYPE, `{${repeated('"a":{},', MB)}"a":1}`),
  'JSON of as many names as fit': body(
    JSON_TYPE,
    `{${Array.from({ length: 5500 }, (_, at) => `"n${at}":1`).join(',')}}`,
  ),
  'JSON of as many names as fit, each wrong': body(JSON_TYPE, `{"comments":[${repeated('{},', 60_000)}{}]}`),
  'JSON that is packed': {
    ...body(JSON_TYPE, gzipSync(Buffer.alloc(50 * MB, '['))),
    headers: 'Content-Encoding: gzip\r\n',
  },
  'a comment of accents without end': textIn('comment', '\u0323\u0301'),
  'a reason of accents without end': textIn('reason', '\u0323\u0301'),
  'an explanation of accents without end': textIn('explanation', '\u0323\u0301'),
  'a comment of spaces without end': textIn('comment', ' \u00a0'),
  'a comment of signs that are not seen': textIn('comment', '\u200d\u00ad'),
  'a comment of bullets within bullets': textIn('comment', '\uf0b7 - • '),
  'a comment of thousands without end': textIn('comment', ' 000'),
  'a comment of halves of signs': textIn('comment', '\ud83d'),
  'JSON in crumbs': crumbs(JSON_TYPE, '{'),
  'a form of many fields': body(FORM_TYPE, repeated('a=&', MB)),
  'a form as large as it may be': body(FORM_TYPE, repeated('%C3%A5', 12_000)),
  'a form that is packed': {
    ...body(FORM_TYPE, gzipSync(Buffer.alloc(50 * MB, 'a=&'))),
    headers: 'Content-Encoding: gzip\r\n',
  },
  'a form in crumbs': crumbs(FORM_TYPE, 'a='),
  'parts with many header lines': body(MULTIPART, `--x\r\n${repeated('X: y\r\n', 18 * MB)}`),
  'parts with one long header line': body(MULTIPART, `--x\r\nX: ${repeated('y', 18 * MB)}`),
  'parts without number': body(MULTIPART, `${repeated(part('X: y', ''), 4 * MB)}--x--`),
  'fields without number': body(
    MULTIPART,
    `${repeated(part('Content-Disposition: form-data; name="a"', '1'), 4 * MB)}--x--`,
  ),
  'files without number': body(MULTIPART, `${repeated(part(FILE, '{'), 4 * MB)}--x--`),
  'a file that is JSON nested without end': body(MULTIPART, `${part(FILE, `{"a":${repeated('[', 2 * MB)}`)}--x--`),
  'a file that is JSON of many names': body(MULTIPART, `${part(FILE, `{${repeated('"a":{},', 2 * MB)}"a":1}`)}--x--`),
  'a file full of what may be the mark between parts': body(
    MULTIPART,
    `${part(FILE, repeated('\r\n--', 4 * MB))}--x--`,
  ),
  'a file in crumbs': crumbs(MULTIPART, `--x\r\n${FILE}\r\n\r\n`),
  'a mark between parts without end': body(
    `multipart/form-data; boundary=${'x'.repeat(8000)}`,
    repeated('\r\n--x', MB),
  ),
  'a PDF that is none': body('application/pdf', `%PDF-1.7\n${repeated('<<', MB)}`),
  'a PDF in crumbs': crumbs('application/pdf', '%PDF-1.7'),
};
