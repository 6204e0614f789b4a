import type { CaseDesk } from '$lib/case/case-desk.svelte';
import type { DraftSpot } from '$lib/drafts/drafts.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { anythingSaid, saidArgs, unsaid, type Said } from '$lib/agreement/said';

interface OpinionDraft extends Said {
  class: string;
}
const empty = (): OpinionDraft => ({ class: '', ...unsaid() });

/** The opinion of the member who is signed in. Kept as a draft of its finding until it is recorded. */
export class OpinionForm {
  draft = $state<OpinionDraft>(empty());
  busy = $state(false);
  #key = $state('');
  readonly words = new Typed<OpinionForm>(this, ['draft']);

  constructor(private readonly desk: CaseDesk) {}

  get dirty(): boolean {
    return this.draft.class !== '' || anythingSaid(this.draft);
  }

  follow(): void {
    const key = this.desk.cursor ?? '';
    if (key === this.#key) return;
    this.hold();
    this.#key = key;
    this.draft = empty();
    this.words.begin();
    const kept = key && this.desk.app.drafts.at(this.desk.spot('opinion', key).place);
    if (kept) this.words.resume(kept.typed);
  }

  get spot(): DraftSpot {
    return this.desk.spot('opinion', this.#key);
  }

  /** Keeps what is typed as it stands. */
  hold(): void {
    const typed = this.words.typed;
    if (this.#key === '' || this.desk.readOnly) return;
    this.desk.app.drafts.hold(this.spot, typed);
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
      this.hold();
    }
    return done;
  }
}
