import { composePublishedReport } from '@malspar/environmental-report-model';
import {
  EXAMPLE_VALUE,
  EXAMPLE_WORD,
  FACT_VALUE,
  FACT_WORD,
  markedComposition,
  type ExampleAreas,
} from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { PdfPrinter } from '@malspar/print-api';
import { elementsOf, type PdfElement, readPdf, wordsIn } from '@malspar/print-api/testing';
import { environmentalReportPrint } from './environmental-report-print.js';

const EXAMPLE = new RegExp(`${EXAMPLE_WORD}|${EXAMPLE_VALUE.source}`);
const FACT = new RegExp(`${FACT_WORD}|${FACT_VALUE.source}`);
const LABEL = /exempelvärde/i;
const HEADING = /^H\d$/;

const { plan } = seedPlan('miljoplan-2021-2025');
const file = { ...plan, focusAreas: plan.focusAreas.slice(0, 2) };

async function printed(isExample: ExampleAreas, wasExample: ExampleAreas = isExample): Promise<PdfElement[]> {
  const before = composePublishedReport(markedComposition(file, '2023', { isExample: wasExample }));
  const report = composePublishedReport(markedComposition(file, '2024', { isExample, change: { before } }));
  const printer = new PdfPrinter();
  const made = await printer.print(environmentalReportPrint.pdf, report, 'a'.repeat(64));
  printer.close();
  if (!made.ok) throw new Error(`${made.error}: ${made.detail}`);
  return [...elementsOf((await readPdf(made.pdf)).root)];
}

/** Paragraphs outside tables, each with all that stands before it under the same heading, the heading included. */
function paragraphsOf(elements: readonly PdfElement[]): { readonly text: string; readonly under: string }[] {
  const inRows = new Set(elements.filter(({ type }) => type === 'TR').flatMap((row) => [...elementsOf(row)]));
  const paragraphs: { text: string; under: string }[] = [];
  let under = '';
  for (const element of elements) {
    if (HEADING.test(element.type)) under = '';
    if (element.type === 'P' && !inRows.has(element)) paragraphs.push({ text: wordsIn(element), under });
    under += element.children.filter((child) => typeof child === 'string').join(' ');
  }
  return paragraphs;
}

describe('in a printed report', () => {
  let mixed: PdfElement[];
  beforeAll(async () => {
    mixed = await printed((place) => place === 0);
  });

  it('a row or a caption with a value or a text that is an example has its label, and one with facts has not', () => {
    const rows = mixed.filter(({ type }) => type === 'TR' || type === 'Caption').map(wordsIn);
    const examples = rows.filter((row) => EXAMPLE.test(row));
    const facts = rows.filter((row) => FACT.test(row) && !EXAMPLE.test(row));
    expect(examples.length).toBeGreaterThan(20);
    expect(facts.length).toBeGreaterThan(20);
    expect(examples.filter((row) => !LABEL.test(row))).toEqual([]);
    expect(facts.filter((row) => LABEL.test(row))).toEqual([]);
  });

  it('a paragraph that is an example stands under a label', () => {
    const examples = paragraphsOf(mixed).filter(({ text }) => EXAMPLE.test(text));
    expect(examples.length).toBeGreaterThan(5);
    expect(examples.filter(({ text, under }) => !LABEL.test(under + text))).toEqual([]);
  });

  it('a sentence that sets a fact against an example has its label, or an example against a fact', async () => {
    for (const [is, was] of [
      [false, true],
      [true, false],
    ] as const) {
      const elements = await printed(
        () => is,
        () => was,
      );
      const isCompared = (text: string): boolean =>
        /, (var |som året före)|Utfallet (har gått|är oförändrat)/.test(text);
      // The innermost element that holds the sentence.
      const sentences = elements
        .filter((element) => isCompared(wordsIn(element)))
        .filter(({ children }) => !children.some((child) => typeof child !== 'string' && isCompared(wordsIn(child))))
        .map(wordsIn);
      expect(sentences.length).toBeGreaterThan(2);
      expect(sentences.filter((text) => !LABEL.test(text))).toEqual([]);
    }
  });

  it('what is counted among examples says so', async () => {
    const countsIn = (elements: readonly PdfElement[]) =>
      elements
        .filter(({ type }) => type === 'TR')
        .map(wordsIn)
        .filter((row) => row.includes('Alla målområden') || /^(Resor|Fastighets)\D*(\d\s*)+$/.test(row));
    const [made, true_] = [countsIn(mixed), countsIn(await printed(() => false))];
    expect([made.length, true_.length]).toEqual([3, 3]);
    expect(made.map((row) => LABEL.test(row))).toEqual([true, false, true]);
    expect(true_.map((row) => LABEL.test(row))).toEqual([false, false, false]);
  });
});
