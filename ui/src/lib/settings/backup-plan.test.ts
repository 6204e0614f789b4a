import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

describe('the plan of backups', () => {
  it('is recorded with a folder that was chosen, and told with what lies there', async () => {
    const backend = await atDesk('practice');
    const folder = `${backend.folder}/plan-of-backups`;
    mkdirSync(folder, { recursive: true });
    backend.pickFolder = () => Promise.resolve(folder);
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await fireEvent.click(await screen.findByTestId('plan-choose'));
    expect((await screen.findByTestId('plan-folder')).textContent).toContain('plan-of-backups');
    await fireEvent.input(screen.getByTestId('plan-kept'), { target: { value: '3' } });
    await fireEvent.click(screen.getByTestId('plan-save'));
    expect((await screen.findByTestId('plan-last')).textContent).toContain(speech.t.settings.planNone);
    await waitFor(() => expect((screen.getByTestId('plan-kept') as HTMLInputElement).value).toBe('3'));
    await fireEvent.click(screen.getByTestId('plan-stop'));
    await waitFor(() => expect(screen.queryByTestId('plan-last')).toBeNull());
  });
});

describe('all data as files', () => {
  it('are written where the administrator says, with what must be heeded', async () => {
    const backend = await atDesk('practice');
    backend.pickSave = () => Promise.resolve(`${backend.folder}/everything.zip`);
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await fireEvent.click(await screen.findByTestId('everything-write'));
    const made = await screen.findByTestId('everything-made', {}, { timeout: 20_000 });
    expect(made.textContent).toContain('everything.zip');
    expect(made.textContent).toContain('暗号化されていません');
  });

  it('are closed to who may not write them, with the reason', async () => {
    const backend = await atDesk('practice', 'suzuki');
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    const button = (await screen.findByTestId('everything-write')) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    expect(button.title).not.toBe('');
  });
});
