import { recognise } from '@malspar/publication-model';
import { unzipSync } from 'fflate';
import { checksumsOf } from './files/checksums.js';
import { canonicalOf, documentFiles, type PrintedFile } from './files/document-files.js';
import { PdfPrinter } from './pdf/pdf-printer.js';
import { madeUpCount, madeUpKind } from './testing/made-up-kind.js';
import { readPdf, wordsIn } from './testing/pdf-structure.js';
import { readCsv, readXlsx } from './testing/read-files.js';

async function printed(): Promise<readonly PrintedFile[]> {
  const printer = new PdfPrinter();
  const outcome = await printer.print(madeUpKind.pdf, madeUpCount, canonicalOf(madeUpCount).sha256);
  printer.close();
  if (!outcome.ok) throw new Error(outcome.detail);
  return documentFiles(madeUpKind, madeUpCount, outcome.pdf);
}

describe('a kind of publication that print has never heard of', () => {
  let files: readonly PrintedFile[];
  const named = (ending: string): PrintedFile => {
    const found = files.find(({ name }) => name.endsWith(ending));
    if (!found) throw new Error(`no file ends in ${ending}`);
    return found;
  };
  beforeAll(async () => {
    files = await printed();
  });

  it('is printed in every format by handing over how, the same each time', async () => {
    expect(files.map(({ name }) => name)).toEqual([
      'cyklister-2027.pdf',
      'cyklister-2027.xlsx',
      'cyklister-2027-raknade-excel.csv',
      'cyklister-2027-counts.csv',
      'cyklister-2027.json',
      'cyklister-2027.zip',
    ]);
    expect((await printed()).map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  });

  it('says the same in each of them', async () => {
    const words = wordsIn((await readPdf(named('.pdf').content)).root);
    for (const said of ['Cyklister 2027', 'Älvgatan', '1204']) expect(words).toContain(said);
    expect(readXlsx(named('.xlsx').content).get('Räknade')).toEqual([
      ['Plats', 'Antal'],
      ['Älvgatan', 1204],
      ['=HYPERLINK("x")', 87.5],
    ]);
    expect(readCsv(named('counts.csv').content, ',')).toEqual([
      ['place', 'count'],
      ['Älvgatan', '1204'],
      [`'=HYPERLINK("x")`, '87.5'],
    ]);
    const archive = unzipSync(named('.zip').content);
    expect(JSON.parse(new TextDecoder().decode(archive['manifest.json']))).toMatchObject({
      title: 'Cyklister 2027',
      canonicalSha256: canonicalOf(madeUpCount).sha256,
      files: files.slice(0, -1).map(({ name, sha256 }) => ({ name, sha256 })),
    });
  });

  it('is recognised by its bytes, and by its content written otherwise', () => {
    const { sha256 } = canonicalOf(madeUpCount);
    const publishedAt = '2028-01-01T00:00:00Z';
    const known = [{ publication: 'x', period: '2027', version: 1, sha256, publishedAt, files }];
    const bytes = checksumsOf(named('.xlsx').content, known);
    expect(recognise(known, bytes)).toMatchObject({ match: 'bytes', file: 'cyklister-2027.xlsx' });
    const rewritten = new TextEncoder().encode(JSON.stringify(madeUpCount, null, 2));
    expect(recognise(known, checksumsOf(rewritten, known))).toMatchObject({ match: 'content', version: 1 });
  });

  it('is refused when it names a table that it has not', async () => {
    const wrong = { ...madeUpKind, csvTables: [['none', 'ingen']] as const };
    await expect(documentFiles(wrong, madeUpCount, null)).rejects.toThrow('none');
  });
});
