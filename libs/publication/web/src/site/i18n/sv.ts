import { askingSv } from './asking.sv.js';
import { documents, statement } from './additions.sv.js';
import { gap, overtaken } from './overtaken.sv.js';

/** What the public pages say in Swedish; other languages have the same shape. */
export const sv = {
  example: 'Exempelvärde',
  skip: 'Till innehållet',
  menu: 'Huvudmeny',
  breadcrumb: 'Du är här',
  otherLanguage: 'In English',
  otherLanguageCode: 'en',
  notice: 'Innehållet är delvis exempel, gjorda för att visa hur sidan fungerar. Sådant är märkt Exempelvärde.',
  gap,
  overtaken,
  nav: {
    home: 'Start',
    plan: 'Planen',
    archive: 'Rapporter',
    about: 'Om siffrorna',
    accessibility: 'Tillgänglighet',
    privacy: 'Kakor och personuppgifter',
    glossary: 'Ordlista',
    'open-data': 'Öppna data',
    'site-map': 'Webbkarta',
    'not-found': 'Sidan finns inte',
    search: 'Sök',
    verify: 'Kontrollera äkthet',
    compare: 'Jämför två rapporter',
    embed: 'Visa på din webbplats',
    'too-many': 'Vänta en liten stund',
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
    earlier: 'Tidigare rapporter',
    archive: 'Alla rapporter',
    contact: 'Kontakt',
    contactLead: 'Har du frågor om planen eller rapporterna? Skriv till oss:',
  },
  empty: {
    title: 'Ingenting är publicerat ännu',
    text: (plan: string | null) =>
      `Här kommer ${plan === null ? 'miljöplanens rapporter' : `rapporterna om ${plan}`} att finnas. Den första visas så snart den är godkänd och publicerad.`,
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
    drivers: 'Styrande grunder',
    driversLead: 'Planens mål bygger på det här.',
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
    csv: 'Ladda ner som CSV',
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
      csv: 'CSV med decimalpunkt',
      'csv-sv': 'CSV för svenskt Excel',
      json: 'JSON, som den är fryst',
      zip: 'Allt i ett arkiv (ZIP)',
    },
    tables: { figures: 'Utfall', targets: 'Mål', areas: 'Målområden' },
    table: (table: string, format: string): string => `${table}, ${format}`,
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
          'Varje rapport har en kontrollsumma (SHA-256) längst ner på sin sida. På sidan Kontrollera äkthet väljer du din fil och får veta om den är precis det som publicerades, vilken version det är och om det finns en nyare. Du kan också räkna fram summan själv och jämföra.',
        ],
      },
    ],
    assessments: 'Målbedömningar',
    verdicts: 'Samlade bedömningar',
    sources: 'Källor',
    openData: 'Hämta siffrorna som öppna data',
  },
  openData: {
    title: 'Öppna data',
    lead: 'Allt som är publicerat här finns också som öppna data: planen, målen, indikatorerna med sina utfall och varje version av varje rapport. Du behöver ingen nyckel.',
    addresses: 'Adresser',
    addressTexts: {
      index: 'Ingången, med länkar till allt annat.',
      plan: 'Planen med övergripande mål, skalor och ändringar.',
      areas: 'Målområden med samlade bedömningar.',
      targets: 'Mål med senaste redovisning.',
      indicators: 'Indikatorer med utgångsvärde, målvärde och alla utfall.',
      series: 'En indikators utfall som CSV. Byt ut koden mot ett annat måls.',
      publications: 'Allt som har publicerats, senaste perioden först.',
      version: 'En version av en rapport, med filernas adresser, storlekar och kontrollsummor.',
      apiInfo: 'Om gränssnittet: version, status och licens.',
    },
    command: (address: string) => `curl ${address}`,
    example: 'Exempel',
    exampleText: 'Så hämtar du från en kommandorad:',
    sections: [
      {
        heading: 'Så läser du svaren',
        paragraphs: [
          'Svaren är JSON i UTF-8. Tal står som text med decimalpunkt, precis som de publicerades, så att ingen siffra går förlorad. Datum skrivs 2025-09-30 och tidpunkter i UTC.',
          'Varje uppgift bär sitt ursprung i fältet provenance: verified är läst i en namngiven källa, reported är redovisat och illustrative är ett exempelvärde. Finns det exempelvärden i ett svar säger fältet notice det.',
          'Listor delas upp med page (från 1) och limit (högst 100). Okända parametrar avvisas.',
        ],
      },
      {
        heading: 'Vad som kan ändras',
        paragraphs: [
          'En version av en rapport ändras aldrig, och inte heller det som har versionens nummer i adressen. Andra adresser följer den senaste publiceringen. Svaren har ETag, så att du bara behöver hämta det som är nytt.',
        ],
      },
    ],
    license: 'Licens',
    licensed: 'Uppgifterna får användas enligt',
    unlicensed:
      'Utgivaren har inte angett någon licens. Skriv till adressen längst ner på sidan om du vill veta vad som gäller.',
    description: 'Teknisk beskrivning',
    descriptionText: 'Alla adresser, fält och felsvar är beskrivna med exempel i OpenAPI 3.1:',
    descriptionLink: 'openapi.json',
  },
  words: {
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
            'Det du söker efter sparas inte. När du kontrollerar om en fil är äkta läses den en gång och glöms.',
            'I rapporterna står roller, inte namn. Om du skriver till oss med e-post behandlar vi det du skriver för att kunna svara.',
          ],
        },
        {
          heading: 'När du svarar på om sidan hjälpte dig',
          paragraphs: [
            'Då sparar vi vilken sida det gäller, på vilket språk, om du svarade ja eller nej, det du eventuellt skrev och vilken dag det var. Vi sparar inte vem du är, din adress på nätet, vilken webbläsare du har eller klockslaget: tillsammans med andra uppgifter skulle det kunna avslöja vem som skrev.',
            'Skriv inga personuppgifter. Det som ser ut som en e-postadress, ett personnummer eller ett telefonnummer tar vi bort innan vi sparar. Synpunkter läses av miljösamordnaren och raderas efter 24 månader. Bara antalet ja och nej finns kvar.',
            'För att stoppa missbruk räknar vi hur många svar som kommer från samma anslutning. Räkningen görs med en kod som inte går att göra om till en adress, finns bara i arbetsminnet och byts varje dygn. Synpunkter som innehåller länkar läggs åt sidan för granskning.',
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
  ...askingSv,
  feedback: {
    question: 'Hjälpte sidan dig?',
    yes: 'Ja',
    no: 'Nej',
    trap: 'Lämna det här fältet tomt.',
    comment: 'Vad kan bli bättre? Skriv inga personuppgifter.',
    hint: 'Högst 1 000 tecken. Vi sparar inte vem du är och kan därför inte svara.',
    send: 'Skicka synpunkten',
    yourWords: 'Det här skrev du',
    back: 'Tillbaka till sidan',
    home: 'Till startsidan',
    masked: (kinds: readonly string[]) =>
      `Vi tog bort något som såg ut som ${kinds.join(' och ')} innan vi sparade. Resten av det du skrev är kvar.`,
    kinds: { 'e-mail': 'en e-postadress', 'identity-number': 'ett personnummer', phone: 'ett telefonnummer' },
    titles: {
      answered: 'Tack för ditt svar',
      commented: 'Tack för din synpunkt',
      nothing: 'Hjälpte sidan dig?',
      malformed: 'Svaret gick inte att läsa',
      'unknown-page': 'Sidan du svarade om finns inte',
      'cross-site': 'Svaret kom från en annan webbplats',
      'too-large': 'Det du skickade var för stort',
      'too-long': 'Texten är för lång',
      'too-many': 'För många svar på kort tid',
      expired: 'Det gick för lång tid',
      already: 'Du har redan skickat en synpunkt',
      away: 'Det gick inte att spara just nu',
    },
    texts: {
      answered: 'Ditt svar är sparat. Vill du så kan du också berätta mer.',
      commented: 'Miljösamordnaren läser alla synpunkter och använder dem för att göra sidorna bättre.',
      nothing: 'Frågan finns längst ner på varje sida. Gå till den sida du vill tycka till om och svara där.',
      malformed: 'Gå tillbaka till sidan och svara på frågan igen.',
      'unknown-page': 'Den kan ha bytt adress. Frågan finns längst ner på varje sida.',
      'cross-site': 'Vi tar bara emot svar från våra egna sidor. Öppna sidan här och svara igen.',
      'too-large': 'En synpunkt kan ha högst 1 000 tecken. Gå tillbaka i webbläsaren och korta texten.',
      'too-long': 'En synpunkt kan ha högst 1 000 tecken. Korta den och skicka igen.',
      'too-many': 'Det kommer många svar från samma anslutning som din. Vänta en minut och försök igen.',
      expired:
        'Synpunkten måste skickas inom ett dygn efter svaret. Gå till sidan, svara igen och klistra in din text.',
      already: 'Vill du lägga till något? Gå till sidan, vänta en minut, svara igen och klistra in din text.',
      away: 'Felet är vårt, och det brukar gå över på några minuter. Försök igen om en stund.',
    },
  },
  documents,
  statement,
  siteMap: { title: 'Webbkarta', reports: 'Rapporter', about: 'Om webbplatsen' },
};

/** The same shape with other words. */
export type Loose<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly (infer E)[]
      ? readonly Loose<E>[]
      : { readonly [K in keyof T]: Loose<T[K]> };

/** The shape that every language fills. */
export type Texts = Loose<typeof sv>;
