import { canonicalOf, documentFiles, PdfPrinter, type PrintedFile } from '@malspar/print-api';
import type { PublishedContent, PublishedFile } from '@malspar/publication-model';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { FreezingVersion } from './page-freezing.js';
import { PdfNotMade } from './publication.errors.js';
import type { PublishedKind } from './published-kind.js';

/** A version with every file, as bytes; nothing is stored yet. */
export interface MadeVersion extends FreezingVersion {
  readonly canonical: string;
  readonly made: readonly PrintedFile[];
}

/** Makes a version out of its content. */
@Injectable()
export class PublicationMaking implements OnApplicationBootstrap {
  /** Whether there will be a PDF. */
  canPrint(): boolean {
    return new PdfPrinter().available;
  }

  onApplicationBootstrap(): void {
    if (this.canPrint()) return;
    new Logger('Publication').warn('No PDF can be made on this platform: what is published here has none, for ever.');
  }

  /** The canonical JSON with its hash and every file. Throws `PdfNotMade`. */
  async make(kind: PublishedKind, content: PublishedContent, shared?: PdfPrinter): Promise<MadeVersion> {
    const { canonical, sha256 } = canonicalOf(content);
    const printer = shared ?? new PdfPrinter();
    try {
      const printed = await printer.print(kind.print.pdf, content, sha256);
      // Where there is no compiler for the platform there is no PDF; any other failure is a failed publication.
      if (!printed.ok && printed.error !== 'unavailable') throw new PdfNotMade(printed.error);
      const made = await documentFiles(kind.print, content, printed.ok ? printed.pdf : null);
      return { contentKind: kind.name, content, canonical, sha256, made, files: made.map(listed) };
    } finally {
      if (!shared) printer.close();
    }
  }
}

const listed = ({ name, format, mediaType, bytes, sha256, table }: PrintedFile): PublishedFile => ({
  name,
  format,
  mediaType,
  bytes,
  sha256,
  ...(table === undefined ? {} : { table }),
});
