import { DOCUMENT_LIMIT } from '@malspar/site-model';

/** Why a chosen file need not even be sent. */
export type FileFault = 'empty' | 'too-large' | 'not-a-pdf';

/** What can be told before anything is sent; the server looks closer. Null when nothing is wrong. */
export async function fileFault(file: Blob): Promise<FileFault | null> {
  if (file.size === 0) return 'empty';
  if (file.size > DOCUMENT_LIMIT) return 'too-large';
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  return String.fromCharCode(...head) === '%PDF-' ? null : 'not-a-pdf';
}

/** A title to begin with, out of the file's name: `Milj%C3%B6plan_2021-2025.pdf` is left to be mended by a person. */
export const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.pdf$/i, '')
    .replaceAll('_', ' ')
    .trim();
