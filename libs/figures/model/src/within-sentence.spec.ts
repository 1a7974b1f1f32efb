import { withinSentence } from './within-sentence.js';

describe('a label within a sentence', () => {
  it.each([
    ['Helt enligt plan', 'helt enligt plan'],
    ['Når inte målet', 'når inte målet'],
    ['Åtgärdat', 'åtgärdat'],
    ['Regionfullmäktige', 'regionfullmäktige'],
    ['Region Värmland', 'Region Värmland'],
    ['Nämnden för Karlstad', 'Nämnden för Karlstad'],
    ['EU-krav uppfyllt', 'EU-krav uppfyllt'],
    ['redan liten', 'redan liten'],
    ['', ''],
  ])('%s → %s', (text, within) => expect(withinSentence(text)).toBe(within));
});
