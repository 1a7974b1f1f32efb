import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import {
  checkComments,
  type Entry,
  type EntryContent,
  type FiredCheck,
  isFieldPath,
  type Report,
  type ReportYear,
  type VerdictContent,
  type YearContent,
} from '@malspar/reporting-model';
import { draftChecks, verdictDraftChecks, yearDraftChecks } from './draft-checks';
import { type DraftShape, entryShapeOf, type Fields, isUntouched, verdictShape, yearShape } from './draft-fields';
import { lastFields } from './last-fields';
import { withOrigins } from './draft-origins';
import { DraftShelf } from './draft-shelf';
import { DraftSlot } from './draft-slot';
import type { SaveState, ServerDraft, SlotWorld } from './draft-state';
import { ReportingClient } from './reporting-client';
import { type RewordedFields, rewordedFields } from './reworded-fields';

/** An entry of the open report with its draft. */
export interface DraftedEntry {
  readonly entry: Entry;
  readonly draft: DraftSlot<EntryContent>;
  readonly checks: readonly FiredCheck[];
}

/** Fields of a target that were filled in from its last entry. */
export interface TakenOver {
  readonly code: string;
  readonly fields: Fields;
}

interface Drafts {
  readonly entries: ReadonlyMap<string, DraftSlot<EntryContent>>;
  readonly verdict: DraftSlot<VerdictContent>;
  /** Of the whole year; null but in its last period. */
  readonly year: DraftSlot<YearContent> | null;
}

const WORST_FIRST: readonly SaveState[] = [
  'conflict',
  'refused',
  'signed-out',
  'unreachable',
  'saving',
  'editing',
  'faulty',
];
const VERDICT = 'verdict';
const YEAR = 'year';

type AnySlot = DraftSlot<EntryContent | VerdictContent | YearContent>;

/**
 * The report that is being written, with one draft per entry, one for the verdict and in a year's
 * last period one for the year. Lives as long as the page does,
 * so that a save that is under way, or waits for the network, survives a step to another page.
 */
@Injectable({ providedIn: 'root' })
export class DraftStore {
  readonly #client = inject(ReportingClient);
  readonly #shelf = inject(DraftShelf);
  readonly #document = inject(DOCUMENT);
  readonly #report = signal<Report | null>(null);
  readonly #drafts = signal<Drafts | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #loading = signal(false);
  #person = '';

  /** As it was read, but for the origin of what has been written since. */
  readonly report = computed(() => {
    const [report, drafts] = [this.#report(), this.#drafts()];
    return report && drafts ? withOrigins(report, drafts) : report;
  });
  readonly failure = this.#failure.asReadonly();
  readonly loading = this.#loading.asReadonly();
  readonly verdict = computed(() => this.#drafts()?.verdict ?? null);
  readonly year = computed(() => this.#drafts()?.year ?? null);

  readonly entries = computed<readonly DraftedEntry[]>(() => {
    const [report, drafts] = [this.report(), this.#drafts()];
    if (!report || !drafts) return [];
    return report.entries.flatMap((entry) => {
      const draft = drafts.entries.get(entry.targetCode);
      if (!draft) return [];
      return [{ entry, draft, checks: draftChecks(entry, draft.content(), draft.faults(), report.period) }];
    });
  });

  /** Targets that were reported before and in which nothing has been written now. */
  readonly untouched = computed(() =>
    this.entries().filter(
      ({ entry, draft }) => Object.keys(lastFields(entry)).length > 0 && isUntouched(draft.typed()),
    ),
  );

  readonly verdictChecks = computed<readonly FiredCheck[]>(() => {
    const verdict = this.verdict();
    return verdict ? verdictDraftChecks(verdict.content(), verdict.faults()) : [];
  });

  readonly yearChecks = computed<readonly FiredCheck[]>(() => {
    const year = this.year();
    const judged = this.entries().map(({ entry: { targetCode }, draft }) => ({ targetCode, content: draft.content() }));
    return year ? yearDraftChecks(year.content(), judged, year.faults()) : [];
  });

  /** Every check with what is in the form now. */
  readonly checks = computed<readonly FiredCheck[]>(() => [
    ...this.entries().flatMap((each) => each.checks),
    ...this.verdictChecks(),
    ...this.yearChecks(),
    ...checkComments(this.#report()?.comments ?? []),
  ]);

  readonly #slots = computed<readonly AnySlot[]>(() => {
    const drafts = this.#drafts();
    return drafts ? [...drafts.entries.values(), drafts.verdict, drafts.year ?? []].flat() : [];
  });

  /** The state of the draft that needs most attention. */
  readonly state = computed<SaveState>(() => {
    const states = this.#slots().map((slot) => slot.state());
    return WORST_FIRST.find((state) => states.includes(state)) ?? 'saved';
  });

  /** When something was last saved. */
  readonly savedAt = computed(
    () =>
      this.#slots()
        .flatMap((slot) => slot.savedAt() ?? [])
        .sort()
        .at(-1) ?? null,
  );

  readonly safeToLeave = computed(() => this.#slots().every((slot) => slot.safeToLeave()));

  constructor() {
    const window = this.#document.defaultView;
    if (!window) return;
    // Not what waits for a sign-in: until it is known who is back, it must not be sent in their name.
    const goOn = (): void =>
      this.#slots()
        .filter((slot) => slot.state() === 'unreachable')
        .forEach((slot) => slot.retry());
    const leave = (): void => void this.saveAll();
    const turn = (): void => (this.#document.visibilityState === 'hidden' ? leave() : goOn());
    const ask = (event: BeforeUnloadEvent): void => {
      leave();
      // What lies in the browser is safe; only what could not even be kept there is worth a question.
      if (!this.safeToLeave()) event.preventDefault();
    };
    const listen = [
      ['online', goOn],
      ['focus', goOn],
      ['pagehide', leave],
      ['beforeunload', ask],
    ] as const;
    listen.forEach(([name, listener]) => window.addEventListener(name, listener));
    this.#document.addEventListener('visibilitychange', turn);
    inject(DestroyRef).onDestroy(() => {
      this.#slots().forEach((slot) => slot.stop());
      listen.forEach(([name, listener]) => window.removeEventListener(name, listener));
      this.#document.removeEventListener('visibilitychange', turn);
    });
  }

  /** Reads the report anew; what is typed and unsaved here, now or on an earlier visit, stands on top of it. */
  async open(id: string, person: string): Promise<void> {
    const another = this.#report()?.id !== id || this.#person !== person;
    if (another) this.#close(person);
    this.#person = person;
    this.#failure.set(null);
    this.#loading.set(true);
    try {
      const report = await this.#client.report(id);
      const reworded = report.canWrite ? await rewordedFields(this.#client, id) : null;
      this.#place(report);
      this.#rewordAll(reworded);
      this.retry();
    } catch (error) {
      this.#failure.set(error);
    } finally {
      this.#loading.set(false);
    }
  }

  /** Saves everything unsaved. True when all of it has reached the server, exactly as typed. */
  async saveAll(): Promise<boolean> {
    const slots = this.#slots();
    await Promise.all(slots.filter((slot) => slot.dirty()).map((slot) => slot.save()));
    return slots.every((slot) => !slot.dirty());
  }

  /** Fills in the last entries of the targets in which nothing has been written. */
  takeOverUntouched(): TakenOver[] {
    return this.untouched().map(({ entry, draft }) => {
      const fields = lastFields(entry);
      draft.takeOver(fields);
      return { code: entry.targetCode, fields };
    });
  }

  /** Empties what was taken over and still reads the same. */
  undo(taken: readonly TakenOver[]): void {
    for (const { code, fields } of taken) {
      const draft = this.#drafts()?.entries.get(code);
      const same = Object.keys(fields).filter((field) => isFieldPath(field) && draft?.unconfirmed().has(field));
      draft?.setAll(Object.fromEntries(same.map((field) => [field, ''])));
    }
  }

  /** Tries at once what waits for the network or for a new sign-in. */
  retry(): void {
    this.#slots().forEach((slot) => slot.retry());
  }

  /** Replies to a comment; rejects with the client's error when it did not get through. */
  async reply(commentId: string, text: string): Promise<void> {
    const report = this.#report();
    if (!report) return;
    const replied = await this.#client.reply(report.id, commentId, text);
    const comments = report.comments.map((comment) => (comment.id === commentId ? replied : comment));
    this.#report.update((now) => (now?.id === report.id ? { ...now, comments } : now));
  }

  #place(report: Report): void {
    const drafts = this.#drafts();
    const same = drafts !== null && this.#report()?.id === report.id && this.#report()?.canWrite === report.canWrite;
    if (same) {
      report.entries.forEach((entry) => drafts.entries.get(entry.targetCode)?.refresh(serverEntry(entry)));
      drafts.verdict.refresh(serverVerdict(report));
      if (report.year) drafts.year?.refresh(serverYear(report.year));
    } else {
      this.#drafts.set(this.#draftsOf(report));
    }
    this.#report.set(report);
  }

  #rewordAll(reworded: RewordedFields | null): void {
    const drafts = this.#drafts();
    drafts?.entries.forEach((draft, code) => draft.reworded(reworded && (reworded.get(code) ?? [])));
    [drafts?.verdict, drafts?.year].forEach((draft) => draft?.reworded(reworded && (reworded.get(null) ?? [])));
  }

  #draftsOf(report: Report): Drafts {
    const { id } = report;
    const entries = report.entries.map((entry) => {
      const code = entry.targetCode;
      const put = (content: EntryContent, version: number) => this.#client.saveEntry(id, code, content, version);
      return [
        code,
        new DraftSlot(this.#world(report, code, entryShapeOf(entry.indicator), put), serverEntry(entry)),
      ] as const;
    });
    const put = (content: VerdictContent, version: number) => this.#client.saveVerdict(id, content, version);
    const verdict = new DraftSlot(this.#world(report, VERDICT, verdictShape, put), serverVerdict(report));
    return { entries: new Map(entries), verdict, year: this.#yearDraftOf(report) };
  }

  #yearDraftOf(report: Report): DraftSlot<YearContent> | null {
    if (!report.year) return null;
    const put = (content: YearContent, version: number) => this.#client.saveYear(report.id, content, version);
    return new DraftSlot(this.#world(report, YEAR, yearShape, put), serverYear(report.year));
  }

  #world<C>(report: Report, name: string, shape: DraftShape<C>, put: SlotWorld<C>['put']): SlotWorld<C> {
    const key = `${this.#person}.${report.id}.${name}`;
    return {
      shape,
      put,
      onSaved: ({ reportVersion, checks }) => {
        this.#report.update((now) => (now?.id === report.id ? { ...now, version: reportVersion, checks } : now));
      },
      shelf: {
        // Nothing is taken up where nothing may be written: it stays until the report is back in these hands.
        read: () => (report.canWrite ? this.#shelf.read(key) : null),
        write: (draft) => this.#shelf.write(key, draft),
        clear: () => (report.canWrite ? this.#shelf.clear(key) : undefined),
      },
    };
  }

  #close(nextPerson: string): void {
    // Somebody else's words are not sent in this person's name: they stay on the shelf until their writer is back.
    if (nextPerson === this.#person) void this.saveAll();
    this.#report.set(null);
    this.#drafts.set(null);
  }
}

const serverEntry = ({ updatedByYourself, ...entry }: Entry): ServerDraft<EntryContent> => ({
  content: entry.content,
  version: entry.version,
  updatedAt: entry.updatedAt,
  updatedBy: entry.updatedBy,
  byYourself: updatedByYourself,
});

const serverVerdict = (report: Report): ServerDraft<VerdictContent> => ({
  content: report.verdictContent,
  version: report.verdictVersion,
  updatedAt: report.verdictUpdatedAt,
  updatedBy: report.verdictUpdatedBy,
  byYourself: report.verdictUpdatedByYourself,
});

const serverYear = ({
  content,
  version,
  updatedAt,
  updatedBy,
  updatedByYourself,
}: ReportYear): ServerDraft<YearContent> => ({
  ...{ content, version, updatedAt, updatedBy },
  byYourself: updatedByYourself,
});
