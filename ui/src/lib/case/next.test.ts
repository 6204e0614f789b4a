import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import type { Role } from '$lib/bindings/Role';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { CaseDesk } from './case-desk.svelte';
import { findingsOf, isOpenIn, progress } from './parts';

async function opened(backend: PipeBackend): Promise<void> {
  render(Window, { backend });
  const number = (await backend.view()).caseNo;
  const rows = await screen.findAllByTestId('case-row');
  await fireEvent.click(rows.find((row) => row.dataset['case'] === number)!);
  await screen.findByTestId('part-overview');
}

async function deskOf(backend: PipeBackend): Promise<CaseDesk> {
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  return desk;
}

describe('what comes next', () => {
  it('is told apart by whose part it is, with the roles that see to the rest', async () => {
    // A genetic counsellor records the meeting, and decides nothing for the panel.
    const backend = await atDesk('practice', 'takahashi');
    await opened(backend);
    const mine = screen.getByTestId('gap-noMeeting');
    expect(within(mine).queryByTestId('who')).toBeNull();
    const verdicts = await screen.findByTestId('gap-undecided');
    const roles = (['chair', 'member', 'coordinator'] as const).map((role) => speech.coded('role', role));
    expect(within(verdicts).getByTestId('who').textContent).toBe(speech.t.join.dots(roles));
    const headings = [...document.querySelectorAll('nav section h3')].map((one) => one.textContent);
    expect(headings.slice(0, 2)).toEqual([speech.t.parts.yours, speech.t.parts.theirs]);
  });
});

describe('of several offices', () => {
  it('what somebody sees to by their own comes before what they do as one of the panel', async () => {
    const backend = await atDesk('practice');
    const known = (await backend.aside('members', {})).find((one) => one.signIn === 'takahashi')!;
    const { memberId, name, qualifications } = known;
    const roles: Role[] = ['geneticCounsellor', 'member'];
    await backend.aside('change_member', { memberId, name, qualifications, roles });
    const dir = (await backend.aside('app_info', {})).session!.storeDir;
    await backend.aside('open_store', { dir, signIn: 'takahashi', password: PASSWORD });
    await opened(backend);
    const gaps = [...document.querySelectorAll<HTMLElement>('#next-steps [data-testid^="gap-"]')];
    const place = (code: string) => gaps.findIndex((one) => one.dataset['testid'] === `gap-${code}`);
    expect(place('undecided'), 'a member of the panel judges').toBeGreaterThanOrEqual(0);
    expect(place('noMeeting')).toBeLessThan(place('undecided'));
  });
});

describe('the germline part', () => {
  it('is done when heredity is judged, and begins on a scale of heredity', async () => {
    const backend = await atDesk();
    const desk = await deskOf(backend);
    desk.go('germline');
    const row = desk.rows.find((one) => one.origin === 'germline')!;
    desk.show(row.findingId);
    expect(desk.part).toBe('germline');
    expect(desk.verdict.draft.scale).toBe('acmg-2015');
    const left = () => progress('germline', findingsOf(desk.view!, 'germline')).left;
    const before = left();
    desk.verdict.chooseAt(0);
    expect(await desk.verdict.save()).toBe(true);
    expect(left(), 'a verdict does not end it').toBe(before);
    expect(desk.cursor, 'the discussion stays for the judgement').toBe(row.findingId);
    await desk.change('judge_germline', { findingId: row.findingId, judgement: 'confirmationRecommended' });
    expect(left()).toBe(before - 1);
    expect(isOpenIn('germline', desk.find(row.findingId)!)).toBe(false);
  });

  it('leaves a finding of the tumour on a scale of the tumour', async () => {
    const desk = await deskOf(await atDesk());
    desk.go('shortVariant');
    const row = desk.rows.find((one) => one.origin === 'somatic')!;
    desk.show(row.findingId);
    expect(desk.verdict.draft.scale).toBe('oncogenicity-2022');
    await waitFor(() => expect(desk.detail?.row.findingId).toBe(row.findingId));
  });
});
