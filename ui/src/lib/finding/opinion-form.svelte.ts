import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { anythingSaid, saidArgs, unsaid, type Said } from '$lib/agreement/said';

interface OpinionDraft extends Said {
  class: string;
}
const empty = (): OpinionDraft => ({ class: '', ...unsaid() });

/** The opinion of the member who is signed in. Kept with its finding until recorded. */
export class OpinionForm {
  draft = $state<OpinionDraft>(empty());
  busy = $state(false);
  #key = '';
  #kept = new Map<string, OpinionDraft>();

  constructor(private readonly desk: CaseDesk) {}

  get dirty(): boolean {
    return this.draft.class !== '' || anythingSaid(this.draft);
  }

  follow(): void {
    const key = this.desk.cursor ?? '';
    if (key === this.#key) return;
    if (this.#key && this.dirty) this.#kept.set(this.#key, { ...this.draft });
    this.#key = key;
    this.draft = this.#kept.get(key) ?? empty();
    this.#kept.delete(key);
    this.touched();
  }

  touched(): void {
    this.desk.app.holdUnsaved('opinion', this.#kept.size + (this.dirty ? 1 : 0));
  }

  async save(scale: string): Promise<boolean> {
    const findingId = this.desk.cursor;
    if (!findingId || !this.dirty || this.busy) return false;
    this.busy = true;
    const { class: chosen } = this.draft;
    const done = await this.desk.change('give_opinion', {
      findingId,
      ...(chosen ? { scale, class: chosen } : {}),
      ...saidArgs(this.draft),
    });
    this.busy = false;
    if (done) {
      this.draft = empty();
      this.touched();
    }
    return done;
  }
}
