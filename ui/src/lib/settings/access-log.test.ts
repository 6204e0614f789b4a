import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

describe('the access log', () => {
  it('shows who looked at what, the latest first, and marks what was refused', async () => {
    const backend = await atDesk('practice');
    await backend.call('open_case', { caseId: backend.caseId });
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await fireEvent.click(await screen.findByTestId('access-ask'));
    const rows = await screen.findByTestId('access-rows');
    const said = within(rows).getAllByRole('row');
    expect(said[0]!.textContent).toContain('症例を開いた');
    expect(said[0]!.textContent).toContain('佐藤');

    await fireEvent.input(screen.getByTestId('access-from'), { target: { value: '2030-01-01' } });
    await fireEvent.click(screen.getByTestId('access-ask'));
    await waitFor(() => expect(screen.getByTestId('access-rows').querySelectorAll('tr')).toHaveLength(0));
    await fireEvent.input(screen.getByTestId('access-from'), { target: { value: 'きのう' } });
    await fireEvent.click(screen.getByTestId('access-ask'));
    await waitFor(() => expect(screen.getByTestId('access-from').getAttribute('aria-invalid')).toBe('true'));
  });

  it('says in words which lines stand out, and shows them alone when asked to', async () => {
    const backend = await atDesk('practice');
    await backend.call('export_all', { out: `${backend.folder}/everything` });
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await fireEvent.click(await screen.findByTestId('access-ask'));
    const rows = await screen.findByTestId('access-rows');
    expect(rows.textContent).toContain('ストア全体の書き出し');
    await fireEvent.click(screen.getByTestId('access-marked'));
    for (const row of within(rows).getAllByRole('row')) expect(row.textContent).toContain('⚠');
  });

  it('is closed to who may not review it, with the reason', async () => {
    const backend = await atDesk('practice', 'suzuki');
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    expect(await screen.findByText(speech.t.settings.access)).not.toBeNull();
    expect(screen.queryByTestId('access-ask')).toBeNull();
  });
});

describe('a backup', () => {
  it('is written where its administrator says, and says how much is in it', async () => {
    const backend = await atDesk('practice');
    backend.pickSave = () => Promise.resolve(`${backend.folder}/store.backup`);
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await fireEvent.click(await screen.findByTestId('backup-write'));
    const made = await screen.findByTestId('backup-made');
    expect(made.textContent).toContain('store.backup');
    const found = await backend.call('verify_store', { against: `${backend.folder}/store.backup` });
    expect(found.ok).toBe(true);
  });
});
