import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

const type = (testid: string, value: string) =>
  fireEvent.input(screen.getByTestId(testid), { target: { value } });
const press = async (testid: string) => fireEvent.click(await screen.findByTestId(testid));

describe('what was lost', () => {
  it('is reported, and the store has a new key', async () => {
    const backend = await atDesk('practice');
    render(Window, { backend });
    await press('settings-open');
    const report = (await screen.findByTestId('loss-report')) as HTMLButtonElement;
    expect(report.disabled, 'nothing is said yet').toBe(true);
    await type('loss-what', 'バックアップの媒体（11/20に車内で紛失）');
    await waitFor(() => expect(report.disabled).toBe(false));
    await press('loss-report');
    expect(await screen.findByText(speech.t.settings.lossReported)).not.toBeNull();
    expect((await backend.call('verify_store', { deep: true })).ok).toBe(true);
  });

  it('is a password that two give anew', async () => {
    const backend = await atDesk('practice');
    const [told, own] = ['最初だけの合言葉-2026', '二人目だけの合言葉-2026'];
    const dir = (await backend.call('app_info', {})).session!.storeDir;
    await backend.call('add_member', {
      name: '加藤 二郎',
      signIn: 'kato',
      password: told,
      roles: ['administrator'],
    });
    await backend.call('open_store', { dir, signIn: 'kato', password: told });
    await backend.call('change_password', { old: told, new: own });
    await backend.call('open_store', { dir, signIn: 'sato', password: PASSWORD });
    render(Window, { backend });
    await press('settings-open');
    await press('member-change-suzuki');
    await press('member-reset');
    await screen.findByTestId('reset-dialog');
    expect(screen.queryByTestId('reset-nobody')).toBeNull();
    await type('reset-password', '鈴木に伝える合言葉-2026');
    await type('reset-second-password', '違う合言葉かもしれない-1');
    await press('reset-save');
    await screen.findByTestId('reset-error');
    await type('reset-second-password', own);
    await press('reset-save');
    expect(await screen.findByText(speech.t.settings.resetDone)).not.toBeNull();
    const session = await backend.call('open_store', {
      dir,
      signIn: 'suzuki',
      password: '鈴木に伝える合言葉-2026',
    });
    expect(session.mustChangePassword).toBe(true);
  });

  it('cannot be given anew by one alone', async () => {
    const backend = await atDesk('practice');
    render(Window, { backend });
    await press('settings-open');
    await press('member-change-suzuki');
    await press('member-reset');
    expect((await screen.findByTestId('reset-nobody')).textContent).toContain(speech.t.settings.resetNobody);
  });
});
