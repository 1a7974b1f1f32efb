import type { Plan } from '@malspar/plan-model';
import type { PlainDate, Provenance } from '@malspar/shared-model';

const mark = (provenance: Provenance): string => (provenance === 'illustrative' ? ' (exempelvärde)' : '');
const inWords = (date: PlainDate): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** What the example document is called. */
export const demoTitle = (plan: Plan): string => `${plan.title} i korthet (exempel)`;

/** The plan on one page, as data for `DEMO_TEMPLATE`: its own goals and areas, and that the page itself is an example. */
export function demoDocument(plan: Plan, on: PlainDate): object {
  return {
    title: demoTitle(plan),
    organisation: plan.organisation,
    date: on.split('-').map(Number),
    notice: `Exempel, gjort ${inWords(on)}. Sidan är framställd ur planens uppgifter för att visa hur ett dokument ser ut på webbplatsen. Den är inte beslutad av ${plan.decidedBy} och ska bytas mot planens egna dokument.`,
    lead: `Planen gäller ${inWords(plan.start)} till ${inWords(plan.end)}.`,
    goalsTitle: 'Övergripande mål',
    goals: plan.goals.map(({ title, provenance }) => title + mark(provenance)),
    areasTitle: 'Målområden',
    areas: plan.focusAreas.map(({ title, provenance, targets }) => [
      title + mark(provenance),
      targets.length === 1 ? '1 mål' : `${targets.length} mål`,
    ]),
    climateTitle: 'Klimatmål',
    climate: plan.climateGoals.map(({ year, text, provenance }) => [String(year), text + mark(provenance)]),
    contact: `Frågor: ${plan.contact}`,
  };
}

/** As the report's template: words come from the data alone, and are never markup. */
export const DEMO_TEMPLATE = String.raw`
#let r = json("report.json")
#set document(title: r.title, author: r.organisation, date: datetime(year: r.date.at(0), month: r.date.at(1), day: r.date.at(2)))
#set text(lang: "sv", region: "SE", font: "Source Sans 3", fallback: false, size: 11pt, fill: rgb("#1b1f1a"))
#set par(leading: 0.7em, spacing: 1em)
#set page(paper: "a4", margin: (x: 28mm, top: 26mm, bottom: 22mm))
#show title: set text(26pt, weight: 600, fill: rgb("#1f5d3a"), hyphenate: false)
#show heading: set text(13pt, weight: 600, hyphenate: false)
#show heading: set block(above: 1.6em, below: 0.7em, sticky: true)

#text(11pt, weight: 600, fill: rgb("#1f5d3a"), r.organisation)
#v(-2mm)
#title(r.title)
#block(width: 100%, fill: rgb("#fbf1da"), inset: (x: 12pt, y: 9pt), radius: 2pt, above: 1.2em, below: 1.2em, r.notice)
#r.lead

= #r.goalsTitle
#enum(..r.goals.map(g => [#g]))

= #r.areasTitle
#list(..r.areas.map(a => [#a.at(0), #a.at(1)]))

#if r.climate.len() > 0 {
  heading(level: 1, r.climateTitle)
  for goal in r.climate { par[#strong(goal.at(0)): #goal.at(1)] }
}
#v(1fr)
#line(length: 100%, stroke: 0.8pt + rgb("#1f5d3a"))
#r.contact
`;
