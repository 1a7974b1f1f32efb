// The report as PDF: set by Typst, and the published page printed by headless Chromium.
import { createHash } from 'node:crypto';
import { chromium } from '@playwright/test';
import { PdfPrinter } from '@malspar/publication-api';
import { PublishedReport } from '@malspar/publication-model';
import { findBrowser } from '../lib/browser.mjs';
import { median } from './children.mjs';

const ROUNDS = 5;

/**
 * Both as they would be used: a process of its own for each document, and one that goes on.
 * @param {import('../lib/stack.mjs').Stack} stack
 * @param {string} path of a report's page
 */
export async function pdfSpeed(stack, path) {
  const { report, sha256 } = await reportAt(stack.origin + path);
  const { executablePath, args } = await findBrowser();
  const printer = new PdfPrinter();
  const browser = await chromium.launch({ executablePath, args });
  let printed = 0;
  const typst = async (/** @type {PdfPrinter} */ by) => {
    // Something else in it each time: what has not changed is not set again.
    const outcome = await by.print({ ...report, foreword: `${report.foreword} ${printed++}` }, sha256);
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
  const once = {
    typst: async () => {
      const own = new PdfPrinter();
      const bytes = await typst(own);
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
    await typst(printer);
    await print(browser);
    /** @type {{typst: number, chromium: number, typstAlone: number, chromiumAlone: number}[]} */
    const rounds = [];
    let bytes = { typst: 0, chromium: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const took = {
        typst: await timed(() => typst(printer)),
        chromium: await timed(() => print(browser)),
        typstAlone: await timed(once.typst),
        chromiumAlone: await timed(once.chromium),
      };
      bytes = { typst: took.typst.result, chromium: took.chromium.result };
      rounds.push({
        typst: took.typst.ms,
        chromium: took.chromium.ms,
        typstAlone: took.typstAlone.ms,
        chromiumAlone: took.chromiumAlone.ms,
      });
    }
    const of = (/** @type {'typst' | 'chromium' | 'typstAlone' | 'chromiumAlone'} */ key) =>
      median(rounds.map((round) => round[key]));
    return {
      path,
      typst: of('typst'),
      chromium: of('chromium'),
      typstAlone: of('typstAlone'),
      chromiumAlone: of('chromiumAlone'),
      ratio: median(rounds.map((round) => round.typst / round.chromium)),
      ratioAlone: median(rounds.map((round) => round.typstAlone / round.chromiumAlone)),
      bytes,
    };
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
  const answer = await fetch(new URL(href, url));
  const text = await answer.text();
  return {
    report: PublishedReport.parse(JSON.parse(text)),
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}
