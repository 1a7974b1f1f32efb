/** What setting one document may cost. */
export interface PdfLimits {
  /** CPU time. A machine that is busy with other things takes longer by the clock, and none of this. */
  readonly cpuMilliseconds: number;
  /** By the clock: for a process that does nothing, and where CPU time cannot be known. */
  readonly milliseconds: number;
  /** Memory in use. */
  readonly residentKibibytes: number;
  /** Address space. Node itself and the compiler's threads reserve several times what they use. */
  readonly kibibytes: number;
  /** The compiler keeps memory for every document it has seen: after so many its process is replaced. */
  readonly documents: number;
}

/** For a document of no size. */
export const PDF_LIMITS: PdfLimits = {
  cpuMilliseconds: 20_000,
  milliseconds: 200_000,
  residentKibibytes: 1_000_000,
  kibibytes: 6_000_000,
  documents: 10,
};

/*
 * Measured on one core: a report of 350 targets is 3 MB of words and figures, 330 pages; it took 2 s, 490 MB in use and
 * 6.2 GB of address space; one of 700 targets 3.4 s, 780 MB and 6.5 GB.
 */
const A_MEGABYTE_MORE = {
  cpuMilliseconds: 10_000,
  milliseconds: 100_000,
  residentKibibytes: 250_000,
  kibibytes: 1_000_000,
};

/** The limits for a document of so many bytes of words and figures: more to set may cost more. */
export function limitsFor(bytes: number, base: PdfLimits): PdfLimits {
  const megabytes = bytes / 1_000_000;
  const grown = (name: keyof typeof A_MEGABYTE_MORE): number =>
    Math.ceil(base[name] + megabytes * A_MEGABYTE_MORE[name]);
  return {
    cpuMilliseconds: grown('cpuMilliseconds'),
    milliseconds: grown('milliseconds'),
    residentKibibytes: grown('residentKibibytes'),
    kibibytes: grown('kibibytes'),
    documents: base.documents,
  };
}
