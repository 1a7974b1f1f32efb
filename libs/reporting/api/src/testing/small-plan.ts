/** A plan of two areas, small enough to reason about: seasons, a yearly value, milestones and one not measurable yet. */
export const smallPlan = (change: { cadence?: 'quarter' | 'tertial' | 'year'; openPeriod?: string } = {}): object => {
  const { cadence = 'quarter', openPeriod = '2024-Q3' } = change;
  const periods = {
    quarter: ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3'],
    tertial: ['2023-T1', '2023-T2', '2023-T3', '2024-T1', '2024-T2'],
    year: ['2023', '2024'],
  }[cadence];
  const lastPeriod = { quarter: '2025-Q4', tertial: '2025-T3', year: '2025' }[cadence];
  const series = (first: number, step: number) =>
    periods.map((period, index) => ({ period, value: Math.round((first + step * index) * 10) / 10 }));
  return {
    demo: true,
    sources: { register: { title: 'Register', url: 'https://example.org/register' } },
    plan: {
      slug: 'liten-plan',
      title: 'Liten plan',
      organisation: 'Exempelkommunen',
      contact: 'miljo@example.org',
      decidedBy: 'Fullmäktige',
      start: '2023-01-01',
      end: '2025-12-31',
      reporting: { cadence, openPeriod },
      provenance: 'illustrative',
    },
    overarchingGoals: [{ slug: 'klimat', number: 1, title: 'Klimatet' }],
    departments: [
      { slug: 'teknik', title: 'Teknik' },
      { slug: 'vard', title: 'Vård' },
    ],
    focusAreas: [
      {
        slug: 'energi',
        number: 1,
        title: 'Energi',
        goals: ['klimat'],
        department: 'teknik',
        longTermAim: { text: 'Liten energianvändning.' },
        targets: [
          {
            code: 'E1',
            title: 'Energianvändningen är högst 80.',
            indicator: {
              name: 'Energianvändning',
              unit: 'kWh/m²',
              decimals: 1,
              breakdown: 'property',
              covers: 'rolling_twelve_months',
              yearFrom: 'last',
              quantityKind: 'level',
              min: 0,
              cadence,
              direction: 'decrease',
              baselineYear: 2022,
              baseline: 100,
              target: 80,
              series: series(99, -1.5),
            },
          },
          {
            code: 'E2',
            title: 'Andelen förnybar el är minst 50 procent.',
            indicator: {
              name: 'Andel förnybar el',
              unit: '%',
              quantityKind: 'share',
              cadence: 'year',
              direction: 'increase',
              baselineYear: 2022,
              baseline: 20,
              target: 50,
              series: [{ period: '2023', value: 29, provenance: 'verified', source: 'register' }],
            },
          },
        ],
      },
      {
        slug: 'resor',
        number: 2,
        title: 'Resor',
        goals: ['klimat'],
        department: 'vard',
        longTermAim: { text: 'Resor utan utsläpp.' },
        targets: [
          {
            code: 'R1',
            title: 'Utsläppen från resor är högst 40 ton.',
            indicator: {
              name: 'Utsläpp från resor',
              unit: 'ton CO2e',
              decimals: 1,
              covers: 'rolling_twelve_months',
              yearFrom: 'last',
              quantityKind: 'level',
              min: 0,
              cadence,
              direction: 'decrease',
              baselineYear: 2022,
              baseline: 60,
              target: 40,
              series: series(59, -0.4),
            },
          },
          {
            code: 'R2',
            title: 'En resepolicy används.',
            indicator: {
              kind: 'milestone',
              name: 'Resepolicy',
              unit: '',
              cadence,
              direction: 'reach',
              milestones: [
                { title: 'Förslag', due: periods[0], done: periods[1] },
                { title: 'Beslut', due: lastPeriod, done: null },
              ],
            },
          },
        ],
      },
    ],
    verdicts: {
      scale: [{ code: 'not', label: 'Inte alls enligt plan' }],
      known: [{ year: 2023, provenance: 'verified', source: 'register', byFocusArea: { resor: 'not' } }],
    },
  };
};
