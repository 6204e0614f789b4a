import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { speech } from '$lib/words/speech.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { pendingOf, type Pending } from './reread';

/** The decision about findings that would read otherwise now. */
export class Rereading {
  /** Whether what differs is unfolded. */
  open = $state(false);
  /** Raised whenever somebody is led here, so that the hands are put on it. */
  called = $state(0);
  picked = $state.raw<ReadonlySet<string>>(new Set());
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);
  reason = $state('');
  readonly words = new Typed<Rereading>(this, ['reason']);

  constructor(private readonly desk: CaseDesk) {}

  get pending(): Pending[] {
    return pendingOf(this.desk.view?.readAnew?.findings ?? []);
  }

  /** Leads to what is to be decided. */
  call(): void {
    this.open = true;
    this.called += 1;
  }

  /** After the case changed: what no longer waits is picked no longer. */
  follow(): void {
    const ids = this.pending.map((one) => one.findingId);
    if ([...this.picked].some((id) => !ids.includes(id)))
      this.picked = new Set([...this.picked].filter((id) => ids.includes(id)));
    if (ids.length === 0) this.reason = '';
    if (!this.desk.view?.readAnew) this.open = false;
  }

  pick(findingId: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(findingId)) picked.add(findingId);
    this.picked = picked;
  }
  pickAll(): void {
    this.picked = new Set(this.pending.map((one) => one.findingId));
  }
  pickNone(): void {
    this.picked = new Set();
  }

  /** What is missing for either decision, in words. */
  get wanting(): string | undefined {
    if (this.picked.size === 0) return speech.t.readAnew.needPicked;
    return this.reason.trim() ? undefined : speech.t.readAnew.needReason;
  }

  /** Why the new reading of what is picked cannot be taken, in words. */
  get barred(): string | undefined {
    const those = this.pending.filter((one) => this.picked.has(one.findingId) && !one.canBeTaken);
    return those.length > 0 ? speech.t.readAnew.cannot(those.map((one) => one.findingId)) : undefined;
  }

  async decide(take: boolean): Promise<boolean> {
    if (this.busy || this.wanting || (take && this.barred)) return false;
    const findingIds = [...this.picked];
    this.busy = true;
    const done = await this.desk.change(
      'decide_readings',
      { findingIds, take, reason: this.reason.trim() },
      (refusal) => (this.fields = refusal.fields),
    );
    this.busy = false;
    if (!done) return false;
    this.reason = '';
    this.fields = {};
    const t = speech.t.readAnew;
    this.desk.app.say(take ? t.taken(findingIds.length) : t.kept(findingIds.length));
    return true;
  }
}
