import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import type { Readable, Writable } from 'node:stream';

type Limits = Record<'fileSize' | 'files' | 'fields' | 'fieldNameSize' | 'fieldSize' | 'parts', number>;
interface Settings {
  readonly headers: IncomingHttpHeaders;
  readonly defParamCharset: 'utf8';
  readonly limits: Readonly<Limits>;
}

/** A form as busboy reads it. Of each part it takes at most 16 kB of headers, or ends in an error. */
export type FormParser = Writable & {
  on(
    event: 'file',
    listener: (name: string, file: Readable, info: { readonly filename: string | undefined }) => void,
  ): FormParser;
  on(event: 'partsLimit' | 'filesLimit' | 'fieldsLimit', listener: () => void): FormParser;
};

/** busboy, which brings no types; these are what we use of it. Throws when the headers name no form. */
export const formParser = createRequire(import.meta.url)('busboy') as (settings: Settings) => FormParser;
