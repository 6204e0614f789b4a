import type { AgendaForm } from '$lib/bindings/AgendaForm';
import type { AgendaItemView } from '$lib/bindings/AgendaItemView';
import type { AttendeeForm } from '$lib/bindings/AttendeeForm';
import type { SittingView } from '$lib/bindings/SittingView';
import type { Acts } from './acts';
import { rowOf } from './cases';
import { refusal, type FakeBackend } from './fake';
import { checkOf, MEMBERS } from './panel';

/** Acts of meetings over several cases. */
type SittingActs = Pick<
  Acts,
  | 'plan_meeting'
  | 'change_agenda'
  | 'list_meetings'
  | 'open_meeting'
  | 'state_circumstances'
  | 'arrive'
  | 'attend_for'
  | 'leave'
  | 'turn_to_case'
  | 'write_minutes'
  | 'close_case_at_meeting'
  | 'close_meeting'
>;

function item(desk: FakeBackend, form: AgendaForm, known: readonly AgendaItemView[]): AgendaItemView {
  const row = [rowOf(desk.view), ...desk.others].find((one) => one.caseId === form.caseId);
  if (!row) throw refusal('not-found', '症例が見つかりません。');
  const before = known.find((one) => one.caseId === form.caseId);
  return {
    usedSeconds: 0,
    discussed: false,
    minutes: null,
    there: [],
    partly: [],
    recorded: 'none',
    quorumMet: null,
    paediatric: null,
    grounds: [],
    opinionsAgree: null,
    reason: null,
    ...before,
    caseId: form.caseId,
    case: {
      caseNo: row.caseNo,
      version: desk.view.version,
      status: row.status,
      open: true,
      sex: row.sex,
      age: row.age,
      tumourType: row.tumourType,
      oncotree: row.oncotree,
      findings: row.findings,
      left: row.findings - row.judged,
      standing: null,
      circulation: null,
    },
    budgetMinutes: form.budgetMinutes ?? 10,
    attending: form.attending ?? 'absent',
    ownSequencing: form.ownSequencing ?? false,
  };
}

/** The meeting after something happened to it, with the quorum of those who are there. */
function settled(desk: FakeBackend, meeting: SittingView): SittingView {
  const there = meeting.presences.filter((one) => one.left === null).map((one) => one.person);
  const asked = meeting.onTable ?? meeting.agenda.find((one) => !one.discussed)?.caseId ?? null;
  const form: AttendeeForm[] = there.map((one) => ({
    name: one.name,
    qualifications: one.qualifications,
    ...(one.memberId ? { memberId: one.memberId } : {}),
  }));
  const stated = meeting.agenda.find((one) => one.caseId === asked);
  const check = checkOf({
    caseId: asked ?? '',
    expectedVersion: 1,
    mode: meeting.mode,
    heldOn: meeting.heldOn,
    attending: stated?.attending ?? 'absent',
    ownSequencing: stated?.ownSequencing ?? false,
    grounds: stated?.grounds ?? [],
    ...(stated?.paediatric == null ? {} : { paediatric: stated.paediatric }),
    ...(stated?.opinionsAgree == null ? {} : { opinionsAgree: stated.opinionsAgree }),
    attendance: form,
  });
  const quorum = asked && meeting.state !== 'closed' ? check.quorum : null;
  const after = {
    ...meeting,
    version: meeting.version + 1,
    quorum,
    quorumFor: quorum ? asked : null,
    circumstances: quorum ? check.circumstances : null,
    agenda: meeting.agenda.map((one) =>
      one.caseId === meeting.onTable ? { ...one, there: there.map((person) => person.name) } : one,
    ),
  };
  desk.meetings = [...desk.meetings.filter((one) => one.meetingId !== after.meetingId), after];
  return after;
}

function change(
  desk: FakeBackend,
  args: { meetingId: string; expectedVersion: number },
  how: (meeting: SittingView) => SittingView,
): SittingView {
  const meeting = open(desk, args.meetingId);
  if (meeting.version !== args.expectedVersion) throw refusal('stale', '開催の記録が更新されています。');
  if (meeting.state === 'closed') throw refusal('refused', 'この開催は終了しています。');
  return settled(desk, how(meeting));
}

function open(desk: FakeBackend, id: string): SittingView {
  const meeting = desk.meetings.find((one) => one.meetingId === id);
  if (!meeting) throw refusal('not-found', '開催が見つかりません。');
  return meeting;
}

/** The case on the table gets the time that went by, and leaves it. */
function off(desk: FakeBackend, meeting: SittingView): SittingView {
  return {
    ...meeting,
    onTable: null,
    agenda: meeting.agenda.map((one) =>
      one.caseId === meeting.onTable
        ? { ...one, usedSeconds: one.usedSeconds + desk.seconds - desk.turnedAt }
        : one,
    ),
  };
}

export const sittings: SittingActs = {
  plan_meeting: (desk, args) =>
    settled(desk, {
      meetingId: `meeting-${desk.meetings.length + 1}`,
      version: 0,
      heldOn: args.heldOn,
      mode: args.mode,
      title: args.title ?? null,
      venue: args.venue ?? null,
      state: 'planned',
      agenda: args.agenda.map((form) => item(desk, form, [])),
      presences: [],
      onTable: null,
      quorumFor: null,
      quorum: null,
      circumstances: null,
    }),
  change_agenda: (desk, args) =>
    change(desk, args, (meeting) => ({
      ...meeting,
      heldOn: args.heldOn ?? meeting.heldOn,
      mode: args.mode ?? meeting.mode,
      title: args.title === undefined ? meeting.title : args.title || null,
      venue: args.venue === undefined ? meeting.venue : args.venue || null,
      agenda: args.agenda ? args.agenda.map((form) => item(desk, form, meeting.agenda)) : meeting.agenda,
    })),
  list_meetings: (desk) =>
    desk.meetings
      .map((one) => ({
        meetingId: one.meetingId,
        heldOn: one.heldOn,
        mode: one.mode,
        title: one.title,
        venue: one.venue,
        state: one.state,
        cases: one.agenda.length,
        budgetMinutes: one.agenda.reduce((sum, each) => sum + each.budgetMinutes, 0),
      }))
      .sort((a, b) => b.heldOn.localeCompare(a.heldOn)),
  open_meeting: (desk, args) => open(desk, args.meetingId),
  arrive: (desk, args) =>
    change(desk, args, (meeting) => ({
      ...meeting,
      state: 'underWay',
      presences: [
        ...meeting.presences,
        ...args.people.map((person, at) => {
          const member = MEMBERS.find((one) => one.memberId === person.memberId);
          return {
            presence: meeting.version * 100 + at,
            person: {
              memberId: person.memberId ?? null,
              name: person.name ?? member?.name ?? '',
              institution: person.institution ?? null,
              qualifications: person.qualifications ?? member?.qualifications ?? [],
              institutionKind: null,
              field: null,
              fullTime: null,
              role: null,
            },
            attendingFor: args.attendingFor ?? [],
            arrived: '14:05',
            left: null,
          };
        }),
      ],
    })),
  state_circumstances: (desk, args) =>
    change(desk, args, (meeting) => ({
      ...meeting,
      agenda: meeting.agenda.map((one) =>
        one.caseId === args.caseId
          ? {
              ...one,
              attending: args.attending,
              ownSequencing: args.ownSequencing ?? false,
              paediatric: args.paediatric ?? null,
              grounds: args.grounds ?? [],
              opinionsAgree: args.opinionsAgree ?? null,
              reason: args.reason ?? null,
            }
          : one,
      ),
    })),
  attend_for: (desk, args) =>
    change(desk, args, (meeting) => ({
      ...meeting,
      presences: meeting.presences.map((one) =>
        one.presence === args.presence ? { ...one, attendingFor: args.cases } : one,
      ),
    })),
  leave: (desk, args) =>
    change(desk, args, (meeting) => ({
      ...meeting,
      presences: meeting.presences.map((one) =>
        args.presences.includes(one.presence) ? { ...one, left: '14:30' } : one,
      ),
    })),
  turn_to_case: (desk, args) =>
    change(desk, args, (meeting) => {
      const cleared = off(desk, meeting);
      desk.turnedAt = desk.seconds;
      return {
        ...cleared,
        state: 'underWay',
        onTable: args.caseId ?? null,
        agenda: cleared.agenda.map((one) => (one.caseId === args.caseId ? { ...one, discussed: true } : one)),
      };
    }),
  write_minutes: (desk, args) =>
    change(desk, args, (meeting) => ({
      ...meeting,
      agenda: meeting.agenda.map((one) =>
        one.caseId === args.caseId ? { ...one, minutes: args.minutes || null } : one,
      ),
    })),
  close_case_at_meeting: (desk, args) =>
    change(desk, { meetingId: args.meetingId, expectedVersion: args.meetingVersion }, (meeting) => {
      const met = meeting.quorum?.met ?? false;
      const cleared = off(desk, meeting);
      return {
        ...cleared,
        agenda: cleared.agenda.map((one) =>
          one.caseId === args.caseId ? { ...one, recorded: 'same', quorumMet: met } : one,
        ),
      };
    }),
  close_meeting: (desk, args) =>
    change(desk, args, (meeting) => ({ ...off(desk, meeting), state: 'closed' })),
};
