import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';

const type = (testid: string, value: string) =>
  fireEvent.input(screen.getByTestId(testid), { target: { value } });
const press = async (testid: string) => fireEvent.click(await screen.findByTestId(testid));

describe('a backup', () => {
  it('is put back into an empty folder from the first page, and over nothing', async () => {
    const backend = await atDesk('practice');
    const backup = `${backend.folder}/whole.backup`;
    await backend.call('backup', { out: backup });
    const taken = (await backend.call('app_info', {})).session!.storeDir;
    await backend.call('sign_out', {});
    backend.pickFiles = () => Promise.resolve([backup]);
    render(Window, { backend });
    await press('welcome-restore');
    await press('restore-choose');
    expect((await screen.findByTestId('restore-file')).textContent).toBe(backup);
    const submit = screen.getByTestId('restore-submit') as HTMLButtonElement;
    expect(submit.disabled, 'a password is wanted').toBe(true);
    const name = screen.getByTestId('restore-sign-in');
    await fireEvent.input(name, { target: { value: 'sato' } });
    await fireEvent.change(name, { target: { value: 'sato' } });
    await type('restore-password', PASSWORD);
    await type('restore-dir', taken);
    await waitFor(() => expect(submit.disabled).toBe(false));
    await press('restore-submit');
    expect((await screen.findByTestId('error')).textContent, 'never over a store').not.toBe('');
    await type('restore-dir', `${backend.folder}/put-back`);
    await type('restore-password', PASSWORD);
    await press('restore-submit');
    await screen.findAllByTestId('case-row');
    expect((await backend.call('app_info', {})).session!.storeDir).toBe(`${backend.folder}/put-back`);
  });
});
