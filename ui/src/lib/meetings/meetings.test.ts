import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { PlanForm } from './plan.svelte';
import { lasted, MeetingDesk } from './meeting-desk.svelte';
import { StatingForm } from './stating.svelte';

const press = (key: string, more: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...more });

async function planned(n = 3) {
  const backend = await atDesk('many');
  const app = new App(backend);
  await app.start();
  const listed = await backend.aside('list_cases', { limit: n });
  const cases = listed.cases.map((row) => row.caseId);
  const view = await backend.aside('plan_meeting', {
    heldOn: '2026-11-22',
    mode: 'realTime',
    title: '第12回',
    agenda: cases.map((caseId) => ({ caseId, budgetMinutes: 5, attending: 'informationSupplied' })),
  });
  return { backend, app, cases, view };
}

describe('an agenda', () => {
  it('keeps its order while cases move, and tells the desk what was typed', async () => {
    const { app } = await planned(1);
    const form = new PlanForm(app, null, new Date(2026, 10, 22));
    await form.find();
    form.offered.slice(0, 3).forEach((row) => form.add(row));
    const [a, b, c] = form.agenda.map((one) => one.caseId);
    form.shift(-1);
    expect(form.agenda.map((one) => one.caseId)).toEqual([a, c, b]);
    form.shift(-1);
    form.shift(-1);
    expect(
      form.agenda.map((one) => one.caseId),
      'nothing goes above the first',
    ).toEqual([c, a, b]);
    expect(form.cursor, 'the cursor goes along').toBe(0);
    form.agenda[1]!.budget = '7';
    form.agenda[2]!.budget = 'soon';
    expect(form.told.map((one) => one.budgetMinutes)).toEqual([undefined, 7, 0]);
    form.remove(0);
    expect(
      form.offered.map((row) => row.caseId),
      'what is off the agenda can be chosen again',
    ).toContain(c);
  });
});

describe('the time of a case', () => {
  it('goes on while it is on the table, and says when it is over', async () => {
    const { app, view } = await planned(2);
    let now = 0;
    const desk = new MeetingDesk(app, view.meetingId, () => now);
    await desk.load();
    await desk.begin();
    now = 61_000;
    desk.tick();
    expect(lasted(desk.seconds(desk.item!))).toBe('1:01');
    expect(desk.isOver(desk.item!)).toBe(false);
    now = 301_000;
    desk.tick();
    expect(desk.isOver(desk.item!), 'five minutes were meant for it').toBe(true);
    expect(desk.seconds(desk.view!.agenda[1]!), 'the other case waits').toBe(0);
  });

  it('stands still during a break', async () => {
    const { app, view } = await planned(2);
    let now = 0;
    const desk = new MeetingDesk(app, view.meetingId, () => now);
    await desk.load();
    await desk.begin();
    await desk.pause();
    now = 60_000;
    desk.tick();
    expect(desk.seconds(desk.item!)).toBe(0);
    await desk.pause();
    expect(desk.onTable, 'the same key goes on with the case').toBe(true);
  });
});

describe('minutes', () => {
  it('typed and not recorded are recorded before the next case comes', async () => {
    const { app, view, cases } = await planned(2);
    const desk = new MeetingDesk(app, view.meetingId);
    await desk.load();
    await desk.begin();
    desk.type('治療歴を確認。');
    expect(app.drafts.count).toBe(1);
    await desk.step(1);
    expect(desk.view?.agenda[0]?.minutes).toBe('治療歴を確認。');
    expect(desk.shown).toBe(cases[1]);
    expect(desk.minutes, 'the next case has none yet').toBe('');
    expect(app.drafts.count).toBe(0);
  });

  it('are not lost when the meeting was changed elsewhere', async () => {
    const { backend, app, view } = await planned(2);
    const desk = new MeetingDesk(app, view.meetingId);
    await desk.load();
    await desk.begin();
    desk.type('治療歴を確認。');
    await backend.aside('arrive', {
      meetingId: view.meetingId,
      expectedVersion: desk.view!.version,
      people: [{ memberId: backend.members['suzuki']! }],
    });
    expect(await desk.saveMinutes()).toBe(false);
    expect(desk.minutes).toBe('治療歴を確認。');
    expect(await desk.saveMinutes(), 'the newest state was loaded').toBe(true);
  });
});

describe('a meeting in the window, without the mouse', () => {
  let backend: PipeBackend;
  let cases: string[];
  let meetingId: string;
  const meeting = () => backend.aside('open_meeting', { meetingId });
  beforeEach(async () => {
    const made = await planned(3);
    ({ backend, cases } = made);
    ({ meetingId } = made.view);
    render(Window, { props: { backend } });
    await fireEvent.click(await screen.findByTestId('go-meetings'));
    await screen.findByTestId('meetings-row');
  });

  it('is planned: cases are added and put in order by keys', async () => {
    await press('n');
    await screen.findByTestId('plan-save');
    await waitFor(() => expect(screen.getAllByTestId('agenda-add').length).toBeGreaterThan(2));
    for (let i = 0; i < 3; i++) await fireEvent.click(screen.getAllByTestId('agenda-add')[0]!);
    const order = () => screen.getAllByTestId('agenda-item').map((one) => one.dataset['case']);
    const [a, b, c] = order();
    await press('ArrowUp', { altKey: true }, screen.getAllByTestId('agenda-item')[2]!);
    expect(order()).toEqual([a, c, b]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId('agenda-item')[1]));
    await press('Delete', {}, screen.getAllByTestId('agenda-item')[1]!);
    expect(order()).toEqual([a, b]);
    await press('s', { ctrlKey: true });
    await screen.findByTestId('meetings-begin');
    const rows = await backend.aside('list_meetings', {});
    const fresh = rows.find((row) => row.meetingId !== meetingId)!;
    const { agenda } = await backend.aside('open_meeting', { meetingId: fresh.meetingId });
    expect(agenda.map((one) => one.case.caseNo)).toEqual([a, b]);
  });

  it('goes from case to case in large type, with the patient under the number alone', async () => {
    await press('Enter');
    await screen.findByTestId('meetings-begin');
    await press('p');
    const place = async (text: string) =>
      waitFor(() => expect(screen.getByTestId('meetings-place').textContent).toBe(text));
    await place(speech.t.meetings.place(1, 3));
    expect(document.documentElement.dataset['size']).toBe('projector');
    expect((await meeting()).onTable).toBe(cases[0]);
    expect((await screen.findByTestId('patient')).textContent).not.toContain('山田');
    await press('PageDown', { ctrlKey: true });
    await place(speech.t.meetings.place(2, 3));
    expect((await meeting()).onTable).toBe(cases[1]);
    await press('PageUp', { ctrlKey: true });
    await place(speech.t.meetings.place(1, 3));
    expect(backend.calls.some((call) => call.name === 'show_identity')).toBe(false);
  });

  it('shows the quorum all the time, and who comes counts at once', async () => {
    await press('Enter');
    await screen.findByTestId('meetings-begin');
    await press('p');
    const quorum = () => screen.getByTestId('meetings-quorum').textContent;
    await waitFor(() => expect(quorum()).toContain(speech.word('quorum.notMet')));
    expect(quorum()).toContain('エ');
    await press('a');
    await fireEvent.click(await screen.findByTestId(`arrive-${backend.members['suzuki']}`));
    await waitFor(() => expect(quorum()).not.toContain('エ'));
    expect(quorum(), 'ウ is still missing').toContain('ウ');
  });

  it('closes a case by key and leaves the projector for the plan', async () => {
    const { version: expectedVersion } = await meeting();
    const people = [{ memberId: backend.members['sato']! }];
    await backend.aside('arrive', { meetingId, expectedVersion, people });
    await press('Enter');
    await screen.findByTestId('meetings-begin');
    await press('p');
    await screen.findByTestId('meetings-place');
    await screen.findByTestId('case-no');
    await press('Enter', { ctrlKey: true });
    await waitFor(async () => expect((await meeting()).agenda[0]?.recorded).toBe('same'));
    await fireEvent.click(screen.getByTestId('meetings-leave'));
    await screen.findByTestId('meetings-begin');
    expect(document.documentElement.dataset['size'], 'large type is given back').toBe('normal');
    expect(screen.getAllByTestId('meetings-record')[0]?.textContent).toContain(
      speech.t.meetings.recorded.same,
    );
  });
});

describe('what is stated of a case', () => {
  it('is recorded before another case takes its place, and the quorum follows it', async () => {
    const { app, view, cases } = await planned(2);
    const desk = new MeetingDesk(app, view.meetingId);
    await desk.load();
    await desk.begin();
    const form = new StatingForm(desk);
    desk.saveStated = () => form.save();
    expect(form.dirty, 'nothing was stated yet').toBe(false);
    form.attending = 'absent';
    form.paediatric = 'yes';
    await desk.step(1);
    const first = desk.view!.agenda.find((one) => one.caseId === cases[0])!;
    expect([first.attending, first.paediatric]).toEqual(['absent', true]);
    expect(form.dirty).toBe(false);
    expect(desk.shown, 'then the next case is shown').toBe(cases[1]);
  });

  it('leaves to the desk what nobody says', async () => {
    const { app, view } = await planned(1);
    const desk = new MeetingDesk(app, view.meetingId);
    await desk.load();
    await desk.begin();
    const form = new StatingForm(desk);
    expect(form.told).not.toHaveProperty('paediatric');
    form.opinionsAgree = 'yes';
    expect(form.told, 'agreement is asked of circulated cases only').not.toHaveProperty('opinionsAgree');
  });
});
