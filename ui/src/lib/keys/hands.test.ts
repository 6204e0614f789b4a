import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import { PARTS } from '$lib/case/parts';
import { speech } from '$lib/words/speech.svelte';
import { KEYS, shown } from './table';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const hands = () => document.activeElement as HTMLElement;
const onRow = () => hands().dataset['finding'];
const picked = () =>
  [...document.querySelectorAll<HTMLElement>('[data-testid="finding-row"]:has(input:checked)')].map(
    (row) => row.dataset['finding'],
  );
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-testid="finding-row"]')].map(
    (row) => row.dataset['finding'],
  );

async function atCase(store: Parameters<typeof atDesk>[0] = 'practice'): Promise<PipeBackend> {
  const backend = await atDesk(store);
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await screen.findByTestId('part-overview');
  return backend;
}

describe('where the hands are', () => {
  it('is the first field that is still empty, on the way in', async () => {
    render(Window, { backend: await atDesk('none') });
    await screen.findByTestId('create-submit');
    await waitFor(() => expect(hands().dataset['testid']).toBe('create-institution'));
  });

  it('is the row under the cursor in the list, and goes with it', async () => {
    render(Window, { backend: await atDesk('many') });
    const all = await screen.findAllByTestId('case-row');
    await waitFor(() => expect(hands()).toBe(all[0]));
    await key('j');
    await waitFor(() => expect(hands()).toBe(all[1]));
    expect(all.map((row) => row.tabIndex).slice(0, 3), 'Tab comes to one row alone').toEqual([-1, 0, -1]);
    await key('Home');
    await waitFor(() => expect(hands()).toBe(all[0]));
  });

  it('is the first section of the settings, and the meeting that comes first', async () => {
    render(Window, { backend: await atDesk() });
    await fireEvent.click(await screen.findByTestId('settings-open'));
    await waitFor(() => expect(hands().getAttribute('aria-label')).toBe(speech.t.settings.screen));
  });
});

describe('the table of findings', () => {
  beforeEach(async () => {
    await atCase();
    await key(shown('parts', 'shortVariant'));
    await screen.findAllByTestId('finding-row');
    await waitFor(() => expect(onRow()).toBe(rows()[0]));
  });

  it('moves the hands by j and k, to its ends by Home, End and G', async () => {
    await key('j');
    await waitFor(() => expect(onRow()).toBe(rows()[1]));
    await key('k');
    await waitFor(() => expect(onRow()).toBe(rows()[0]));
    await key('G', { shiftKey: true });
    await waitFor(() => expect(onRow()).toBe(rows().at(-1)));
    await key('Home');
    await waitFor(() => expect(onRow()).toBe(rows()[0]));
    await key('End');
    await waitFor(() => expect(onRow()).toBe(rows().at(-1)));
  });

  it('picks what lies between by Shift, and lets go of it on the way back', async () => {
    await key('J', { shiftKey: true });
    await key('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(picked()).toEqual(rows().slice(0, 3)));
    await key('K', { shiftKey: true });
    await waitFor(() => expect(picked()).toEqual(rows().slice(0, 2)));
  });

  it('picks all rows by Ctrl+A and what waits by Shift+X, and never the text of the page', async () => {
    expect(await key('a', { ctrlKey: true }), 'the browser selects nothing').toBe(false);
    await waitFor(() => expect(picked()).toEqual(rows()));
    await key('X', { shiftKey: true });
    await waitFor(() => expect(picked()).toHaveLength(6));
  });

  it('leaves Ctrl+A in a field to the field', async () => {
    screen.getByTestId('finding-filter').focus();
    expect(await key('a', { ctrlKey: true })).toBe(true);
    expect(picked()).toEqual([]);
  });

  it('gets the hands back from a field by Escape', async () => {
    await key('/');
    expect(hands().dataset['testid']).toBe('finding-filter');
    await key('Escape');
    expect(onRow()).toBe(rows()[0]);
  });
});

describe('the parts of a case', () => {
  it('are turned to by letters that mean nothing else there, and that stand beside them', async () => {
    const letters = PARTS.map((part) => shown('parts', part));
    const others = (['everywhere', 'finding', 'findings', 'case', 'ways', 'meeting'] as const).flatMap(
      (place) => Object.values(KEYS[place]).flatMap((one) => one.chords as readonly string[]),
    );
    expect(letters.filter((letter) => others.includes(letter))).toEqual([]);
    await atCase();
    for (const part of PARTS) {
      const button = screen.getByTestId(`part-${part}`);
      expect(button.querySelector('kbd')?.textContent).toBe(shown('parts', part));
      await key(shown('parts', part));
      await waitFor(() => expect(button.getAttribute('aria-current'), part).toBe('page'));
    }
  });

  it('are not turned to by letters typed into a field', async () => {
    await atCase();
    await key(shown('parts', 'shortVariant'));
    (await screen.findByTestId('finding-filter')).focus();
    await key(shown('parts', 'history'));
    expect(screen.getByTestId('part-shortVariant').getAttribute('aria-current')).toBe('page');
  });
});

describe('Enter in a dialog', () => {
  it('neither cancels nor does what cannot be taken back: that is Ctrl+Enter, which stands on its button', async () => {
    const backend = await atDesk('ready');
    await backend.change('sign_report', { capacities: ['author', 'reviewer', 'chair'], password: PASSWORD });
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    await key(shown('parts', 'documents'));
    await waitFor(() => expect((screen.getByTestId('finalise') as HTMLButtonElement).disabled).toBe(false));
    await fireEvent.click(screen.getByTestId('finalise'));
    const dialog = await screen.findByTestId('finalise-dialog');
    await waitFor(() => expect(dialog.contains(hands())).toBe(true));
    expect(hands().tagName, 'no button lies under the hands').not.toBe('BUTTON');
    await key('Enter');
    expect(screen.queryByTestId('finalise-dialog')).toBeTruthy();
    expect(backend.sent('finalise_report')).toHaveLength(0);
    expect(screen.getByTestId('finalise-confirm').textContent).toContain('Ctrl+Enter');
    await key('Enter', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('finalise_report')).toHaveLength(1));
  });

  it('does its main act from a line of text, but not while Japanese is being converted', async () => {
    const backend = await atCase();
    await key(shown('case', 'trial'));
    const trial = await screen.findByTestId('ref-add-trial');
    await fireEvent.input(trial, { target: { value: 'jRCT2031230001' } });
    trial.focus();
    await key('Enter', { isComposing: true });
    expect(backend.sent('refer_to_trial')).toHaveLength(0);
    await key('Enter');
    await waitFor(() => expect(backend.sent('refer_to_trial')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByTestId('ref-add-dialog')).toBeNull());
  });
});

describe('enlarging', () => {
  it('goes by Ctrl with + and −, up to twice the size, back by 0, and is remembered', async () => {
    render(Window, { backend: await atDesk() });
    await screen.findAllByTestId('case-row');
    const zoom = () => document.documentElement.style.getPropertyValue('--zoom');
    for (let i = 0; i < 9; i += 1) await key('+', { ctrlKey: true });
    await waitFor(() => expect(zoom()).toBe('2'));
    expect(localStorage.getItem('zoom')).toBe('200');
    await key('-', { ctrlKey: true });
    await waitFor(() => expect(zoom()).toBe('1.75'));
    await key('0', { ctrlKey: true });
    await waitFor(() => expect(zoom()).toBe('1'));
  });
});
