import type { MeetingView } from '$lib/bindings/MeetingView';
import type { MemberView } from '$lib/bindings/MemberView';
import type { RecordMeeting } from '$lib/bindings/RecordMeeting';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { isDay, isoDay } from '$lib/format/date';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';

export interface Guest {
  name: string;
  institution: string;
  qualifications: string[];
}

/** The meeting as it is being written down: how, when, who was there. */
export class MeetingForm {
  heldOn = $state('');
  mode = $state('realTime');
  reason = $state('');
  attending = $state('present');
  minutes = $state('');
  present = $state.raw<string[]>([]);
  guests = $state<Guest[]>([]);
  members = $state.raw<MemberView[]>([]);
  error = $state<string | null>(null);
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);
  // A state: what is shown as unsaved must hear that it was recorded.
  #base = $state('');

  constructor(
    private readonly desk: CaseDesk,
    today: Date,
  ) {
    this.#fill(desk.view?.meeting ?? null, today);
    this.#base = this.#shape();
  }

  get dirty(): boolean {
    return this.#shape() !== this.#base;
  }

  async learnMembers(): Promise<void> {
    this.members = (await this.desk.app.read('members', {})) ?? [];
  }

  /** Who of those present meets a requirement. Only counted for the eye; the desk judges. */
  meeting(requirement: string): number {
    const ofMembers = this.members.filter(
      (one) => this.present.includes(one.memberId) && one.qualifications.includes(requirement),
    );
    return (
      ofMembers.length +
      this.guests.filter((one) => one.name.trim() && one.qualifications.includes(requirement)).length
    );
  }

  toggle(memberId: string): void {
    this.present = this.present.includes(memberId)
      ? this.present.filter((one) => one !== memberId)
      : [...this.present, memberId];
  }
  addGuest(): void {
    this.guests.push({ name: '', institution: '', qualifications: [] });
  }
  removeGuest(index: number): void {
    this.guests.splice(index, 1);
  }
  toggleGuest(guest: Guest, requirement: string): void {
    guest.qualifications = guest.qualifications.includes(requirement)
      ? guest.qualifications.filter((one) => one !== requirement)
      : [...guest.qualifications, requirement];
  }

  args(): Omit<RecordMeeting, 'caseId' | 'expectedVersion'> | null {
    this.errors = {};
    this.error = null;
    if (given(this.heldOn) && !isDay(this.heldOn.trim())) this.errors = { heldOn: speech.t.overview.badDate };
    const guests = this.guests.filter((one) => one.name.trim());
    if (this.present.length + guests.length === 0) this.error = speech.t.meeting.nobody;
    if (this.error || Object.keys(this.errors).length > 0) return null;
    return {
      mode: this.mode,
      attending: this.attending,
      attendance: [
        ...this.present.map((memberId) => ({ memberId })),
        ...guests.map((one) => ({
          name: one.name.trim(),
          ...(given(one.institution) ? { institution: given(one.institution)! } : {}),
          ...(one.qualifications.length ? { qualifications: [...one.qualifications] } : {}),
        })),
      ],
      ...(given(this.heldOn) ? { heldOn: given(this.heldOn)! } : {}),
      ...(given(this.reason) ? { reason: given(this.reason)! } : {}),
      ...(given(this.minutes) ? { minutes: given(this.minutes)! } : {}),
    };
  }

  async save(): Promise<boolean> {
    const args = this.args();
    if (!args || this.busy) return false;
    this.busy = true;
    const done = await this.desk.change('record_meeting', args, (refusal) => {
      this.errors = refusal.fields;
    });
    this.busy = false;
    if (done) {
      this.#base = this.#shape();
      this.desk.app.say(speech.t.meeting.saved);
    }
    return done;
  }

  #fill(meeting: MeetingView | null, today: Date): void {
    this.heldOn = meeting?.heldOn ?? isoDay(today);
    if (!meeting) return;
    this.mode = meeting.mode;
    this.reason = meeting.reason ?? '';
    this.attending = meeting.attending;
    this.minutes = meeting.minutes ?? '';
    this.present = meeting.attendance.flatMap((one) => one.memberId ?? []);
    this.guests = meeting.attendance
      .filter((one) => one.memberId === null)
      .map((one) => ({
        name: one.name,
        institution: one.institution ?? '',
        qualifications: [...one.qualifications],
      }));
  }
  #shape(): string {
    return JSON.stringify([
      this.heldOn,
      this.mode,
      this.reason,
      this.attending,
      this.minutes,
      this.present,
      this.guests,
    ]);
  }
}
