/** The plan's documents in words. */
export const documents = {
  heading: 'Dokument',
  about: (format: string, size: string, date: string) => `${format}, ${size}, ${date}`,
  otherLanguage: 'på engelska',
};

/** The accessibility statement in words; what it says of this site comes from its data. */
export const statement = {
  title: 'Tillgänglighetsredogörelse',
  lead: (organisation: string, service: string) =>
    `${organisation} står bakom webbplatsen för ${service}. Vi vill att alla ska kunna använda den. Här beskriver vi hur väl den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och vad du kan göra om något inte fungerar för dig.`,
  nobody: 'Organisationen',
  thisSite: 'miljöplanen',
  first: (organisation: string) =>
    `Granskas av ${organisation}. Den här redogörelsen följer med systemet och beskriver webbplatsen så som den är byggd. Den gäller tills organisationen har gått igenom den och sparat sin egen.`,
  conformance: {
    heading: 'Så tillgänglig är webbplatsen',
    before: 'Webbplatsen är ',
    level: { full: 'helt förenlig', partial: 'delvis förenlig', none: 'inte förenlig' },
    after: {
      full: ' med lagen om tillgänglighet till digital offentlig service (2018:1937).',
      partial:
        ' med lagen om tillgänglighet till digital offentlig service (2018:1937), på grund av de brister som står här nedanför.',
      none: ' med lagen om tillgänglighet till digital offentlig service (2018:1937). Bristerna står här nedanför.',
    },
    standard: (standard: string, date: string) => `Vi mäter mot standarden ${standard} (${date}).`,
  },
  failures: {
    heading: 'Innehåll som inte är tillgängligt',
    none: 'Vi känner inte till några brister.',
    reason: {
      not_yet: 'Ännu inte åtgärdat',
      burden: 'Oskäligt betungande att anpassa (12 § i lagen)',
      exempt: 'Omfattas inte av lagens krav (9 §)',
    },
    where: 'Var',
    criteria: 'Kriterium i WCAG',
    why: 'Varför',
    planned: 'Åtgärdas',
    plannedBy: (date: string) => `senast ${date}`,
    unplanned: 'ingen tid är bestämd',
    alternative: 'Gör så här i stället',
  },
  assessment: {
    heading: 'Så har webbplatsen bedömts',
    self: 'Vi har bedömt webbplatsen själva.',
    external: (assessor: string) => `Webbplatsen är granskad av ${assessor}.`,
    on: (date: string) => `Den senaste bedömningen gjordes ${date}.`,
    updated: (date: string) => `Redogörelsen uppdaterades senast ${date}.`,
  },
  feedback: {
    heading: 'Säg till oss om något inte fungerar',
    lead: 'Berätta för oss om du hittar brister, eller om du behöver något på webbplatsen i en form som fungerar för dig. Det gäller också sådant som är undantaget från lagens krav.',
    mail: 'E-post:',
    phone: 'Telefon:',
    nowhere: 'Kontakta organisationen bakom webbplatsen.',
    response: (days: number) => (days === 1 ? 'Vi svarar inom en arbetsdag.' : `Vi svarar inom ${days} arbetsdagar.`),
  },
  authority: {
    heading: 'Anmäl brister till Digg',
    text: 'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi hanterar det du påpekar kan du anmäla det till dem.',
    link: 'Anmäl bristande tillgänglighet till Digg',
    url: 'https://www.digg.se/tdosanmalan',
  },
};
