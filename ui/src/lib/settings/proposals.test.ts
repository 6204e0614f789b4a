import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';

describe('what needs two people', () => {
  it('waits in the settings, is confirmed by another there, and cannot be by who proposed it', async () => {
    const backend = await atDesk('practice');
    const members = await backend.call('members', {});
    const suzuki = members.find((one) => one.signIn === 'suzuki')!;
    const raised = (roles: ('chair' | 'member')[]) =>
      backend.call('change_member', {
        memberId: suzuki.memberId,
        name: suzuki.name,
        roles,
        qualifications: suzuki.qualifications,
      });
    // The only one who answers names a second chair: at once. From then on there are two.
    await raised(['member', 'chair']);
    await backend.call('record_signing_rule', { required: ['chair'], reason: '試行' });
    const first = render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    const waiting = await screen.findByTestId('proposal');
    expect(waiting.textContent).toContain('佐藤 恵');
    expect(waiting.textContent).toContain('試行');
    expect(screen.queryByTestId('proposal-confirm'), 'not by oneself').toBeNull();
    first.unmount();

    const { storeDir } = (await backend.call('app_info', {})).session!;
    await backend.call('open_store', { dir: storeDir, signIn: 'suzuki', password: PASSWORD });
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await fireEvent.click(await screen.findByTestId('proposal-confirm'));
    await waitFor(() => expect(screen.queryByTestId('proposal')).toBeNull());
    expect((await backend.call('signing_rule', {})).required).toEqual(['chair']);
  });
});

describe('who may see neither the patient nor what is inherited', () => {
  it('is told so in the case, and finds no documents', async () => {
    const backend = await atDesk('practice');
    await backend.call('add_member', {
      name: '見学者',
      signIn: 'guest',
      password: 'only for the first time',
      roles: ['viewer'],
    });
    const { storeDir } = (await backend.call('app_info', {})).session!;
    await backend.call('open_store', { dir: storeDir, signIn: 'guest', password: 'only for the first time' });
    await backend.call('change_password', { old: 'only for the first time', new: PASSWORD });
    await backend.call('open_store', { dir: storeDir, signIn: 'guest', password: PASSWORD });
    render(Window, { backend });
    await fireEvent.click(await screen.findByText('2026-0001'));
    const said = await screen.findByTestId('not-shown');
    expect(said.textContent).toContain('権限がないため表示しません');
    expect(screen.queryByTestId('show-identity')).toBeNull();
  });
});
