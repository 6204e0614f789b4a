import type { GapCode } from '$lib/bindings/GapCode';
import { getContext, setContext } from 'svelte';
import type { ArgsOf, CaseChange, Refusal } from '$lib/backend/backend';
import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingDetailView } from '$lib/bindings/FindingDetailView';
import type { DraftForm } from '$lib/bindings/DraftForm';
import type { FindingRow } from '$lib/bindings/FindingRow';
import { placeIn, type DraftSpot } from '$lib/drafts/drafts.svelte';
import { OpinionForm } from '$lib/finding/opinion-form.svelte';
import { matches, ordered, type Order } from '$lib/finding/order';
import { Rereading } from '$lib/finding/rereading.svelte';
import { VerdictForm } from '$lib/finding/verdict-form.svelte';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { findingsOf, isFindingPart, isOpen, partOf, partOfGap, type Part } from './parts';

/** What a change of the case needs beside the case and its version, which are added here. */
export type Change<N extends CaseChange> = Omit<ArgsOf<N>, 'caseId' | 'expectedVersion'>;

/** A case on the table: its view, where people are in it, and the one way to change it. */
export class CaseDesk {
  view = $state.raw<CaseView | null>(null);
  part = $state<Part>('overview');
  /** Finding under discussion. */
  cursor = $state<string | null>(null);
  /** The event of the journal after which the case is shown, where that is not now. */
  atSeq = $state<number | undefined>(undefined);
  /** Whether the detail stands open where it slides over. */
  open = $state(false);
  picked = $state.raw<ReadonlySet<string>>(new Set());
  detail = $state.raw<FindingDetailView | null>(null);
  filter = $state('');
  order = $state<Order>('needs');
  /** The case changed under us; said until the next record. */
  stale = $state(false);
  /** Dialogs that belong to the case as a whole. */
  dialog = $state<'recommend' | 'nothing' | 'refer' | 'source' | 'enter' | null>(null);
  readonly verdict: VerdictForm;
  readonly opinion: OpinionForm;
  readonly rereading: Rereading;
  #ids = $state.raw<string[]>([]);
  #asked = 0;

  constructor(
    readonly app: App,
    readonly caseId: string,
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
    const first = this.view === null;
    this.view = view;
    if (first || this.#ids.length === 0) this.#sort();
    if (this.cursor && !view.findings.some((row) => row.findingId === this.cursor)) this.cursor = null;
    this.verdict.follow();
    this.opinion.follow();
    this.rereading.follow();
  }

  /** Findings of the part in their standing order. */
  get rows(): FindingRow[] {
    const view = this.view;
    if (!view || !isFindingPart(this.part)) return [];
    const byId = new Map(findingsOf(view, this.part).map((row) => [row.findingId, row]));
    const standing = this.#ids.flatMap((id) => byId.get(id) ?? []);
    const late = [...byId.values()].filter((row) => !this.#ids.includes(row.findingId));
    const filter = this.filter.trim();
    const all = late.length ? [...standing, ...late] : standing;
    return filter ? all.filter((row) => matches(row, filter)) : all;
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
    const row = this.view?.findings.find((one) => one.findingId === item);
    const change = row && (row.changeInWords ?? { ja: row.change, en: row.change });
    const about = change ? { ja: `${row.subject} ${change.ja}`, en: `${row.subject} ${change.en}` } : null;
    return { place: placeIn('case', this.caseId, form, item), name: this.view?.caseNo ?? '', about };
  }

  get row(): FindingRow | null {
    return this.view?.findings.find((row) => row.findingId === this.cursor) ?? null;
  }

  get readOnly(): string | undefined {
    if (!this.view) return undefined;
    if (this.view.past) return speech.t.strip.past;
    if (!this.view.open) return speech.t.verdict.finalised;
    return undefined;
  }

  go(part: Part): void {
    if (part !== this.part) {
      this.part = part;
      this.filter = '';
      this.picked = new Set();
      this.open = false;
      this.#sort();
      this.cursor = this.rows[0]?.findingId ?? null;
      this.look();
    }
  }

  /** The next or previous part. */
  step(by: number, parts: readonly Part[]): void {
    const next = parts[parts.indexOf(this.part) + by];
    if (next) this.go(next);
  }

  sortBy(order: Order): void {
    this.order = order;
    this.#sort();
  }

  #sort(): void {
    if (this.view && isFindingPart(this.part))
      this.#ids = ordered(findingsOf(this.view, this.part), this.order);
  }

  /** Puts the discussion on a finding, in whichever part it stands. */
  show(findingId: string): void {
    const row = this.view?.findings.find((row) => row.findingId === findingId);
    if (!row) return;
    if (!isFindingPart(this.part) || !this.rows.some((row) => row.findingId === findingId))
      this.go(partOf(row));
    this.cursor = findingId;
    this.open = true;
    this.look();
  }

  move(by: number): void {
    const rows = this.rows;
    if (rows.length === 0) return;
    const at = rows.findIndex((row) => row.findingId === this.cursor);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next && next.findingId !== this.cursor) {
      this.cursor = next.findingId;
      this.look();
    }
  }

  pick(findingId: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(findingId)) picked.add(findingId);
    this.picked = picked;
    this.verdict.follow();
  }
  pickAllOpen(): void {
    this.picked = new Set(this.rows.filter(isOpen).map((row) => row.findingId));
    this.verdict.follow();
  }
  pickNone(): void {
    this.picked = new Set();
    this.verdict.follow();
  }

  /** Findings that the verdict form speaks of: those picked, else the one under discussion. */
  get subjects(): string[] {
    if (this.picked.size > 0) return [...this.picked];
    return this.cursor ? [this.cursor] : [];
  }

  /** Fetches what the right side shows. Only the newest question is answered. */
  look(): void {
    this.verdict.follow();
    this.opinion.follow();
    void this.refreshDetail();
  }

  async refreshDetail(): Promise<void> {
    const findingId = this.cursor;
    const asked = ++this.#asked;
    if (!findingId) {
      this.detail = null;
      return;
    }
    const detail = await this.app.read('finding_detail', { caseId: this.caseId, findingId });
    if (asked === this.#asked) this.detail = detail;
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

  /** Records what is being entered: the form of the part, else the verdict. */
  async save(): Promise<void> {
    if (isFindingPart(this.part)) await this.verdict.save();
    else await this.saver?.();
  }

  /** The window turns to something else: what is typed stays as it is. */
  leave(): void {
    this.verdict.hold();
    this.opinion.hold();
    if (this.app.desk === this) this.app.desk = null;
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

  /** The next finding without verdict, after the present one first, then from the top. */
  advance(): void {
    const rows = this.rows;
    const at = rows.findIndex((row) => row.findingId === this.cursor);
    const next = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(isOpen);
    if (next) {
      this.cursor = next.findingId;
      this.look();
    }
  }
}

/** The part in which a form stands; a finding's own stand beside it. */
const PART_OF_DRAFT: Readonly<Record<DraftForm, Part | 'finding'>> = {
  verdict: 'finding',
  germline: 'finding',
  ccatVerdict: 'finding',
  finding: 'overview',
  opinion: 'finding',
  caseOpinion: 'agreement',
  recommendation: 'treatment',
  referral: 'treatment',
  referralStep: 'treatment',
  meetingRecord: 'meeting',
  minutes: 'meeting',
  circumstances: 'meeting',
  summary: 'meeting',
  explanation: 'documents',
  details: 'overview',
  readings: 'overview',
  amendment: 'documents',
};
const DIALOG_OF_DRAFT: Partial<Record<DraftForm, CaseDesk['dialog']>> = {
  finding: 'enter',
  recommendation: 'recommend',
  referral: 'refer',
};

const KEY = Symbol('case');

export function provideDesk(desk: CaseDesk): CaseDesk {
  return setContext(KEY, desk);
}

/** The case on the table, for pieces deep inside it. */
export function useDesk(): CaseDesk {
  return getContext<CaseDesk>(KEY);
}
