import type { Stance } from '$lib/bindings/Stance';
import type { MemberView } from '$lib/bindings/MemberView';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { isDay } from '$lib/format/date';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';
import { anythingSaid, saidArgs, unsaid, type Said } from './said';

/** A view of the case as a whole, of the member who is signed in or typed for another. */
export class CaseOpinionForm {
  stance = $state<Stance | ''>('');
  said = $state<Said>(unsaid());
  readonly words = new Typed<CaseOpinionForm>(this, ['stance', 'said']);
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);

  constructor(private readonly desk: CaseDesk) {}

  get dirty(): boolean {
    return this.stance !== '' || anythingSaid(this.said);
  }

  async save(): Promise<boolean> {
    if (!this.stance || this.busy) return false;
    this.busy = true;
    const done = await this.desk.change(
      'give_case_opinion',
      { stance: this.stance, ...saidArgs(this.said) },
      (refusal) => (this.errors = refusal.fields),
    );
    this.busy = false;
    if (done) {
      this.stance = '';
      this.said = unsaid();
      this.errors = {};
    }
    return done;
  }
}

/** Who is asked for an opinion, and by when. */
export class AskForm {
  members = $state.raw<MemberView[]>([]);
  chosen = $state.raw<string[]>([]);
  due = $state('');
  error = $state<string | null>(null);
  busy = $state(false);

  constructor(private readonly desk: CaseDesk) {
    const agreement = desk.view?.agreement;
    this.chosen = agreement?.asked.map((one) => one.memberId) ?? [];
    this.due = agreement?.due ?? '';
  }

  async learn(): Promise<void> {
    this.members = (await this.desk.app.read('members', {})) ?? [];
  }

  toggle(memberId: string): void {
    this.chosen = this.chosen.includes(memberId)
      ? this.chosen.filter((one) => one !== memberId)
      : [...this.chosen, memberId];
  }

  async save(): Promise<boolean> {
    if (this.busy) return false;
    this.error = given(this.due) && !isDay(this.due.trim()) ? speech.t.overview.badDate : null;
    if (this.error) return false;
    this.busy = true;
    const done = await this.desk.change('ask_opinions', {
      members: this.chosen,
      ...(given(this.due) ? { due: given(this.due)! } : {}),
    });
    this.busy = false;
    return done;
  }
}
