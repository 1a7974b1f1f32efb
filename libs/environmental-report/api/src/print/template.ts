/**
 * The report as set in Typst. All words and figures come from `report.json`: a text from a person is only ever a string
 * value in it, never markup and never evaluated. Kept as a module, so that a build carries it along.
 *
 * Typst sets a part again when anything in its style differs, and a style holds every value that its functions mention.
 * So rules for page, text and headings mention single values, never the whole of `r`; what differs between any two
 * documents (keywords with the hash) is said last, where it styles nothing.
 */
export const TEMPLATE = String.raw`
#let r = json("report.json")
#let w = r.words
#let ink = rgb("#1b1f1a")
#let muted = rgb("#4a4f49")
#let accent = rgb("#1f5d3a")
#let rust = rgb("#8a3b12")
#let rule = rgb("#d9d9d0")
#let tint = rgb("#f1f4ee")

#let running = (title: r.title, organisation: r.organisation, footer: r.footer)

// The typeface has no letter that runs from right to left. Without a direction, one would be taken from the language of
// the plan, and turn numbers, brackets and the report's own words around what is left of its texts.
#set text(
  dir: ltr, lang: r.lang, region: r.region, font: "Source Sans 3", fallback: false,
  size: 10.5pt, fill: ink, hyphenate: false, number-width: "tabular",
  costs: (hyphenation: 300%, runt: 600%, widow: 300%, orphan: 300%),
)
#set par(justify: false, leading: 0.7em, spacing: 1.05em, linebreaks: "optimized")
#set page(
  paper: "a4",
  margin: (top: 25mm, bottom: 21mm, inside: 27mm, outside: 31mm),
  header: context if here().page() > 1 {
    set text(8.5pt, fill: muted)
    grid(columns: (1fr, auto), running.title, running.organisation)
    v(-0.55em)
    line(length: 100%, stroke: 0.4pt + rule)
  },
  footer: context if here().page() > 1 {
    set text(8.5pt, fill: muted)
    grid(columns: (1fr, auto), running.footer, counter(page).display("1 / 1", both: true))
  },
)

#show heading: set text(weight: 600, number-width: "proportional")
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => { pagebreak(weak: true); set text(21pt, fill: accent); block(above: 0pt, below: 0.85em, it) }
#show heading.where(level: 2): it => { set text(13.5pt); block(above: 1.7em, below: 0.7em, it) }
#show heading.where(level: 3): it => { set text(10.5pt, fill: muted); block(above: 1.15em, below: 0.55em, it) }
#show title: set text(34pt, weight: 600, number-width: "proportional")
#show title: set par(leading: 0.42em)

#set figure(numbering: none, gap: 0.55em)
#set figure.caption(position: top)
#show figure: set block(above: 1.15em, below: 1.15em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => { set align(left); set text(10pt, weight: 600, hyphenate: false); block(below: 0.3em, sticky: true, it.body) }
#show figure: set align(left)
#show link: it => { set text(fill: accent); underline(stroke: 0.4pt, offset: 2pt, it) }

#let cell-inset(beside, above) = (x, y) => (left: if x == 0 { 0pt } else { beside }, right: beside, y: above)
#set table(
  stroke: (x, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + rule }),
  inset: cell-inset(5pt, 4.6pt),
)
#show table.cell.where(y: 0): set text(weight: 600, size: 9pt)
#show table: set text(9.5pt)
#show table: set par(leading: 0.58em)

// Words are the report's own, or the plan's in its language, or a sentence of both.
#let plans-language = r.plansLanguage
#let said(words) = {
  if type(words) == str { words }
  else if type(words) == array { words.map(said).join() }
  else { text(lang: plans-language.lang, region: plans-language.region, words.plans) }
}
#let length-of(words) = {
  if type(words) == str { words.len() }
  else if type(words) == array { words.map(length-of).sum(default: 0) }
  else { length-of(words.at("lines", default: words.at("plans", default: ""))) }
}
#let paragraphs(blocks) = for block in blocks {
  let lines = block.lines.map(said)
  if block.kind == "list" { list(spacing: 0.55em, ..lines) } else { par(lines.join(linebreak())) }
}
// Words that hold a slash, as units do, in one piece.
#let solid(words) = {
  show regex("\\S*/\\S*"): box
  said(words)
}
#let muted-text(body) = text(fill: muted, body)
#let example = box(
  inset: (x: 3pt), outset: (y: 1.6pt), radius: 1.5pt, stroke: 0.5pt + rust,
  text(7.5pt, fill: rust, weight: 600, w.illustrative),
)
#let marked(body, is-example) = if is-example { [#body #h(0.25em) #example] } else { body }
// Texts so long that a page may not hold them.
#let long(texts) = length-of(texts) > 1200
// A table of rows that is longer than one would keep on one page.
#let tall(rows) = rows.len() > 12 or long(rows)
// A block in one piece, if a page holds it.
#let together(texts, body, ..around) = block(breakable: long(texts), ..around, body)
#let facts(rows) = together(above: 0.9em, below: 1em, rows.map(f => f.text), {
  set par(leading: 0.52em)
  grid(
    columns: (auto, 1fr), column-gutter: 14pt, row-gutter: 7.5pt,
    ..rows.map(f => (muted-text(f.label), marked(said(f.text), f.example))).flatten()
  )
})
#let assessment-mark = (
  achieved: "✓", on_track: "●", uncertain: "▲", will_not_reach: "■", not_started: "○", not_measured: "–", "none": "–",
)
#let colour-of(code) = if code in ("not", "will_not_reach") { rgb("#a3321f") } else if code in ("partly", "uncertain") { rgb("#7d5a12") } else if code in ("none", "not_started", "not_measured") { muted } else { accent }
#let signed(marks, code, label) = [#text(fill: colour-of(code), marks.at(code)) #h(0.2em) #strong(label)]
// A verdict is a level: as many of its steps are filled, on paper without colours too. The word beside says which.
#let steps = r.verdictSteps
#let level-bar(code, level) = box(baseline: 8%, stack(dir: ltr, spacing: 0.18em, ..steps.map(step => rect(
  width: 0.38em, height: 0.82em, stroke: 0.6pt + colour-of(code), fill: if step <= level { colour-of(code) },
))))
#let levelled(code, level, label) = [#level-bar(code, level) #h(0.2em) #label]
#let chart(c) = {
  figure(image(bytes(c.svg), format: "svg", alt: c.alt, width: 100%), caption: said(c.caption), kind: image)
  if c.note != "" { par(muted-text(said(c.note))) }
}
#let note-box(label, body) = block(
  width: 100%, fill: tint, inset: (x: 12pt, y: 10pt), radius: 2pt, above: 1.2em, below: 1.2em,
  [#text(weight: 600, label) #linebreak() #body],
)

// Cover
#v(52mm)
#text(12pt, fill: accent, weight: 600, said(r.organisationSaid))
#v(1mm)
#title(r.coverTitle)
#v(3mm)
#text(14pt, fill: muted, said(r.subtitle))
#if r.correction != none {
  v(8mm)
  note-box(r.correction.label, said(r.correction.text))
}
#v(1fr)
#if r.illustrativeNote != none { block(width: 85%, text(9.5pt, fill: rust, r.illustrativeNote)) }
#v(4mm)
#line(length: 100%, stroke: 1.6pt + accent)
#v(2mm)
#grid(columns: (1fr, auto), text(10pt, r.publishedLine), text(10pt, link("mailto:" + r.contact, r.contact)))
#pagebreak()

#show outline.entry: set block(above: 0.95em)
#outline(title: w.contents, depth: 1, indent: 1.2em)

#if r.foreword.len() > 0 {
  heading(level: 1, w.foreword)
  set text(11.5pt)
  set par(leading: 0.78em)
  paragraphs(r.foreword)
}

= #w.summary
#if r.comparison != none { text(12.5pt, marked(r.comparison, r.comparisonExample)) ; parbreak() }
#figure(
  table(
    columns: if r.comparison != none { (auto, 1fr, auto, auto) } else { (auto, 1fr, auto) },
    align: left,
    table.header(..(w.number, w.area, w.verdict) , ..(if r.comparison != none { (r.comparisonHeading,) } else { () })),
    ..r.areas.map(a => (
      str(a.number),
      link(label("area-" + a.slug), said(a.title)),
      marked(levelled(a.verdictCode, a.verdictLevel, strong(a.verdict)), a.verdictExample),
      ..(if r.comparison != none { (marked(a.turn, a.turnExample and not a.verdictExample),) } else { () }),
    )).flatten()
  ),
  caption: w.verdicts, kind: table,
)
#if r.gaps.len() > 0 { note-box(w.gaps, list(..r.gaps.map(said))) }
#figure(
  table(
    columns: (1fr, ..range(r.assessmentCounts.headings.len()).map(_ => auto)),
    align: (left, ..range(r.assessmentCounts.headings.len()).map(_ => right)),
    table.header(w.area, ..r.assessmentCounts.headings),
    ..r.assessmentCounts.rows.map(row => (marked(said(row.title), row.example), ..row.counts)).flatten(),
    marked(strong(r.assessmentCounts.total.title), r.assessmentCounts.total.example),
    ..r.assessmentCounts.total.counts.map(strong)
  ),
  caption: w.assessmentCounts, kind: table,
)
#if r.grid != none { chart(r.grid) }

#heading(level: 1, w.planHeading)
#heading(level: 2, outlined: false, w.goals)
#text(w.goalsIntroduction)
#list(spacing: 0.8em, ..r.goals.map(g => marked(strong(said(g.text)), g.example)))
#if r.climateGoals.len() > 0 {
  heading(level: 2, outlined: false, w.climateGoals)
  facts(r.climateGoals)
}
#if r.drivers.len() > 0 {
  heading(level: 2, outlined: false, w.drivers)
  par(w.driversIntroduction)
  list(spacing: 0.8em, ..r.drivers.map(d => marked(said(d.text), d.example)))
}
#if r.amendments.len() > 0 {
  heading(level: 2, outlined: false, w.amendments)
  par(w.amendmentsIntroduction)
  figure(
    table(
      columns: if r.amendments.any(a => a.decision != "") { (auto, auto, 1fr, auto) } else { (auto, auto, 1fr) },
      align: left,
      table.header(repeat: true, w.validFrom, w.target, w.amendment, ..(if r.amendments.any(a => a.decision != "") { (w.decision,) } else { () })),
      ..r.amendments.map(a => (
        a.validFrom, a.target, marked(said(a.text), a.example),
        ..(if r.amendments.any(a => a.decision != "") { (said(a.decision),) } else { () }),
      )).flatten()
    ),
    caption: w.amendmentsCaption, kind: table,
  )
}

#let target(t) = {
  heading(level: 2, outlined: true, said(t.heading))
  block(above: 0.4em, below: 0.9em, breakable: false, sticky: true, {
    signed(assessment-mark, t.assessmentCode, t.assessment)
    if t.entryExample { [ #h(0.4em) #example] }
    // A heading is in the list of contents, where the mark has no place.
    if t.targetExample { linebreak(); marked(muted-text(w.wording), true) }
    if t.turn != none { linebreak(); marked(muted-text(said(t.turn)), t.turnExample) }
  })
  if t.chart != none { chart(t.chart) } else { par(strong(said(t.caption))) }
  facts(t.facts)
  if t.milestones.len() > 0 {
    show figure: set block(breakable: tall(t.milestones))
    figure(
      table(
        columns: (1fr, auto, auto), align: left,
        table.header(w.milestone, w.due, w.done),
        ..t.milestones.map(row => row.map(said)).flatten()
      ),
      caption: marked(w.milestones, t.indicatorExample), kind: table,
    )
  }
  paragraphs(t.comment)
  if t.noValueReason.len() > 0 { paragraphs(t.noValueReason) }
  if t.partsChart != none { chart(t.partsChart) }
  if t.parts.len() > 0 {
    show figure: set block(breakable: tall(t.parts))
    figure(
      table(columns: (1fr, auto), align: (left, right), table.header(w.part, solid(t.valueHeading)), ..t.parts.map(row => row.map(said)).flatten()),
      caption: marked(w.parts, t.entryExample), kind: table,
    )
  }
  if t.measure != none {
    heading(level: 3, outlined: false, marked(w.measure, t.entryExample))
    together((t.measure.text, t.measure.line), {
      set par(spacing: 0.75em)
      paragraphs(t.measure.text)
      if t.measure.line.len() > 0 { par(muted-text(said(t.measure.line))) }
    })
  }
  if t.earlier.len() > 0 {
    show figure: set block(breakable: tall(t.earlier.map(e => (e.comment, e.measure))))
    let of-value(cell) = if t.hasEarlierValues { (cell,) } else { () }
    figure(
      table(
        columns: (auto, auto, ..of-value(15%), 1fr), align: (left, left, ..of-value(right), left),
        table.header(repeat: true, w.period, w.assessment, ..of-value(solid(t.valueHeading)), w.comment),
        ..t.earlier.map(e => (
          e.period,
          marked([#text(fill: colour-of(e.code), assessment-mark.at(e.code)) #e.assessment], e.example),
          ..of-value(e.value),
          together((e.comment, e.measure), { paragraphs(e.comment); if e.measure != "" { par(muted-text([#w.measure: #said(e.measure)])) } }),
        )).flatten()
      ),
      caption: w.earlier, kind: table,
    )
  }
}

#for a in r.areas {
  [#heading(level: 1, said(a.heading)) #label("area-" + a.slug)]
  block(below: 1.2em, text(12.5pt, fill: muted, style: "italic", marked(said(a.aim), a.aimExample)))
  block(fill: tint, inset: (x: 12pt, y: 11pt), width: 100%, radius: 2pt, below: 1.4em, {
    text(13pt, marked(levelled(a.verdictCode, a.verdictLevel, strong(a.verdict)), a.verdictExample))
    if a.turnSentence != "" { linebreak(); text(9.5pt, fill: muted, marked(a.turnSentence, a.turnExample)) }
    paragraphs(a.explanation)
  })
  facts(a.facts)
  if a.overview != none { chart(a.overview) }
  if a.earlierVerdicts.len() > 0 {
    figure(
      table(
        columns: (auto, auto, 1fr), align: left,
        table.header(w.period, w.verdict, w.explanation),
        ..a.earlierVerdicts.map(e => (
          e.period,
          marked(levelled(e.code, e.level, e.verdict), e.example),
          paragraphs(e.explanation),
        )).flatten()
      ),
      caption: w.earlierVerdicts, kind: table,
    )
  }
  for t in a.targets { target(t) }
}

#heading(level: 1, w.valuesHeading)
#par(w.valuesIntroduction)
#columns(2, gutter: 9mm, {
  set text(hyphenate: true)
  show figure: set block(above: 1em, below: 1em)
  for a in r.areas.filter(a => a.targets.any(t => t.series.len() > 0)) {
    heading(level: 2, outlined: false, said(a.title))
    for t in a.targets.filter(t => t.series.len() > 0) {
      block(breakable: t.series.len() > 24, figure(
        table(
          columns: (auto, auto, 1fr), align: (left, right, left),
          inset: cell-inset(4pt, 2.7pt),
          table.header(repeat: true, w.period, w.value, w.originShort),
          ..t.series.map(row => row.map(said)).flatten()
        ),
        caption: solid(t.seriesCaption), kind: table,
      ))
      if t.method != "" { par(muted-text(said(t.method))) }
    }
  }
})

#heading(level: 1, w.aboutHeading)
#paragraphs(r.about)
#if r.sources.len() > 0 {
  heading(level: 2, outlined: false, w.sources)
  list(spacing: 0.9em, ..r.sources.map(s => [#said(s.title)#linebreak()#text(9pt, link(s.url, s.url))]))
}
#if r.replaced != "" { par(muted-text(r.replaced)) }

#heading(level: 1, w.authenticity)
#par(w.authenticityText)
#facts(r.authenticity)
#figure(
  table(
    columns: (1fr, auto, auto, auto), align: left,
    table.header(repeat: true, w.area, w.period, w.revision, w.fingerprint),
    ..r.reports.map(row => row.map(said)).flatten()
  ),
  caption: w.reportsCaption, kind: table,
)

#set document(
  title: r.title,
  author: r.organisation,
  date: datetime(year: r.date.at(0), month: r.date.at(1), day: r.date.at(2)),
  keywords: r.keywords,
)
`;
