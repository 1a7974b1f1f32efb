// The report as PDF: set by Typst, and the published page printed by headless Chromium.
import { createHash } from 'node:crypto';
import { chromium } from '@playwright/test';
import { environmentalReportPrint } from '@malspar/environmental-report-api';
import { PublishedReport } from '@malspar/environmental-report-model';
import { PdfPrinter } from '@malspar/print-api';
import { findBrowser } from '../lib/browser.mjs';
import { median } from './children.mjs';

const ROUNDS = 7;
/** @typedef {import('@malspar/environmental-report-model').PublishedReport} Report */

/**
 * Both as they would be used: a process of its own for one document, and one that goes on; Typst then with a report that
 * it has not seen (and one of another period in between), or with one that it has just set and in which words differ.
 * @param {import('../lib/stack.mjs').Stack} stack
 * @param {string} path of a report's page
 * @param {string} otherPath of another's
 */
export async function pdfSpeed(stack, path, otherPath) {
  const published = await reportAt(stack.origin + path);
  const report = { ...published, foreword: published.foreword || 'Ett förord.' };
  const other = await reportAt(stack.origin + otherPath);
  const { executablePath, args } = await findBrowser();
  const printer = new PdfPrinter();
  const browser = await chromium.launch({ executablePath, args });
  const typst = async (/** @type {PdfPrinter} */ by, /** @type {Report} */ of) => {
    const outcome = await by.print(
      environmentalReportPrint.pdf,
      of,
      createHash('sha256').update(JSON.stringify(of)).digest('hex'),
    );
    if (!outcome.ok) throw new Error(`${outcome.error}: ${outcome.detail}`);
    return outcome.pdf.length;
  };
  const print = async (/** @type {import('@playwright/test').Browser} */ by) => {
    const page = await by.newPage();
    await page.goto(stack.origin + path, { waitUntil: 'load' });
    const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
    await page.close();
    return pdf.length;
  };
  const alone = {
    typst: async () => {
      const own = new PdfPrinter();
      const bytes = await typst(own, report);
      own.close();
      return bytes;
    },
    chromium: async () => {
      const own = await chromium.launch({ executablePath, args });
      const bytes = await print(own);
      await own.close();
      return bytes;
    },
  };
  try {
    await typst(printer, other);
    await print(browser);
    /** @type {Record<'alone' | 'unseen' | 'changed', {typst: number, chromium: number}[]>} */
    const rounds = { alone: [], unseen: [], changed: [] };
    let bytes = { typst: 0, chromium: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      // The process is replaced from time to time: what it is given first is not measured.
      await typst(printer, other);
      const unseen = await timed(() => typst(printer, report));
      const words = { ...report, foreword: `${report.foreword} Ändrat ${round} gånger.` };
      const changed = await timed(() => typst(printer, words));
      const running = await timed(() => print(browser));
      const own = await timed(alone.typst);
      const ownBrowser = await timed(alone.chromium);
      rounds.alone.push({ typst: own.ms, chromium: ownBrowser.ms });
      rounds.unseen.push({ typst: unseen.ms, chromium: running.ms });
      rounds.changed.push({ typst: changed.ms, chromium: running.ms });
      bytes = { typst: unseen.result, chromium: running.result };
    }
    const told = (/** @type {{typst: number, chromium: number}[]} */ all) => ({
      typst: median(all.map((each) => each.typst)),
      chromium: median(all.map((each) => each.chromium)),
      ratio: median(all.map((each) => each.typst / each.chromium)),
    });
    return { alone: told(rounds.alone), unseen: told(rounds.unseen), changed: told(rounds.changed), bytes };
  } finally {
    printer.close();
    await browser.close();
  }
}

/** @template T @param {() => Promise<T>} work */
async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

async function reportAt(/** @type {string} */ url) {
  const html = await (await fetch(url)).text();
  const href = /href="([^"]+\.json)"/.exec(html)?.[1];
  if (!href) throw new Error(`No JSON at ${url}`);
  return PublishedReport.parse(await (await fetch(new URL(href, url))).json());
}
