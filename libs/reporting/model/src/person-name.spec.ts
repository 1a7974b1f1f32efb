import { looksLikePersonName } from './person-name.js';

describe('whether a text looks like a person’s name', () => {
  it.each([
    'Anna Andersson',
    'Anna-Karin Berg',
    'Lars Holm',
    'Enhetschef Lars Holm',
    'Lars Holm, enhetschef',
    'Lars Holm (miljösamordnare)',
    'Karin',
    'Åsa Öberg',
    'Per Nilsson',
    'Stig Lindqvist',
    'A. Andersson',
    'Anna A',
    'Andersson, Anna',
    'Nour Lindström',
    'anna.andersson@exempel.se',
    'Fatima Hassan',
  ])('asks about %s', (text) => {
    expect(looksLikePersonName(text)).toBe(true);
  });

  it.each([
    '',
    'Enhetschef Miljö',
    'Region Service',
    'Regionservice',
    'Fastighetschef Karlstad',
    'Fastighetschef',
    'Driftchefen',
    'Miljösamordnare',
    'Verksamhetschef Måltid',
    'Karlstads Sjukhus',
    'Centralsjukhuset Karlstad',
    'Kostenheten, Torsby',
    'Inköp och upphandling',
    'HR',
    'IT-avdelningen',
    'Kollektivtrafiknämnden',
    'Per avdelning',
    'Mark och exploatering',
    'Chefen för Energi och Fastighet',
    'Västra Götaland',
    'Södra Holm',
    'Region Värmland',
    'Arvika Kommun',
    'Folkhögskolan Molkom',
    'Head of Facilities',
    'Environmental Manager',
    'Länstrafiken',
    'Avdelning Transport Berg',
    'Stab Lund',
    'Max 2 personer',
  ])('is silent about %s', (text) => {
    expect(looksLikePersonName(text)).toBe(false);
  });
});
