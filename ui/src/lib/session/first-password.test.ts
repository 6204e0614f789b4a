import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

const type = (testid: string, value: string) =>
  fireEvent.input(screen.getByTestId(testid), { target: { value } });
const press = async (testid: string) => fireEvent.click(await screen.findByTestId(testid));

describe('a first password', () => {
  it('lets its member choose another and do nothing else', async () => {
    const backend = await atDesk('practice');
    const told = '最初だけの合言葉-2026';
    const form = { name: '新田 光', signIn: 'nitta', password: told, roles: ['member' as const] };
    await backend.call('add_member', form);
    const dir = (await backend.call('app_info', {})).storeDir;
    await backend.call('sign_out', {});
    render(Window, { backend });
    // By its folder, so that the name is typed.
    await screen.findByTestId('open-sign-in');
    await type('open-dir', dir);
    await waitFor(() => expect(screen.getByTestId('open-sign-in').tagName).toBe('INPUT'));
    await type('open-sign-in', 'nitta');
    await type('open-password', told);
    await press('open-submit');
    expect(await screen.findByText(speech.t.welcome.own)).not.toBeNull();
    await expect(backend.call('list_cases', {})).rejects.toMatchObject({ code: 'forbidden' });

    await type('own-password', told);
    await type('own-password2', told);
    await press('own-submit');
    expect((await screen.findByTestId('error')).textContent, 'the told one again is refused').not.toBe('');
    await type('own-password', '自分だけの合言葉-2026');
    await type('own-password2', '自分だけの合言葉-2026');
    await press('own-submit');
    await screen.findAllByTestId('case-row');
    await backend.call('sign_out', {});
    await expect(
      backend.call('open_store', { signIn: 'nitta', password: told }),
      'it works once',
    ).rejects.toMatchObject({ code: 'sign-in-refused' });
  });
});

describe('the recovery code', () => {
  it('is spent when it was used, and shown anew', async () => {
    const backend = await atDesk('practice');
    const renewed = await backend.call('renew_recovery_code', { password: PASSWORD });
    await backend.call('sign_out', {});
    const { unmount } = render(Window, { backend });
    const recover = async (code: string) => {
      await press('welcome-recover');
      await type('recover-code', code);
      const name = screen.getByTestId('recover-sign-in');
      await fireEvent.input(name, { target: { value: 'suzuki' } });
      await fireEvent.change(name, { target: { value: 'suzuki' } });
      await type('recover-password', '見つけ直した合言葉-2026');
      await type('recover-password2', '見つけ直した合言葉-2026');
      await press('recover-submit');
    };
    await recover(renewed.recoveryCode);
    const shown = await screen.findByTestId('recovery-code');
    expect(shown.textContent).toMatch(/^[0-9A-Z-]{34}$/);
    expect(shown.textContent).not.toBe(renewed.recoveryCode);
    expect(screen.getByText(speech.t.welcome.codeRenewed)).not.toBeNull();
    const go = screen.getByTestId('recovery-done') as HTMLButtonElement;
    expect(go.disabled, 'not before it is on paper').toBe(true);
    await press('recovery-confirm');
    await waitFor(() => expect(go.disabled).toBe(false));
    await fireEvent.click(go);
    // Whoever holds the paper may be anybody: somebody else confirms it.
    await screen.findByTestId('waiting');
    await expect(backend.call('list_cases', {})).rejects.toMatchObject({ code: 'forbidden' });
    await press('waiting-again');
    await screen.findByTestId('still-waiting');
    const own = '見つけ直した合言葉-2026';
    const second = await backend.call('open_store', { signIn: 'sato', password: PASSWORD });
    const [recovered] = second.toConfirm;
    await backend.call('confirm_recovery', { memberId: recovered!.memberId });
    await backend.call('open_store', { signIn: 'suzuki', password: own });
    await press('waiting-again');
    await screen.findAllByTestId('case-row');
    await backend.call('sign_out', {});
    const again = { code: renewed.recoveryCode, signIn: 'suzuki', password: 'もう一度の合言葉-2026' };
    await expect(backend.call('recover_access', again)).rejects.toMatchObject({ code: 'sign-in-refused' });
    unmount();
  });
});
