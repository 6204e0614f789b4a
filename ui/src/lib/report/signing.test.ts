import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import { shown } from '$lib/keys/table';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import Window from '../../App.svelte';
import { Signing } from './signing.svelte';

/** A press of the key that is shown so. */
const key = (name: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, {
    key: name.replace('Shift+', '').toUpperCase(),
  });

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

  it('begins with one capacity where that was chosen, and with the name of who is signed in', async () => {
    const one = await signing(await ready());
    one.begin('author');
    expect(one.capacities).toEqual(['author']);
    expect(one.ofOne, 'that is nobody in several').toEqual(['author']);
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

  it('counts what the same person has signed already among the capacities of one', async () => {
    const one = await signing(await ready());
    one.begin('author');
    one.password = PASSWORD;
    await one.sign();
    one.begin('chair');
    expect(one.ofOne).toEqual(['author', 'chair']);
    one.signIn = 'suzuki';
    expect(one.ofOne, 'another person at the same machine').toEqual(['chair']);
  });

  it('offers no second capacity where the rule asks for different people', async () => {
    const backend = await ready();
    const required = ['author', 'reviewer', 'chair'] as const;
    await backend.aside('record_signing_rule', { required: [...required], distinct: true, reason: '規程' });
    const one = await signing(backend);
    one.begin();
    expect(one.capacities).toEqual(['author']);
  });

  it('in all capacities at once says so in words, before and after', async () => {
    const backend = await ready();
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('case-row'));
    await screen.findByTestId('part-overview');
    await key(shown('ways', 'sign'));
    const password = await screen.findByTestId('sign-password');
    await waitFor(() => expect(document.activeElement, 'work begins in the password').toBe(password));
    const names = (['author', 'reviewer', 'chair'] as const).map((one) => speech.coded('capacity', one));
    expect(screen.getByTestId('sign-several').textContent).toContain(
      speech.t.signing.severalByOne(3, speech.t.join.list(names)),
    );
    await fireEvent.click(screen.getByTestId('sign-as-reviewer'));
    await fireEvent.click(screen.getByTestId('sign-as-chair'));
    expect(screen.queryByTestId('sign-several'), 'one capacity is nothing to say').toBeNull();
    await fireEvent.click(screen.getByTestId('sign-as-reviewer'));
    await fireEvent.click(screen.getByTestId('sign-as-chair'));
    await fireEvent.input(password, { target: { value: PASSWORD } });
    await fireEvent.submit(password.closest('form')!);
    expect((await screen.findByTestId('sign-one-hand')).textContent).toContain('佐藤 恵子');
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset['testid'], 'the hands go on').toBe('finalise'),
    );
  });

  it('that is refused puts the hands back into the password', async () => {
    const backend = await ready();
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('case-row'));
    await screen.findByTestId('part-overview');
    await key(shown('ways', 'sign'));
    const password = await screen.findByTestId('sign-password');
    await fireEvent.input(password, { target: { value: 'wrong' } });
    const confirm = screen.getByTestId('sign-confirm');
    confirm.focus();
    await fireEvent.click(confirm);
    await waitFor(() => expect(backend.sent('sign_report')).toHaveLength(1));
    await waitFor(() => expect(document.activeElement).toBe(password));
  });

  it('goes through the window by keys, and the hands go on to the next signature', async () => {
    const backend = await ready();
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('case-row'));
    await fireEvent.click(await screen.findByTestId('part-documents'));
    const author = await screen.findByTestId('sign-author');
    author.focus();
    await fireEvent.click(author);
    const password = await screen.findByTestId('sign-password');
    await fireEvent.input(password, { target: { value: PASSWORD } });
    await fireEvent.submit(password.closest('form')!);
    await waitFor(() =>
      expect(screen.getByTestId('signature-author').getAttribute('data-state')).toBe('standing'),
    );
    await waitFor(() => expect(screen.queryByTestId('sign-dialog')).toBeNull());
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset['testid']).toBe('sign-reviewer'),
    );
  });
});
