import type { AttendingPart } from '$lib/bindings/AttendingPart';
import type { MeetingMode } from '$lib/bindings/MeetingMode';
import type { DraftSpot } from '$lib/drafts/drafts.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { given } from '$lib/format/text';
import { choiceOf, stated, type Stating } from '$lib/meeting/circumstances';
import type { MeetingDesk } from './meeting-desk.svelte';

/** What people state of the case that is shown, for the rules of the meeting. */
export class StatingForm implements Stating {
  attending = $state<AttendingPart>('absent');
  ownSequencing = $state(false);
  paediatric = $state('known');
  opinionsAgree = $state('known');
  grounds = $state.raw<string[]>([]);
  reason = $state('');
  readonly #caseId: string;
  readonly words: Typed<StatingForm>;

  constructor(private readonly desk: MeetingDesk) {
    const item = desk.item;
    this.#caseId = desk.shown ?? '';
    if (item) {
      this.attending = item.attending;
      this.ownSequencing = item.ownSequencing;
      this.paediatric = choiceOf(item.paediatric);
      this.opinionsAgree = choiceOf(item.opinionsAgree);
      this.grounds = item.grounds;
      this.reason = item.reason ?? '';
    }
    this.words = new Typed<StatingForm>(this, [
      'attending',
      'ownSequencing',
      'paediatric',
      'opinionsAgree',
      'grounds',
      'reason',
    ]);
  }

  get spot(): DraftSpot {
    return this.desk.spot('circumstances', this.#caseId);
  }

  get mode(): MeetingMode {
    return this.desk.view?.mode ?? 'realTime';
  }
  get check(): Stating['check'] {
    const view = this.desk.view;
    if (!view?.circumstances || view.quorumFor !== this.desk.shown) return null;
    const age = this.desk.item?.case.age ?? null;
    return { quorum: view.quorum, circumstances: view.circumstances, age, paediatricBelow: null };
  }
  get told() {
    const reason = given(this.reason);
    return {
      caseId: this.#caseId,
      attending: this.attending,
      ...stated(this),
      ...(reason ? { reason } : {}),
    };
  }
  get dirty(): boolean {
    return this.words.dirty;
  }

  /** Whether nothing is left to record. */
  async save(): Promise<boolean> {
    if (!this.dirty) return true;
    const told = this.told;
    const done = await this.desk.change('state_circumstances', told);
    if (!done) return false;
    this.words.begin();
    this.desk.app.drafts.drop(this.spot.place);
    return true;
  }
}
