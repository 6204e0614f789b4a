import type { AttendingPart } from '$lib/bindings/AttendingPart';
import type { MeetingMode } from '$lib/bindings/MeetingMode';
import type { Refusal } from '$lib/backend/backend';
import type { AgendaCaseView } from '$lib/bindings/AgendaCaseView';
import type { AgendaForm } from '$lib/bindings/AgendaForm';
import type { CaseRowView } from '$lib/bindings/CaseRowView';
import type { MeetingView } from '$lib/bindings/MeetingView';
import { isoDay } from '$lib/format/date';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** A case on the agenda as it is being planned. */
export interface Planned {
  caseId: string;
  caseNo: string;
  tumour: string;
  budget: string;
  attending: AttendingPart;
  ownSequencing: boolean;
}

/** A meeting while it is planned: day, way, name, place, and the cases in their order. */
export class PlanForm {
  heldOn = $state('');
  mode = $state<MeetingMode>('realTime');
  title = $state('');
  venue = $state('');
  agenda = $state<Planned[]>([]);
  cursor = $state(0);
  /** Cases to choose from. */
  search = $state('');
  found = $state.raw<CaseRowView[]>([]);
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);
  #question = 0;

  constructor(
    private readonly app: App,
    private readonly known: MeetingView | null,
    today: Date = new Date(),
  ) {
    this.heldOn = known?.heldOn ?? isoDay(today);
    this.mode = known?.mode ?? 'realTime';
    this.title = known?.title ?? '';
    this.venue = known?.venue ?? '';
    this.agenda = (known?.agenda ?? []).map((one) => ({
      caseId: one.caseId,
      caseNo: one.case.caseNo,
      tumour: one.case.tumourType ?? '',
      budget: String(one.budgetMinutes),
      attending: one.attending,
      ownSequencing: one.ownSequencing,
    }));
  }

  async find(): Promise<void> {
    const question = ++this.#question;
    const page = await this.app.read('list_cases', { search: this.search, limit: 50 });
    if (page && question === this.#question) this.found = page.cases;
  }

  /** How a case of the recorded agenda stands; nothing for one that was only just added. */
  standing(caseId: string): AgendaCaseView | undefined {
    return this.known?.agenda.find((one) => one.caseId === caseId)?.case;
  }

  /** Cases that are not on the agenda yet. */
  get offered(): CaseRowView[] {
    const on = new Set(this.agenda.map((one) => one.caseId));
    return this.found.filter((row) => !on.has(row.caseId));
  }

  add(row: CaseRowView): void {
    const { caseId, caseNo } = row;
    this.agenda.push({
      caseId,
      caseNo,
      tumour: row.tumourType,
      budget: this.agenda.at(-1)?.budget ?? '',
      attending: 'absent',
      ownSequencing: false,
    });
    this.cursor = this.agenda.length - 1;
  }

  remove(at: number = this.cursor): void {
    this.agenda.splice(at, 1);
    this.cursor = Math.max(0, Math.min(this.cursor, this.agenda.length - 1));
  }

  /** Puts a case before or behind its neighbour; the cursor goes along. */
  shift(by: 1 | -1, at: number = this.cursor): void {
    const to = at + by;
    const one = this.agenda[at];
    if (!one || to < 0 || to >= this.agenda.length) return;
    this.agenda.splice(at, 1);
    this.agenda.splice(to, 0, one);
    this.cursor = to;
  }

  get told(): AgendaForm[] {
    return this.agenda.map((one) => ({
      caseId: one.caseId,
      attending: one.attending,
      ownSequencing: one.ownSequencing,
      // What is no number is left to the desk to refuse; what is empty, to what is usual.
      ...(String(one.budget ?? '').trim() ? { budgetMinutes: Math.trunc(Number(one.budget)) || 0 } : {}),
    }));
  }

  async save(): Promise<MeetingView | null> {
    if (this.busy) return null;
    this.busy = true;
    const { heldOn, mode, title, venue } = this;
    const what = { heldOn, mode, title, venue, agenda: this.told };
    try {
      const view = this.known
        ? await this.app.record('change_agenda', {
            meetingId: this.known.meetingId,
            expectedVersion: this.known.version,
            ...what,
          })
        : await this.app.record('plan_meeting', what);
      this.fields = {};
      this.app.say(speech.t.meetings.saved);
      return view;
    } catch (thrown) {
      this.fields = (thrown as Refusal).fields;
      this.app.show(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
