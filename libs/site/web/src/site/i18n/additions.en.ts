import type { Texts } from './sv.js';

/** The plan's documents in words. */
export const documents: Texts['documents'] = {
  heading: 'Documents',
  about: (format, size, date) => `${format}, ${size}, ${date}`,
  otherLanguage: 'in Swedish',
};

/** The accessibility statement in words; what it says of this site comes from its data. */
export const statement: Texts['statement'] = {
  title: 'Accessibility statement',
  lead: (organisation, service) =>
    `${organisation} is responsible for the website of ${service}. We want everybody to be able to use it. Here we describe how well it meets the Swedish Act on Accessibility to Digital Public Services, which shortcomings we know of and what you can do if something does not work for you.`,
  nobody: 'The organisation',
  thisSite: 'the environmental plan',
  first: (organisation) =>
    `To be reviewed by ${organisation}. This statement comes with the system and describes the website as it is built. It counts until the organisation has gone through it and saved its own.`,
  conformance: {
    heading: 'How accessible the website is',
    before: 'The website is ',
    level: { full: 'fully compliant', partial: 'partially compliant', none: 'not compliant' },
    after: {
      full: ' with the Act on Accessibility to Digital Public Services (2018:1937).',
      partial:
        ' with the Act on Accessibility to Digital Public Services (2018:1937), because of the shortcomings listed below.',
      none: ' with the Act on Accessibility to Digital Public Services (2018:1937). The shortcomings are listed below.',
    },
    standard: (standard, date) => `We measure against the standard ${standard} (${date}).`,
  },
  failures: {
    heading: 'Content that is not accessible',
    none: 'We know of no shortcomings.',
    reason: {
      not_yet: 'Not yet mended',
      burden: 'A disproportionate burden to adapt (section 12 of the Act)',
      exempt: 'Outside the scope of the Act (section 9)',
    },
    where: 'Where',
    criteria: 'WCAG criterion',
    why: 'Why',
    planned: 'To be mended',
    plannedBy: (date) => `by ${date}`,
    unplanned: 'no date is set',
    alternative: 'What to do instead',
  },
  assessment: {
    heading: 'How the website has been assessed',
    self: 'We have assessed the website ourselves.',
    external: (assessor) => `The website has been audited by ${assessor}.`,
    on: (date) => `The latest assessment was made on ${date}.`,
    updated: (date) => `The statement was last updated on ${date}.`,
  },
  feedback: {
    heading: 'Tell us if something does not work',
    lead: 'Let us know if you find shortcomings, or if you need something on the website in a form that works for you. That goes for content that is outside the scope of the Act too.',
    mail: 'E-mail:',
    phone: 'Telephone:',
    nowhere: 'Contact the organisation behind the website.',
    response: (days) => (days === 1 ? 'We answer within one working day.' : `We answer within ${days} working days.`),
  },
  authority: {
    heading: 'Report shortcomings to Digg',
    text: 'The Swedish Agency for Digital Government (Digg) supervises the Act. If you are not satisfied with how we handle what you point out, you can report it to them.',
    link: 'Report poor accessibility to Digg (in Swedish)',
    url: 'https://www.digg.se/tdosanmalan',
  },
};
