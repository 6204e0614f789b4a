import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { given, entries } from '$lib/format/text';

interface OpinionDraft {
  class: string;
  actionable: '' | 'yes' | 'no';
  concern: boolean;
  comment: string;
  suggested: string;
  /** Whose it is; empty: the own one. */
  whose: string;
}
const empty = (): OpinionDraft => ({
  class: '',
  actionable: '',
  concern: false,
  comment: '',
  suggested: '',
  whose: '',
});

/** The opinion of the member who is signed in. Kept with its finding until recorded. */
export class OpinionForm {
  draft = $state<OpinionDraft>(empty());
  busy = $state(false);
  #key = '';
  #kept = new Map<string, OpinionDraft>();

  constructor(private readonly desk: CaseDesk) {}

  get dirty(): boolean {
    const { class: chosen, actionable, concern, comment, suggested } = this.draft;
    return chosen !== '' || actionable !== '' || concern || (comment + suggested).trim() !== '';
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
    const { class: chosen, actionable, concern, comment, whose } = this.draft;
    const suggested = entries(this.draft.suggested);
    const done = await this.desk.change('give_opinion', {
      findingId,
      ...(chosen ? { scale, class: chosen } : {}),
      ...(actionable ? { actionable: actionable === 'yes' } : {}),
      ...(concern ? { germlineConcern: true } : {}),
      ...(suggested.length ? { suggested } : {}),
      ...(given(comment) ? { comment: given(comment)! } : {}),
      ...(whose ? { onBehalfOf: whose } : {}),
    });
    this.busy = false;
    if (done) {
      this.draft = empty();
      this.touched();
    }
    return done;
  }
}
