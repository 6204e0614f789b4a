import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import Window from '../../App.svelte';
import { Signing } from './signing.svelte';

/** A case that lacks nothing but signatures. */
const ready = () => atDesk('ready');

async function signing(backend: PipeBackend): Promise<Signing> {
  const app = new App(backend);
  await app.start();
  const desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  return new Signing(desk);
}

describe('signing a report', () => {
  it('is closed while something else is missing', async () => {
    expect((await signing(await atDesk())).ready).toBe(false);
    expect((await signing(await ready())).ready).toBe(true);
  });

  it('begins with one capacity and the name of who is signed in, never with all', async () => {
    const one = await signing(await ready());
    one.begin();
    expect(one.capacities).toEqual(['author']);
    expect(one.complete, 'not without the password').toBe(false);
    one.toggle('chair');
    one.password = PASSWORD;
    expect(await one.sign()).toBe(true);
    expect(one.password, 'the password is gone with the dialog').toBe('');
    expect(one.rows.map((row) => row.state)).toEqual(['standing', 'missing', 'standing']);
  });

  it('keeps the dialog and forgets the password when it is refused', async () => {
    const one = await signing(await ready());
    one.begin('reviewer');
    one.password = 'wrong';
    expect(await one.sign()).toBe(false);
    expect([one.open, one.password]).toEqual([true, '']);
  });

  it('goes through the window by keys', async () => {
    const backend = await ready();
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('case-row'));
    await fireEvent.click(await screen.findByTestId('part-documents'));
    await fireEvent.click(await screen.findByTestId('sign-author'));
    const password = await screen.findByTestId('sign-password');
    await fireEvent.input(password, { target: { value: PASSWORD } });
    await fireEvent.submit(password.closest('form')!);
    await waitFor(() =>
      expect(screen.getByTestId('signature-author').getAttribute('data-state')).toBe('standing'),
    );
    await waitFor(() => expect(screen.queryByTestId('sign-dialog')).toBeNull());
  });
});
