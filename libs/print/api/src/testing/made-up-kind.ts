import type { AboutLine, PrintedKind } from '../printed-kind.js';
import { tableOf } from '../table.js';

/** Something else that could be published: how many cycle past, in two fields and one table. */
export interface MadeUpCount {
  readonly title: string;
  readonly places: readonly { readonly place: string; readonly count: string }[];
}

export const madeUpCount: MadeUpCount = {
  title: 'Cyklister 2027',
  places: [
    { place: 'Älvgatan', count: '1204' },
    { place: '=HYPERLINK("x")', count: '87.5' },
  ],
};

const TEMPLATE = String.raw`
#let r = json("report.json")
#set document(title: r.title, date: none)
#set text(lang: "sv", font: "Source Sans 3", fallback: false)
= #r.title
#table(columns: 2, table.header[Plats][Antal], ..r.rows.flatten())
#r.proof
`;

export const madeUpKind: PrintedKind<MadeUpCount> = {
  stem: () => 'cyklister-2027',
  about: ({ title }, sha256): AboutLine[] => [
    ['Räkning', title],
    ['Kontrollsumma', sha256],
  ],
  tables: ({ places }) => [
    tableOf('counts', 'Räknade', places, [
      { key: 'place', title: 'Plats', width: 20, cell: ({ place }) => place },
      { key: 'count', title: 'Antal', width: 10, cell: ({ count }) => ({ number: count }) },
    ]),
  ],
  csvTables: [['counts', 'raknade']],
  manifest: ({ title }, canonicalSha256) => ({ title, canonicalSha256 }),
  pdf: {
    template: TEMPLATE,
    data: ({ title, places }, { sha256, replaced }) => ({
      title,
      rows: places.map(({ place, count }) => [place, count]),
      proof: `${sha256}${replaced.length > 0 ? ' □' : ''}`,
    }),
  },
};
