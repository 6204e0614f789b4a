import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { shown } from '$lib/keys/table';
import { speech } from '$lib/words/speech.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const ticked = (backend: PipeBackend) =>
  Object.entries(backend.members)
    .filter(([, id]) => screen.queryByTestId<HTMLInputElement>(`attend-${id}`)?.checked)
    .map(([name]) => name)
    .sort();

/** At the meeting of a case, while another case of the store has recorded one of these people. */
async function atMeeting(): Promise<PipeBackend> {
  const backend = await atDesk('many');
  const others = (await backend.aside('list_cases', { limit: 5 })).cases;
  const other = others.find((row) => row.caseId !== backend.caseId)!;
  const { caseId, version } = await backend.aside('open_case', { caseId: other.caseId });
  await backend.aside('record_meeting', {
    caseId,
    expectedVersion: version,
    mode: 'realTime',
    attendance: [
      { memberId: backend.members['sato']! },
      { memberId: backend.members['suzuki']! },
      { name: '客' },
    ],
  });
  render(Window, { backend });
  const row = (await screen.findAllByTestId('case-row')).find(
    (one) => one.dataset['case'] !== other.caseNo && one.dataset['case'] !== undefined,
  )!;
  await fireEvent.click(row);
  await screen.findByTestId('part-overview');
  await key(shown('parts', 'meeting'));
  await screen.findByTestId('attendance-preset');
  await waitFor(() => expect(ticked(backend)).toEqual(['sato', 'suzuki']));
  return backend;
}

describe('the attendance of a meeting that nobody recorded yet', () => {
  it('begins with that of the last one, is said to be a preset, and is recorded by a person alone', async () => {
    const backend = await atMeeting();
    const said = screen.getByTestId('attendance-preset').textContent;
    expect(said).toContain('2026-11-22');
    expect(screen.getByTestId<HTMLInputElement>('guest-name').value).toBe('客');
    await key(shown('parts', 'documents'));
    await key(shown('parts', 'meeting'));
    await screen.findByTestId('attendance-preset');
    expect(backend.sent('record_meeting'), 'nothing is recorded by itself').toHaveLength(0);
    expect((await backend.aside('drafts', {})).drafts, 'and nothing was typed').toEqual([]);
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('record_meeting')).toHaveLength(1));
    expect(backend.sent('record_meeting')[0]!.attendance).toEqual([
      { memberId: backend.members['sato'] },
      { memberId: backend.members['suzuki'] },
      { name: '客' },
    ]);
    await waitFor(() =>
      expect(screen.queryByTestId('attendance-preset'), 'a record is no preset').toBeNull(),
    );
  });

  it('can be taken away whole, and then nobody is there', async () => {
    const backend = await atMeeting();
    await fireEvent.click(screen.getByTestId('attendance-preset-away'));
    await waitFor(() => expect(ticked(backend)).toEqual([]));
    expect(screen.queryByTestId('guest-name')).toBeNull();
    await key('s', { ctrlKey: true });
    await screen.findByText(speech.t.meeting.nobody);
    expect(backend.sent('record_meeting')).toHaveLength(0);
    await waitFor(() =>
      expect(
        (document.activeElement as HTMLElement).dataset['testid'],
        'the hands are at who was there',
      ).toMatch(/^attend-/u),
    );
  });

  it('gives the hands to the day where that cannot be read', async () => {
    const backend = await atMeeting();
    await fireEvent.input(screen.getByTestId('meeting-held-on'), { target: { value: 'きのう' } });
    screen.getByTestId('meeting-minutes').focus();
    await key('s', { ctrlKey: true });
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset['testid']).toBe('meeting-held-on'),
    );
    expect(backend.sent('record_meeting')).toHaveLength(0);
  });
});
