import type { GapCode } from '$lib/bindings/GapCode';
import { getContext, setContext, tick } from 'svelte';
import type { ArgsOf, CaseChange, Refusal } from '$lib/backend/backend';
import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingDetailView } from '$lib/bindings/FindingDetailView';
import type { DraftForm } from '$lib/bindings/DraftForm';
import type { FindingRow } from '$lib/bindings/FindingRow';
import { placeIn, type DraftSpot } from '$lib/drafts/drafts.svelte';
import type { BeginsWith } from '$lib/referral/said-of-trial';
import { NO_CONDITIONS, type Conditions } from '$lib/finding/facets';
import { OpinionForm } from '$lib/finding/opinion-form.svelte';
import type { Order } from '$lib/finding/order';
import { Rereading } from '$lib/finding/rereading.svelte';
import { VerdictForm } from '$lib/finding/verdict-form.svelte';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { CaseRows } from './case-rows.svelte';
import { DIALOG_OF_DRAFT, PART_OF_DRAFT } from './draft-places';
import {
  findingsOf,
  isFindingPart,
  isOpen,
  isOpenIn,
  partOf,
  partOfGap,
  partToGoOnWith,
  type FindingPart,
  type Part,
} from './parts';

/** What a change of the case needs beside the case and its version, which are added here. */
export type Change<N extends CaseChange> = Omit<ArgsOf<N>, 'caseId' | 'expectedVersion'>;

/** What a key leads to, in whichever part it stands. */
export type Way = 'summary' | 'sign' | 'finalise' | 'print' | 'explain';

/** How long the discussion rests on a finding before its detail is drawn, in ms: less than anybody waits for, more than
 *  lies between the presses of a key held down. */
const REST = 40;

/** A row of evidence that advice rests on. */
export interface CitedRow {
  finding: string;
  row: string;
  said: string;
  drugs: readonly string[];
}

/** A case on the table: its view, where people are in it, and the one way to change it. */
export class CaseDesk {
  view = $state.raw<CaseView | null>(null);
  part = $state<Part>('overview');
  /** Finding under discussion. */
  cursor = $state<string | null>(null);
  /** The finding whose detail is drawn. It comes after the cursor, so that a press is seen in the table at once. */
  looked = $state<string | null>(null);
  /** The event of the journal after which the case is shown, where that is not now. */
  atSeq = $state<number | undefined>(undefined);
  /** Whether the detail stands open where it slides over. */
  open = $state(false);
  picked = $state.raw<ReadonlySet<string>>(new Set());
  detail = $state.raw<FindingDetailView | null>(null);
  filter = $state('');
  order = $state<Order>('needs');
  #conditions = $state.raw<Conditions>(NO_CONDITIONS);
  /** Whether the fields for conditions stand open. */
  conditionsShown = $state(false);
  /** The case changed under us; said until the next record. */
  stale = $state(false);
  /** Rows of evidence on which the recommendation to be written rests. */
  cited = $state.raw<CitedRow[]>([]);
  /** Begins a recommendation that rests on a row of evidence. */
  restOn(row: CitedRow): void {
    this.cited = [...this.cited.filter((one) => one.row !== row.row || one.finding !== row.finding), row];
    this.dialog = 'recommend';
  }
  /** The trial from which the referral to be written begins. */
  matched = $state.raw<BeginsWith | null>(null);
  /** Dialogs that belong to the case as a whole. */
  dialog = $state<'recommend' | 'nothing' | 'refer' | 'source' | 'enter' | null>(null);
  readonly verdict: VerdictForm;
  readonly opinion: OpinionForm;
  readonly rereading: Rereading;
  readonly #rows = new CaseRows(this);
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** Where picking by moving began, and what was picked before. */
  #stretch: { from: number; beside: ReadonlySet<string> } | null = null;
  /** The window has turned to something else. */
  #left = false;

  constructor(
    readonly app: App,
    readonly caseId: string,
    /** It is only shown: nothing is done to it here, and nothing typed. */
    private readonly watching = false,
  ) {
    this.verdict = new VerdictForm(this);
    this.opinion = new OpinionForm(this);
    this.rereading = new Rereading(this);
    app.desk = this;
  }

  async load(atSeq?: number): Promise<void> {
    const view = await this.app.read(
      'open_case',
      atSeq === undefined ? { caseId: this.caseId } : { caseId: this.caseId, atSeq },
    );
    if (!view) return;
    this.atSeq = atSeq;
    this.take(view);
  }

  /** A fresh view replaces the old one; order and drafts stay. */
  take(view: CaseView): void {
    if (this.#left) return;
    const first = this.view === null;
    this.view = view;
    if (first || !this.#rows.sorted) this.#sort();
    if (!this.#rows.find(this.cursor)) this.cursor = null;
    if (!this.#rows.find(this.looked)) this.looked = this.cursor;
    this.verdict.follow();
    this.opinion.follow();
    this.rereading.follow();
    if (first) this.#resume();
  }

  /** Where it was left for a moment, it is taken up again. */
  #resume(): void {
    const { resumed } = this.app;
    this.app.resumed = null;
    if (resumed?.caseId !== this.caseId) return;
    this.go(resumed.part);
    const place = this.placeOf(resumed.finding);
    if (place >= 0) this.turnTo(place);
  }

  /** Findings of the part in their standing order. */
  get rows(): readonly FindingRow[] {
    return this.#rows.all;
  }

  /** Opens the place where something is typed, if it is of this case. */
  seek(): void {
    const sought = this.app.draftSought;
    if (!this.view || sought?.id !== this.caseId) return;
    this.app.draftSought = null;
    const to = PART_OF_DRAFT[sought.form];
    if (to === 'finding') this.show(sought.item);
    else {
      this.go(to);
      this.dialog = DIALOG_OF_DRAFT[sought.form] ?? null;
    }
    if (sought.form === 'readings') this.rereading.call();
  }

  /** Where something typed about this case belongs. */
  spot(form: DraftForm, item = ''): DraftSpot {
    const row = this.find(item);
    const change = row && (row.changeInWords ?? { ja: row.change, en: row.change });
    const about = change ? { ja: `${row.subject} ${change.ja}`, en: `${row.subject} ${change.en}` } : null;
    return { place: placeIn('case', this.caseId, form, item), name: this.view?.caseNo ?? '', about };
  }

  /** The finding under discussion. */
  get row(): FindingRow | null {
    return this.find(this.cursor);
  }

  /** Where it stands in the table; -1 where it does not. */
  get place(): number {
    return this.placeOf(this.cursor);
  }

  /** Where a finding stands in the table; -1 where it does not. */
  placeOf(findingId: string | null): number {
    return this.#rows.placeOf(findingId);
  }

  /** A finding of the case, in whichever part it stands. */
  find(findingId: string | null): FindingRow | null {
    return this.#rows.find(findingId);
  }

  /** Under which conditions findings are shown. */
  get conditions(): Conditions {
    return this.#conditions;
  }
  narrow(conditions: Conditions): void {
    this.#conditions = conditions;
    this.#rows.narrow(conditions);
    this.pickNone();
    if (this.place < 0) {
      this.cursor = this.rows[0]?.findingId ?? null;
      this.look();
    }
  }
  /** Findings of the part that answer to the words asked for, whatever the conditions. */
  get worded(): readonly FindingRow[] {
    return this.#rows.worded;
  }

  get readOnly(): string | undefined {
    if (this.watching) return speech.t.projector.onlyShows;
    if (!this.view) return undefined;
    if (this.view.past) return speech.t.strip.past;
    if (!this.view.open) return speech.t.verdict.finalised;
    return undefined;
  }

  go(part: Part): void {
    if (part !== this.part) {
      this.part = part;
      this.filter = '';
      this.#conditions = NO_CONDITIONS;
      this.#rows.narrow(NO_CONDITIONS);
      this.picked = new Set();
      this.#stretch = null;
      this.open = false;
      this.#sort();
      this.cursor = this.rows[0]?.findingId ?? null;
      this.look();
    }
  }

  sortBy(order: Order): void {
    this.order = order;
    this.#sort();
  }

  #sort(): void {
    if (this.view && isFindingPart(this.part)) this.#rows.sort(this.order);
  }

  /** Puts the discussion on a finding, in whichever part it stands. */
  show(findingId: string): void {
    const row = this.find(findingId);
    if (!row) return;
    if (this.placeOf(findingId) < 0) this.go(partOf(row));
    // In the part already, and kept out by conditions or words: what is asked for by name is shown.
    if (this.placeOf(findingId) < 0) {
      this.filter = '';
      this.narrow(NO_CONDITIONS);
    }
    this.cursor = findingId;
    this.open = true;
    this.look();
  }

  move(by: number): void {
    this.turnTo(this.place + by);
  }

  /** Puts the discussion on the row at a place; beyond the ends, on the last one there. */
  turnTo(place: number): void {
    this.#stretch = null;
    this.#turnTo(place);
  }
  #turnTo(place: number): void {
    const rows = this.rows;
    const next = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (next && next.findingId !== this.cursor) {
      this.cursor = next.findingId;
      this.#glance();
    }
  }

  /** Moves, and picks what lies between where the stretch began and where it has come to. */
  stretch(by: number): void {
    if (!this.cursor) return;
    this.#stretch ??= { from: this.place, beside: this.picked };
    const { from, beside } = this.#stretch;
    this.#turnTo(this.place + by);
    const [top, bottom] = [Math.min(from, this.place), Math.max(from, this.place)];
    this.#pick([...beside, ...this.rows.slice(top, bottom + 1).map((row) => row.findingId)]);
  }

  pick(findingId: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(findingId)) picked.add(findingId);
    this.#stretch = null;
    this.#pick(picked);
  }
  pickAll(): void {
    this.#pick(this.rows.map((row) => row.findingId));
  }
  pickAllOpen(): void {
    this.#pick(this.rows.filter(isOpen).map((row) => row.findingId));
  }
  pickNone(): void {
    this.#stretch = null;
    this.#pick([]);
  }
  #pick(findingIds: Iterable<string>): void {
    this.picked = new Set(findingIds);
    this.verdict.follow();
  }

  /** Findings that the verdict form speaks of: those picked, else the one under discussion. */
  get subjects(): string[] {
    if (this.picked.size > 0) return [...this.picked];
    return this.cursor ? [this.cursor] : [];
  }

  /** Turns forms and detail to the finding under discussion. */
  look(): void {
    this.#follow();
    void this.refreshDetail();
  }
  /** The forms turn at once, what is drawn beside them once the cursor rests. */
  #glance(): void {
    this.#follow();
    this.#rest = setTimeout(() => this.settle(), REST);
  }
  #follow(): void {
    clearTimeout(this.#rest);
    this.verdict.follow();
    this.opinion.follow();
  }

  /** Draws the detail of the finding under discussion now. */
  settle(): void {
    clearTimeout(this.#rest);
    if (this.looked !== this.cursor) void this.refreshDetail();
  }

  /** Fetches what the right side shows. Only the newest question is answered. */
  async refreshDetail(): Promise<void> {
    const findingId = this.cursor;
    this.looked = findingId;
    const asked = ++this.#asked;
    if (!findingId) {
      this.detail = null;
      return;
    }
    const detail = await this.app.read('finding_detail', { caseId: this.caseId, findingId });
    if (asked === this.#asked && !this.#left) this.detail = detail;
  }

  /** The one way to change the case. True when it was recorded. A change made elsewhere in between is never
   *  overwritten: the newest state is loaded, what was typed stays, and the person is asked to look again. */
  async change<N extends CaseChange>(
    name: N,
    what: Change<N>,
    refused?: (refusal: Refusal) => void,
  ): Promise<boolean> {
    const view = this.view;
    if (!view) return false;
    try {
      const args = { caseId: this.caseId, expectedVersion: view.version, ...what } as unknown as ArgsOf<N>;
      const fresh = (await this.app.record(name, args)) as CaseView;
      this.stale = false;
      this.take(fresh);
      if (isFindingPart(this.part)) void this.refreshDetail();
      return true;
    } catch (thrown) {
      const refusal = thrown as Refusal;
      if (refusal.code === 'stale') {
        await this.load();
        this.stale = true;
        if (isFindingPart(this.part)) void this.refreshDetail();
      } else if (refused && Object.keys(refusal.fields).length > 0) {
        refused(refusal);
        this.app.show(refusal);
      } else {
        this.app.show(refusal);
      }
      return false;
    }
  }

  /** Whatever form of the part can be recorded by key says so here. */
  saver: (() => Promise<unknown>) | null = null;
  /** What is done where a way leads; the part that is shown puts it in. */
  readonly ways: Partial<Record<Way, () => unknown>> = {};
  /** Puts the hands back on the row under discussion, or on the part, so that the next key is meant for that. */
  handsBack: (() => void) | null = null;
  /** Whatever is unfolded in the place of a part is left by the key that leaves. */
  leaver: (() => void) | null = null;

  /** Leads the hands to where something is done, whatever part that stands in. */
  async lead(way: Way): Promise<void> {
    this.go(PART_OF_WAY[way]);
    await tick();
    this.handsBack?.();
    const act = this.ways[way];
    if (act) await act();
    else if (this.readOnly) this.app.say(this.readOnly);
  }

  /** Records what is being entered: the form of the part, else the verdict. Whether a verdict was recorded. */
  async save(): Promise<boolean> {
    if (isFindingPart(this.part)) return this.verdict.save();
    await this.saver?.();
    return false;
  }

  /** The window turns to something else: what is typed stays as it is, and nothing else of the case is held, for thousands of
   *  findings are much. */
  leave(): void {
    this.verdict.hold();
    this.opinion.hold();
    if (this.app.desk === this) this.app.desk = null;
    this.#left = true;
    clearTimeout(this.#rest);
    this.view = null;
    this.detail = null;
    this.picked = new Set();
  }

  /** To the place where a gap is filled. */
  fill(code: GapCode, findings: readonly string[]): void {
    if (!this.view) return;
    // It stands above every part.
    if (code === 'readsOtherwise' && this.view.readAnew) return this.rereading.call();
    const part = partOfGap(code, this.view, findings);
    this.go(part);
    const first = findings[0];
    if (first && isFindingPart(part)) this.show(first);
  }

  /** The next finding without verdict, after the present one first, then from the top; once the part has none left, the
   *  first of the next part that has. Answers with that part where it turned to one. */
  advance(): FindingPart | null {
    // Among the germline findings a verdict is not the end of it: the judgement of heredity comes next.
    if (this.part === 'germline' && this.row?.germline.open) return null;
    const rows = this.rows;
    const at = this.place;
    const open = (row: FindingRow) => isOpenIn(this.part, row);
    const next =
      rows.find((row, place) => place > at && open(row)) ?? rows.slice(0, Math.max(0, at)).find(open);
    if (next) {
      this.cursor = next.findingId;
      this.look();
      return null;
    }
    // Rows that are kept out of sight still wait here: nobody is led away from them.
    const { view, part: here } = this;
    if (!view || !isFindingPart(here) || findingsOf(view, here).some((row) => isOpenIn(here, row)))
      return null;
    const part = partToGoOnWith(view);
    if (!part) return null;
    this.go(part);
    const first = this.rows.find((row) => isOpenIn(part, row));
    if (first) {
      this.cursor = first.findingId;
      this.look();
    }
    return part;
  }
}

const PART_OF_WAY: Readonly<Record<Way, Part>> = {
  summary: 'meeting',
  sign: 'documents',
  finalise: 'documents',
  print: 'documents',
  explain: 'documents',
};

const KEY = Symbol('case');

export function provideDesk(desk: CaseDesk): CaseDesk {
  return setContext(KEY, desk);
}

/** The case on the table, for pieces deep inside it. */
export function useDesk(): CaseDesk {
  return getContext<CaseDesk>(KEY);
}
