import type { ClassView } from '$lib/bindings/ClassView';
import type { DisclosureWish } from '$lib/bindings/DisclosureWish';
import type { LabelView } from '$lib/bindings/LabelView';
import type { Language } from '$lib/words/speech.svelte';
import { progress } from '$lib/case/parts';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import type { MeetingDesk } from '$lib/meetings/meeting-desk.svelte';

/** What everybody at the table must know of the case all the time; never who the patient is. */
export interface CaseLine {
  caseNo: string;
  pseudonym: string;
  tumour: string | null;
  oncotree: string | null;
  panel: string | null;
  wish: DisclosureWish;
  /** Findings that need a verdict, and how many of them have one. */
  judged: number;
  needed: number;
  /** The case's place on the agenda of the meeting under way. */
  meeting: { at: number; of: number } | null;
}

/** What is being chosen in the verdict bar and is not recorded; words that are being typed stay where they are typed. */
export interface Chosen {
  putOff: boolean;
  scale: string;
  scaleName: LabelView | null;
  class: ClassView | null;
}

/** What a second window is told of the case on the table: where it stands, and no finding. It asks the desk for those itself. */
export interface OnTable {
  caseId: string;
  /** The case changed where this did. */
  version: number;
  atSeq: number | null;
  line: CaseLine;
  findingId: string | null;
  chosen: Chosen | null;
  language: Language;
  dark: boolean;
}

export function lineOf(desk: CaseDesk, meeting: MeetingDesk | null): CaseLine | null {
  const view = desk.view;
  if (!view) return null;
  const { needed, left } = progress('overview', view.findings);
  const { patient } = view;
  const onAgenda = meeting?.shown === desk.caseId && meeting.view ? meeting : null;
  return {
    caseNo: view.caseNo,
    pseudonym: patient.pseudonym,
    tumour: patient.tumourType,
    oncotree: patient.oncotree,
    panel: view.test.panel,
    wish: patient.wish,
    judged: needed - left,
    needed,
    meeting: onAgenda ? { at: onAgenda.at + 1, of: onAgenda.view!.agenda.length } : null,
  };
}

export function chosenOf(desk: CaseDesk): Chosen | null {
  const { verdict } = desk;
  if (!verdict.dirty) return null;
  const { putOff, class: code } = verdict.draft;
  const found = putOff ? null : (verdict.classes.find((one) => one.code === code) ?? null);
  if (!putOff && !found) return null;
  return { putOff, class: found, scale: verdict.draft.scale, scaleName: verdict.scale?.name ?? null };
}

/** What lies on the table, for a second window; null where nothing does. */
export function onTable(
  desk: CaseDesk | null,
  meeting: MeetingDesk | null,
  look: { language: Language; dark: boolean },
): OnTable | null {
  const line = desk && lineOf(desk, meeting);
  if (!desk?.view || !line) return null;
  return {
    caseId: desk.caseId,
    version: desk.view.version,
    atSeq: desk.atSeq ?? null,
    line,
    findingId: desk.looked,
    chosen: desk.looked === desk.cursor ? chosenOf(desk) : null,
    ...look,
  };
}
