import type { ArgsOf, CommandName, Refusal } from '$lib/backend/backend';
import type { AgendaItemView } from '$lib/bindings/AgendaItemView';
import type { MeetingView } from '$lib/bindings/MeetingView';
import { placeIn, type DraftSpot } from '$lib/drafts/drafts.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Commands that change one meeting by its version. */
export type MeetingChange =
  | 'change_agenda'
  | 'state_circumstances'
  | 'arrive'
  | 'attend_for'
  | 'leave'
  | 'turn_to_case'
  | 'write_minutes'
  | 'close_meeting';
type What<N extends CommandName> = Omit<ArgsOf<N>, 'meetingId' | 'expectedVersion'>;

/** A meeting under way: what is on the table, for how long, who is there, and the minutes being typed. */
export class MeetingDesk {
  view = $state.raw<MeetingView | null>(null);
  panel = $state<'minutes' | 'attendance' | 'stated' | null>(null);
  /** Minutes of the case that is shown, as typed. */
  minutes = $state('');
  readonly #words = new Typed<MeetingDesk>(this, ['minutes']);
  busy = $state(false);
  /** Records what is stated of the shown case and not recorded yet; set while that is open. */
  saveStated: (() => Promise<boolean>) | null = null;
  /** The case that the window shows. */
  shown = $state<string | null>(null);
  #now = $state(0);
  #came = 0;

  constructor(
    readonly app: App,
    readonly meetingId: string,
    /** Milliseconds of a clock that never goes back. */
    private readonly clock: () => number = () => performance.now(),
  ) {}

  async load(): Promise<void> {
    const view = await this.app.read('open_meeting', { meetingId: this.meetingId });
    if (view) this.take(view);
  }

  take(view: MeetingView): void {
    const typed = this.unsaved;
    this.view = view;
    this.#came = this.clock();
    this.#now = this.#came;
    if (!typed) this.#recorded();
    this.#hold();
  }

  /** Lets the time on the screen go on. */
  tick(): void {
    this.#now = this.clock();
  }

  /** The shown case's place on the agenda. */
  get item(): AgendaItemView | null {
    return this.view?.agenda.find((one) => one.caseId === this.shown) ?? null;
  }
  get at(): number {
    return this.view?.agenda.findIndex((one) => one.caseId === this.shown) ?? -1;
  }
  get onTable(): boolean {
    return this.shown !== null && this.view?.onTable === this.shown;
  }

  /** Seconds used by a case: what the desk told, and what went by since on the table. */
  seconds(item: AgendaItemView): number {
    const running = this.view?.onTable === item.caseId;
    return item.usedSeconds + (running ? Math.max(0, Math.floor((this.#now - this.#came) / 1000)) : 0);
  }
  isOver(item: AgendaItemView): boolean {
    return this.seconds(item) > item.budgetMinutes * 60;
  }

  get unsaved(): boolean {
    return this.item !== null && this.minutes.trim() !== (this.item.minutes ?? '');
  }
  /** Shows the minutes as they are recorded. */
  #recorded(): void {
    this.minutes = this.item?.minutes ?? '';
    this.#words.begin();
  }
  /** Where something typed about a case at this meeting belongs. */
  spot(form: 'minutes' | 'circumstances', caseId: string): DraftSpot {
    const { view } = this;
    const caseNo = view?.agenda.find((one) => one.caseId === caseId)?.case.caseNo;
    return {
      place: placeIn('meeting', this.meetingId, form, caseId),
      name: [view?.heldOn, view?.title].filter(Boolean).join(' '),
      about: caseNo ? { ja: caseNo, en: caseNo } : null,
    };
  }
  #hold(): void {
    if (!this.shown || !this.item) return;
    this.app.drafts.hold(this.spot('minutes', this.shown), this.unsaved ? this.#words.typed : null);
  }
  type(words: string): void {
    this.minutes = words;
    this.#hold();
  }

  /** The one way to change the meeting. A change made elsewhere in between is never overwritten. */
  async change<N extends MeetingChange>(name: N, what: What<N>): Promise<boolean> {
    return this.#record(name, (view) => ({
      meetingId: this.meetingId,
      expectedVersion: view.version,
      ...what,
    }));
  }

  async #record(
    name: MeetingChange | 'close_case_at_meeting',
    args: (view: MeetingView) => object,
  ): Promise<boolean> {
    const view = this.view;
    if (!view || this.busy) return false;
    this.busy = true;
    try {
      this.take((await this.app.record(name, args(view) as never)) as MeetingView);
      return true;
    } catch (thrown) {
      if ((thrown as Refusal).code === 'stale') {
        await this.load();
        this.app.say(speech.t.meetings.stale);
      } else this.app.show(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Records what was typed of the shown case, before another takes its place. */
  async #settle(): Promise<boolean> {
    return (await this.saveMinutes()) && ((await this.saveStated?.()) ?? true);
  }

  async saveMinutes(): Promise<boolean> {
    if (!this.unsaved || !this.shown) return true;
    return this.change('write_minutes', { caseId: this.shown, minutes: this.minutes.trim() });
  }

  /** Shows a case and puts it on the table, where the member may. What was typed so far is recorded first. */
  async turnTo(caseId: string): Promise<void> {
    if (!(await this.#settle())) return;
    const open = this.view?.state !== 'closed' && this.app.may('turn_to_case');
    if (open && this.view?.onTable !== caseId && !(await this.change('turn_to_case', { caseId }))) return;
    this.show(caseId);
  }

  show(caseId: string): void {
    this.shown = caseId;
    this.#recorded();
    const kept = this.item && this.app.drafts.at(this.spot('minutes', caseId).place);
    if (kept) this.#words.resume(kept.typed);
    this.app.place = { at: 'case', caseId };
  }

  /** The next or previous case of the agenda. */
  async step(by: 1 | -1): Promise<void> {
    const next = this.view?.agenda[this.at + by];
    if (next) await this.turnTo(next.caseId);
    else this.app.say(by > 0 ? speech.t.meetings.last : speech.t.meetings.first);
  }

  async pause(): Promise<void> {
    if (this.view?.onTable) await this.change('turn_to_case', {});
    else if (this.shown) await this.turnTo(this.shown);
  }

  /** Records the meeting with the case that is shown: who was there, the quorum, the minutes. */
  async closeCase(version: number): Promise<boolean> {
    const caseId = this.shown;
    if (!caseId || !(await this.#settle())) return false;
    const done = await this.#record('close_case_at_meeting', (view) => ({
      meetingId: this.meetingId,
      meetingVersion: view.version,
      caseId,
      expectedVersion: version,
    }));
    if (done) this.app.say(speech.t.meetings.doneSaid(this.item?.case.caseNo ?? ''));
    return done;
  }

  /** Takes the meeting onto the screen: large type, the case on the table or the first that is left. */
  async begin(): Promise<void> {
    const view = this.view;
    if (!view) return;
    const first = view.agenda.find((one) => !one.discussed) ?? view.agenda[0];
    const caseId = view.onTable ?? first?.caseId;
    if (!caseId) return;
    this.app.project(this);
    if (view.state === 'closed') this.show(caseId);
    else await this.turnTo(caseId);
    // A meeting that may not begin yet says why, and stays where it was planned.
    if (this.shown === null) this.app.project(null);
  }
}

/** `12:05` of minutes and seconds. */
export function lasted(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
