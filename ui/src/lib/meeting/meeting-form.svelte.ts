import type { AttendingPart } from '$lib/bindings/AttendingPart';
import type { CcatSecondaryFinding } from '$lib/bindings/CcatSecondaryFinding';
import type { MeetingMode } from '$lib/bindings/MeetingMode';
import type { Qualification } from '$lib/bindings/Qualification';
import type { TumourGroup } from '$lib/bindings/TumourGroup';
import type { UsableDrug } from '$lib/bindings/UsableDrug';
import type { Refusal } from '$lib/backend/backend';
import type { UsualAttendanceView } from '$lib/bindings/UsualAttendanceView';
import type { AttendeeView } from '$lib/bindings/AttendeeView';
import type { AttendeeForm } from '$lib/bindings/AttendeeForm';
import type { MeetingRecordView } from '$lib/bindings/MeetingRecordView';
import type { MemberView } from '$lib/bindings/MemberView';
import type { QuorumCheckView } from '$lib/bindings/QuorumCheckView';
import type { RecordMeeting } from '$lib/bindings/RecordMeeting';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { isDay, isoDay } from '$lib/format/date';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';
import { choiceOf, stated, type Stating } from './circumstances';

export interface Guest {
  name: string;
  institution: string;
  qualifications: Qualification[];
  field: string;
  /** What the window does not ask for is kept as it was recorded. */
  rest: Pick<AttendeeForm, 'institutionKind' | 'fullTime' | 'role'>;
}

interface Omission {
  tumour: TumourGroup | '';
  ccatSecondaryFinding: CcatSecondaryFinding | '';
  usableDrug: UsableDrug | '';
}

/** What is told of a meeting, beside which case it belongs to. */
type Told = Omit<RecordMeeting, 'caseId' | 'expectedVersion'>;

const TYPED = [
  'heldOn',
  'mode',
  'reason',
  'attending',
  'minutes',
  'present',
  'guests',
  'ownSequencing',
  'paediatric',
  'opinionsAgree',
  'grounds',
  'omission',
] as const;

/** The meeting as it is being written down: how, when, who was there. */
export class MeetingForm implements Stating {
  heldOn = $state('');
  mode = $state<MeetingMode>('realTime');
  reason = $state('');
  attending = $state<AttendingPart>('present');
  minutes = $state('');
  present = $state.raw<string[]>([]);
  guests = $state<Guest[]>([]);
  members = $state.raw<MemberView[]>([]);
  error = $state<string | null>(null);
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);
  /** Where those who are ticked were taken from, until a person has recorded the meeting. */
  preset = $state.raw<UsualAttendanceView | null>(null);
  /** What the form begins with is known: what is typed can be told from it. */
  ready = $state(false);
  ownSequencing = $state(false);
  paediatric = $state('known');
  opinionsAgree = $state('known');
  grounds = $state.raw<string[]>([]);
  /** What the omission of the panel rests on, by code; empty where nobody has said. */
  omission = $state<Omission>({ tumour: '', ccatSecondaryFinding: '', usableDrug: '' });
  /** Whether the meeting, as it is being written down, is quorate. */
  check = $state.raw<QuorumCheckView | null>(null);
  /** Why that cannot be told. */
  checkProblem = $state<string | null>(null);
  #asked = 0;
  readonly words: Typed<MeetingForm>;

  constructor(
    private readonly desk: CaseDesk,
    today: Date,
  ) {
    this.#fill(desk.view?.meeting ?? null, today);
    this.words = new Typed<MeetingForm>(this, TYPED);
  }

  get dirty(): boolean {
    return this.words.dirty;
  }

  async learnMembers(): Promise<void> {
    this.members = (await this.desk.app.read('members', {})) ?? [];
  }

  /** Ticks who is likely to be there, where nothing is recorded and nothing typed. It stands as a preset, and is recorded by a
   *  person or not at all. */
  async begin(closed: boolean): Promise<void> {
    const { desk } = this;
    if (!closed && !desk.view?.meeting) {
      const usual = await desk.app.read('usual_attendance', { caseId: desk.caseId });
      if (usual && usual.attendance.length > 0 && !desk.view?.meeting && !this.dirty) {
        this.#attended(usual.attendance);
        this.preset = usual;
        this.words.begin();
      }
    }
    this.ready = true;
  }
  presetAway(): void {
    this.present = [];
    this.guests = [];
    this.preset = null;
  }

  toggle(memberId: string): void {
    this.present = this.present.includes(memberId)
      ? this.present.filter((one) => one !== memberId)
      : [...this.present, memberId];
  }
  addGuest(): void {
    this.guests.push({ name: '', institution: '', qualifications: [], field: '', rest: {} });
  }
  removeGuest(index: number): void {
    this.guests.splice(index, 1);
  }
  toggleGuest(guest: Guest, requirement: Qualification): void {
    guest.qualifications = guest.qualifications.includes(requirement)
      ? guest.qualifications.filter((one) => one !== requirement)
      : [...guest.qualifications, requirement];
  }

  get told(): Told {
    return {
      mode: this.mode,
      ...(this.mode === 'omitted' ? {} : { attending: this.attending }),
      attendance: [
        ...this.present.map((memberId) => ({ memberId })),
        ...this.guests
          .filter((one) => one.name.trim())
          .map((one) => ({
            name: one.name.trim(),
            ...(given(one.institution) ? { institution: given(one.institution)! } : {}),
            ...(one.qualifications.length ? { qualifications: [...one.qualifications] } : {}),
            ...(given(one.field) ? { field: given(one.field)! } : {}),
            ...one.rest,
          })),
      ],
      ...stated(this),
      ...(this.mode === 'omitted' ? said(this.omission) : {}),
      ...(given(this.heldOn) ? { heldOn: given(this.heldOn)! } : {}),
      ...(given(this.reason) ? { reason: given(this.reason)! } : {}),
      ...(given(this.minutes) ? { minutes: given(this.minutes)! } : {}),
    };
  }

  args(): Told | null {
    this.errors = {};
    this.error = null;
    if (given(this.heldOn) && !isDay(this.heldOn.trim())) this.errors = { heldOn: speech.t.overview.badDate };
    const told = this.told;
    if (told.attendance.length === 0 && this.mode !== 'omitted') this.error = speech.t.meeting.nobody;
    return this.error || Object.keys(this.errors).length > 0 ? null : told;
  }

  /** Asks the desk whether the meeting would be quorate. The last question's answer counts. */
  async assess(): Promise<void> {
    const view = this.desk.view;
    if (!view || (given(this.heldOn) && !isDay(this.heldOn.trim()))) return;
    const asked = ++this.#asked;
    try {
      const args = { caseId: this.desk.caseId, expectedVersion: view.version, ...this.told };
      const check = await this.desk.app.backend.call('assess_quorum', args);
      if (asked !== this.#asked) return;
      this.check = check;
      this.checkProblem = null;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.check = null;
      this.checkProblem = (thrown as Refusal).message;
    }
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
      this.preset = null;
      this.words.begin();
      this.desk.app.say(speech.t.meeting.saved);
    }
    return done;
  }

  #fill(meeting: MeetingRecordView | null, today: Date): void {
    this.heldOn = meeting?.heldOn ?? isoDay(today);
    if (!meeting) return;
    this.mode = meeting.mode;
    this.reason = meeting.reason ?? '';
    this.attending = meeting.attending;
    this.minutes = meeting.minutes ?? '';
    this.#attended(meeting.attendance);
    const known = meeting.circumstances;
    if (!known) return;
    this.ownSequencing = known.ownSequencing;
    this.paediatric = choiceOf(known.paediatricByAge ? null : known.paediatric);
    this.opinionsAgree = choiceOf(known.opinionsByRecord ? null : known.opinionsAgree);
    this.grounds = known.grounds;
    this.omission = {
      tumour: known.tumour ?? '',
      ccatSecondaryFinding: known.ccatSecondaryFinding ?? '',
      usableDrug: known.usableDrug ?? '',
    };
  }

  #attended(attendance: readonly AttendeeView[]): void {
    this.present = attendance.flatMap((one) => one.memberId ?? []);
    this.guests = attendance
      .filter((one) => one.memberId === null)
      .map((one) => ({
        name: one.name,
        institution: one.institution ?? '',
        qualifications: [...one.qualifications],
        field: one.field ?? '',
        rest: {
          ...(one.institutionKind === null ? {} : { institutionKind: one.institutionKind }),
          ...(one.fullTime === null ? {} : { fullTime: one.fullTime }),
          ...(one.role === null ? {} : { role: one.role }),
        },
      }));
  }
}

/** What people have said; what nobody has said is left out. */
function said({ tumour, ccatSecondaryFinding, usableDrug }: Omission) {
  return {
    ...(tumour ? { tumour } : {}),
    ...(ccatSecondaryFinding ? { ccatSecondaryFinding } : {}),
    ...(usableDrug ? { usableDrug } : {}),
  };
}
