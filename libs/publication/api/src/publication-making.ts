import { environmentalReportPrint } from '@malspar/environmental-report-api';
import type { PublishedReport } from '@malspar/environmental-report-model';
import { canonicalOf, documentFiles, PdfPrinter, type PrintedFile } from '@malspar/print-api';
import type { PublishedFile } from '@malspar/publication-model';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { FreezingVersion } from './page-freezing.js';
import { PdfNotMade } from './publication.errors.js';

/** A version with every file, as bytes; nothing is stored yet. */
export interface MadeVersion extends FreezingVersion {
  readonly canonical: string;
  readonly made: readonly PrintedFile[];
}

/** Makes a version out of its report. */
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
  async make(report: PublishedReport, shared?: PdfPrinter): Promise<MadeVersion> {
    const { canonical, sha256 } = canonicalOf(report);
    const printer = shared ?? new PdfPrinter();
    try {
      const printed = await printer.print(environmentalReportPrint.pdf, report, sha256);
      // Where there is no compiler for the platform there is no PDF; any other failure is a failed publication.
      if (!printed.ok && printed.error !== 'unavailable') throw new PdfNotMade(printed.error);
      const made = await documentFiles(environmentalReportPrint, report, printed.ok ? printed.pdf : null);
      return { report, canonical, sha256, made, files: made.map(listed) };
    } finally {
      if (!shared) printer.close();
    }
  }
}

const listed = ({ name, format, mediaType, bytes, sha256 }: PrintedFile): PublishedFile => ({
  name,
  format,
  mediaType,
  bytes,
  sha256,
});
