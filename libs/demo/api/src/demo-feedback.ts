import { suspicionOf, withoutPersonal } from '@malspar/feedback-model';
import type { Language } from '@malspar/figures-model';
import { PlanService } from '@malspar/plan-api';
import { Clock, Database } from '@malspar/shared-api';
import { addDays, type PlainDate } from '@malspar/shared-model';
import { publicPath, type PublicPlace } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { DemoFeedbackRepository, type ExampleVote } from './demo-feedback.repository.js';

interface Example {
  readonly place: PublicPlace;
  readonly daysAgo: number;
  readonly helpful: boolean;
  readonly language?: Language;
  readonly comment?: string;
}

/** A few votes that nobody gave, so that a demo's coordinator has something to read. Marked as examples. */
@Injectable()
export class DemoFeedback {
  constructor(
    private readonly database: Database,
    private readonly repository: DemoFeedbackRepository,
    private readonly plans: PlanService,
    private readonly clock: Clock,
  ) {}

  /** How many were entered; none the second time. */
  async enter(): Promise<number> {
    const today = this.clock.today();
    const { focusAreas } = await this.plans.plan(this.database.read, today);
    const [area] = focusAreas;
    const target = area?.targets[0];
    if (!area || !target) return 0;
    const examples = examplesAbout(pageOf('malomraden', area.slug), pageOf('mal', target.code));
    return this.database.write(async (tx) => {
      if (await this.repository.has(tx)) return 0;
      for (const example of examples) await this.repository.insert(tx, voteOf(example, today));
      return examples.length;
    });
  }
}

/** A page of the published report's. */
const pageOf = (root: string, of: string): PublicPlace => ({ at: 'own', path: `/${root}/${encodeURIComponent(of)}` });

function voteOf({ place, daysAgo, helpful, language = 'sv', comment }: Example, today: PlainDate): ExampleVote {
  const { text } = withoutPersonal(comment ?? '');
  return {
    path: publicPath(place, 'sv'),
    language,
    helpful,
    givenOn: addDays(today, -daysAgo),
    suspicion: suspicionOf(text),
    comment: comment === undefined ? null : text,
  };
}

function examplesAbout(area: PublicPlace, target: PublicPlace): Example[] {
  const [home, about, archive] = [{ at: 'home' }, { at: 'about' }, { at: 'archive' }] as const;
  const yes = (place: PublicPlace, daysAgo: number): Example => ({ place, daysAgo, helpful: true });
  const no = (place: PublicPlace, daysAgo: number): Example => ({ place, daysAgo, helpful: false });
  return [
    ...[2, 9, 17, 40, 71].map((days) => yes(home, days)),
    no(home, 12),
    { ...no(home, 5), comment: 'Jag letade efter hur stor budgeten för miljöarbetet är, men hittade den inte.' },
    ...[6, 33].map((days) => yes(area, days)),
    { ...no(area, 8), comment: 'Vad betyder ”till viss del enligt plan”? Skriv det intill bedömningen.' },
    ...[4, 25, 90].map((days) => yes(target, days)),
    { ...yes(target, 3), comment: 'Bra att det syns var siffran kommer ifrån.' },
    { ...no(target, 15), language: 'en', comment: 'The comments to the figures are in Swedish only.' },
    ...[30, 45].map((days) => yes(about, days)),
    yes(archive, 21),
    { ...no(archive, 7), comment: 'Läs mer på http://exempel.invalid/erbjudande' },
  ];
}
