import { createHash } from 'node:crypto';
import type { SavedStatement } from '@malspar/site-model';
import type { SiteAdditionsRepository, SiteDocumentRow } from '../additions/site-additions.repository.js';
import { SiteAdditionsService } from '../additions/site-additions.service.js';

/** What has been added to the site, as a table that can be stopped; newest file last. */
export class Additions implements SiteAdditionsRepository {
  readonly files: { slug: string; bytes: Buffer }[] = [];
  withdrawn = new Set<string>();
  statement: SavedStatement | null = null;
  stopped = false;
  /** Files that have been read. */
  read = 0;

  private demandRunning(): void {
    if (this.stopped) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  }

  service(): SiteAdditionsService {
    const newest = () => Promise.resolve(this.statement);
    return new SiteAdditionsService(this, {
      newest,
      lock: () => Promise.resolve(),
      insert: () => Promise.resolve(),
    });
  }

  async fingerprint(): Promise<string> {
    this.demandRunning();
    return Promise.resolve(`${this.files.length} ${this.withdrawn.size} ${this.statement?.version ?? 0}`);
  }

  async documents(): Promise<SiteDocumentRow[]> {
    this.demandRunning();
    const slugs = [...new Set(this.files.map(({ slug }) => slug))].filter((slug) => !this.withdrawn.has(slug));
    return Promise.resolve(
      slugs.map((slug) => {
        const { bytes } = this.files.findLast((file) => file.slug === slug)!;
        const about = { title: slug, date: '2026-01-02', language: 'sv' as const, illustrative: false };
        const hashes = this.files.filter((file) => file.slug === slug).map((file) => sha256Of(file.bytes).slice(0, 12));
        return { slug, ...about, bytes: bytes.length, sha256: sha256Of(bytes), listed: true, hashes };
      }),
    );
  }

  documentsChangedAt(): Promise<Date | null> {
    return Promise.resolve(this.files.length > 0 ? new Date('2027-02-03T12:00:00Z') : null);
  }

  async file(_tx: unknown, slug: string, hash: string): Promise<Buffer | null> {
    this.demandRunning();
    this.read++;
    const found = this.files.find((file) => file.slug === slug && sha256Of(file.bytes).startsWith(hash));
    return Promise.resolve(found?.bytes ?? null);
  }

  plan(): ReturnType<SiteAdditionsRepository['plan']> {
    return Promise.resolve({ title: 'Planen', language: 'sv', organisation: 'Kommunen', contact: 'miljo@exempel.se' });
  }
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A whole PDF of one empty page; `extra` stands in its trailer, `text` makes it another one. */
export function samplePdf(text = '', extra = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ];
  let pdf = `%PDF-1.4\n% ${text}\n`;
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(pdf);
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const at = Buffer.byteLength(pdf);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${pdf}xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<</Size 4/Root 1 0 R${extra}>>\nstartxref\n${at}\n%%EOF\n`,
  );
}
