/** What the public pages say in Swedish; other languages have the same shape. */
export const sv = {
  example: 'Exempelvärde',
  skip: 'Till innehållet',
  menu: 'Huvudmeny',
  breadcrumb: 'Du är här',
  otherLanguage: 'In English',
  otherLanguageCode: 'en',
  notice: 'Innehållet är delvis exempel, gjorda för att visa hur sidan fungerar. Sådant är märkt Exempelvärde.',
  nav: {
    home: 'Start',
    plan: 'Planen',
    archive: 'Rapporter',
    about: 'Om siffrorna',
    accessibility: 'Tillgänglighet',
    privacy: 'Kakor och personuppgifter',
    glossary: 'Ordlista',
    'site-map': 'Webbkarta',
    'not-found': 'Sidan finns inte',
  },
  footer: {
    changed: (date: string) => `Sidans innehåll ändrades senast ${date}.`,
    contact: 'Frågor om miljöarbetet:',
    links: 'Om webbplatsen',
    signIn: 'För dig som redovisar: logga in',
  },
  home: {
    title: (plan: string) => plan,
    lead: (organisation: string, years: string) =>
      `Så går det med miljöarbetet i ${organisation} under ${years}: vad vi har lovat, vad vi har gjort och vad som återstår.`,
    what: (decidedBy: string) =>
      `Miljöplanen är beslutad av ${decidedBy}. Den säger vad vi ska uppnå, och varje verksamhet redovisar hur det går. Redovisningarna granskas, godkänns och publiceras här. Det som en gång är publicerat ändras aldrig.`,
    more: 'Läs mer om planen',
    goals: 'Övergripande mål',
    areas: 'Målområden',
    asOf: (period: string) => `Samlad bedömning enligt ${period}.`,
    climate: 'Klimatmål',
    report: 'Senaste rapporten',
    readReport: 'Läs rapporten',
    published: (date: string, version: number) => `Publicerad ${date}, version ${version}`,
    archive: 'Alla rapporter',
    contact: 'Kontakt',
    contactLead: 'Har du frågor om planen eller rapporterna? Skriv till oss:',
  },
  empty: {
    title: 'Ingenting är publicerat ännu',
    text: 'Här kommer miljöplanens rapporter att finnas. Den första visas så snart den är godkänd och publicerad.',
  },
  plan: {
    title: (plan: string) => `${plan}: mål och målområden`,
    lead: (start: string, end: string, decidedBy: string) =>
      `Planen gäller ${start} till ${end} och är beslutad av ${decidedBy}.`,
    goal: (number: number) => `Övergripande mål ${number}`,
    contributes: 'Målområden som bidrar',
    table: 'Alla mål',
    area: 'Målområde',
    target: 'Mål',
    assessment: 'Senaste bedömning',
    amendments: 'Ändringar av planen',
    decision: (reference: string) => `Beslut: ${reference}`,
    source: 'Källa',
  },
  area: {
    aim: 'Långsiktig målsättning',
    verdict: 'Samlad bedömning',
    targets: 'Målen',
    department: (title: string) => `Ansvarig verksamhet: ${title}`,
    inReport: (report: string) => `Uppgifterna är hämtade ur ${report}.`,
    overview: 'Målen i korthet',
    before: 'Tidigare bedömningar',
    more: (code: string) => `Allt om mål ${code}`,
  },
  target: {
    heading: (code: string) => `Mål ${code}`,
    year: (year: number) => `Ska vara uppnått ${year}.`,
    assessedFor: (period: string) => `bedömt för ${period}`,
    noValue: 'Utfall saknas:',
    measure: 'Åtgärd',
    responsible: 'Ansvarig:',
    due: (date: string) => `Klar senast ${date}.`,
    figures: 'Så har det gått',
    said: 'Bedömning',
    milestones: 'Delmål',
    done: (period: string) => `klart ${period}`,
    notDone: (period: string) => `planerat till ${period}`,
    amendments: 'Ändringar av målet',
    earlier: 'Tidigare under året',
    area: 'Målområde:',
  },
  figure: {
    asTable: 'Visa som tabell',
    period: 'Period',
    missing: 'uppgift saknas',
    walk: 'Gå mellan värdena med piltangenterna. Esc avslutar.',
  },
  origin: {
    heading: 'Hur är siffran framtagen?',
    indicator: 'Det som mäts',
    method: 'Så mäts det',
    baseline: (year: number | null) => (year === null ? 'Utgångsvärde' : `Utgångsvärde ${year}`),
    targetValue: (year: number) => `Målvärde ${year}`,
    value: (period: string) => `Utfall ${period}`,
    kind: 'Slags uppgift',
    reportedBy: 'Redovisat av',
    role: (department: string) => `målområdesansvarig, ${department}`,
    approved: 'Godkänt',
    approvedOn: (date: string, revision: number) =>
      `${date} av miljösamordnaren, efter granskning (inskickad version ${revision})`,
    revision: (revision: number) => `efter granskning (inskickad version ${revision})`,
    note: 'Anmärkning',
    source: 'Källa',
    publishedIn: 'Publicerat i',
  },
  report: {
    version: (version: number, date: string) => `Version ${version}, publicerad ${date}`,
    reference: (period: string, version: number) => `${period}, version ${version}`,
    superseded: 'Det finns en nyare version av den här rapporten. Den här versionen ligger kvar oförändrad.',
    newest: 'Till den nyaste versionen',
    correction: (version: number, date: string) => `Rättad ${date}. Ersätter version ${version}.`,
    changes: 'Se vad som har ändrats',
    compare: 'Jämför med året innan',
    contents: 'Innehåll',
    overview: 'Läget i korthet',
    goals: 'Övergripande mål',
    comparison: 'Jämfört med året innan',
    gaps: 'Rapporter som saknas',
    gap: (area: string, period: string) => `${area}, ${period}:`,
    amendments: 'Ändringar av planen',
    cite: 'Så hänvisar du',
    files: 'Ladda ner',
    authenticity: 'Äkthet',
    hash: 'Rapportens kontrollsumma (SHA-256)',
    audit: 'Ändringsloggens huvud vid publiceringen',
    unchanged: 'En publicerad version ändras aldrig. Fel rättas i en ny version med en förklaring.',
    foreword: 'Förord',
    sources: 'Källor',
  },
  archive: {
    title: 'Alla rapporter',
    lead: 'Varje rapport ligger kvar på sin adress så som den publicerades, även om den har rättats.',
    version: (version: number) => `Version ${version}`,
    corrected: 'Rättad',
    published: 'Publicerad',
    report: 'Rapport',
    year: 'Helår',
  },
  difference: {
    correctionTitle: (period: string, before: number, after: number) =>
      `${period}: ändringar från version ${before} till version ${after}`,
    comparisonTitle: (after: string, before: string) => `${after} jämfört med ${before}`,
    reason: 'Varför rapporten rättades',
    none: 'Ingenting skiljer.',
    general: 'Rapporten i sin helhet',
    what: 'Uppgift',
    before: 'Före',
    after: 'Efter',
    added: 'Finns bara i den senare',
    removed: 'Finns bara i den tidigare',
    insertion: 'tillagt:',
    deletion: 'borttaget:',
    nothing: 'inget',
  },
  files: {
    format: {
      pdf: 'Rapporten som PDF',
      xlsx: 'Alla uppgifter som Excel',
      csv: 'CSV, punkt som decimaltecken',
      'csv-sv': 'CSV för svenskt Excel',
      json: 'JSON, som den är fryst',
      zip: 'Allt i ett arkiv',
    },
  },
  about: {
    title: 'Om siffrorna och hur de tas fram',
    sections: [
      {
        heading: 'Så kommer en siffra hit',
        paragraphs: [
          'Den som ansvarar för ett målområde redovisar utfall, bedömning och åtgärder för varje mål. En verksamhetschef granskar, och miljösamordnaren godkänner. Den som har skickat in får inte själv godkänna.',
          'När rapporten publiceras fryses allt som står i den. Sidan, PDF:en, Excelfilen, CSV-filerna och JSON-filen görs vid samma tillfälle ur samma uppgifter.',
        ],
      },
      {
        heading: 'Bedömning och siffra',
        paragraphs: [
          'Bedömningen är en människas omdöme och räknas aldrig fram ur siffran. Den står bredvid siffran, så att du kan se båda. Texten ovanför en figur säger bara vad siffrorna visar.',
        ],
      },
      {
        heading: 'Fel och rättelser',
        paragraphs: [
          'En publicerad rapport ändras aldrig. Om något är fel kommer en ny version, med en förklaring och en sida som visar skillnaden. Den gamla ligger kvar på sin adress och säger att det finns en nyare.',
        ],
      },
      {
        heading: 'Exempelvärden',
        paragraphs: [
          'Uppgifter som är märkta Exempelvärde är påhittade för att visa hur webbplatsen fungerar. De är inte organisationens siffror.',
        ],
      },
      {
        heading: 'Kontrollera att en fil är äkta',
        paragraphs: [
          'Varje rapport har en kontrollsumma (SHA-256) längst ner på sin sida. Räkna fram kontrollsumman för den JSON-fil du har. Är de lika är innehållet det som publicerades.',
        ],
      },
    ],
    assessments: 'Målbedömningar',
    verdicts: 'Samlade bedömningar',
    sources: 'Källor',
  },
  words: {
    accessibility: {
      title: 'Tillgänglighetsredogörelse',
      sections: [
        {
          heading: 'Hur tillgänglig webbplatsen är',
          paragraphs: [
            'Vi arbetar för att alla ska kunna läsa våra rapporter. Webbplatsen är gjord för att följa WCAG 2.2 nivå AA. Den fungerar utan JavaScript, med tangentbord, skärmläsare och förstoring och på små skärmar. Varje diagram finns också som tabell.',
          ],
        },
        {
          heading: 'Kända brister',
          paragraphs: [
            'Rapporternas texter skrivs på svenska och översätts inte på de engelska sidorna.',
            'Webbplatsen är prövad med automatiska kontroller. Någon granskning av en oberoende part är inte gjord.',
          ],
        },
        {
          heading: 'Säg till oss om något inte fungerar',
          paragraphs: ['Skriv till adressen längst ner på sidan, så hjälper vi dig och rättar felet.'],
        },
      ],
      authority: 'Myndigheten för digital förvaltning (Digg) har tillsyn. Du kan anmäla brister till dem:',
      authorityLink: 'Anmäl bristande tillgänglighet till Digg',
      authorityUrl: 'https://www.digg.se/tdosanmalan',
    },
    privacy: {
      title: 'Kakor och personuppgifter',
      sections: [
        {
          heading: 'Inga kakor',
          paragraphs: [
            'De öppna sidorna använder inga kakor och ingen annan lagring i din webbläsare. De laddar ingenting från andra webbplatser och mäter inte vad du gör.',
          ],
        },
        {
          heading: 'Personuppgifter',
          paragraphs: [
            'I rapporterna står roller, inte namn. Om du skriver till oss med e-post behandlar vi det du skriver för att kunna svara.',
          ],
        },
      ],
    },
    glossary: {
      title: 'Ordlista',
      terms: [
        ['Basår', 'Det år som utvecklingen jämförs med.'],
        ['CO2e', 'Koldioxidekvivalenter: olika växthusgasers klimatpåverkan omräknad till koldioxid.'],
        ['Delmål', 'Ett steg på vägen mot ett mål, med en tidpunkt då det ska vara klart.'],
        ['Indikator', 'Det som mäts för att se hur det går med ett mål.'],
        ['Målbedömning', 'Omdömet om ett enskilt mål, till exempel På rätt väg eller Osäkert.'],
        ['Målområde', 'En del av miljöplanen, med egna mål och en ansvarig verksamhet.'],
        ['Målvärde', 'Den siffra som ska nås.'],
        ['Preliminärt värde', 'Ett utfall som kan komma att justeras när allt underlag finns.'],
        ['Rättelse', 'En ny version av en publicerad rapport, med en förklaring.'],
        ['Samlad bedömning', 'Omdömet om ett helt målområde.'],
        ['Utfall', 'Det värde som har uppmätts för en period.'],
        ['Utgångsvärde', 'Värdet basåret, innan arbetet började.'],
      ],
    },
    'not-found': {
      title: 'Sidan finns inte',
      text: 'Adressen kan vara fel skriven, eller så har sidan aldrig funnits. Publicerade rapporter tas aldrig bort.',
    },
  },
  siteMap: { title: 'Webbkarta', reports: 'Rapporter', about: 'Om webbplatsen' },
};

type Loose<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly (infer E)[]
      ? readonly Loose<E>[]
      : { readonly [K in keyof T]: Loose<T[K]> };

/** The shape that every language fills. */
export type Texts = Loose<typeof sv>;
