import { readFileSync } from 'node:fs';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import type { Backend } from '$lib/backend/backend';
import { shown } from '$lib/keys/table';
import { LOCK_AFTER_S } from '$lib/session/idle.svelte';
import { speech } from '$lib/words/speech.svelte';
import SecondWindow from './SecondWindow.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });

/** What the window lets the second page call, from the file that says so. */
const ALLOWED = (
  JSON.parse(readFileSync('../src-tauri/capabilities/projector.json', 'utf8')) as { permissions: string[] }
).permissions.map((one) => one.replace('allow-', '').replaceAll('-', '_'));

let backend: PipeBackend;
/** Commands of the second page that it may not call. */
let forbidden: string[];
/** The second page, at the same desk. */
function second(): Backend {
  return new Proxy(backend, {
    get(of, name) {
      if (name === 'call')
        return (command: never, args: never) => {
          if (!ALLOWED.includes(command)) forbidden.push(command);
          return of.aside(command, args);
        };
      const own: unknown = Reflect.get(of, name);
      return typeof own === 'function' ? own.bind(of) : own;
    },
  });
}
const there = () => screen.queryByTestId('second');
const waits = () => screen.queryByTestId('second-waiting') !== null;
const finding = () => there() && within(there()!).queryByTestId('projector-finding')?.dataset['finding'];
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-testid="finding-row"]')];
const inTable = () => rows().find((row) => row.getAttribute('aria-selected') === 'true')?.dataset['finding'];

beforeEach(async () => {
  backend = await atDesk();
  forbidden = [];
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-shortVariant'));
  await screen.findAllByTestId('finding-row');
  await key(shown('case', 'second').replace('Alt+', ''), { altKey: true });
  await waitFor(() => expect(backend.second).toBe(true));
  render(SecondWindow, { backend: second() });
  await waitFor(() => expect(inTable()).toBeTruthy());
  await waitFor(() => expect(finding()).toBe(inTable()));
});

describe('the second window', () => {
  it('follows the finding under discussion and the class that is being chosen', async () => {
    await key('j');
    await waitFor(() => expect(finding()).toBe(rows()[1]!.dataset['finding']));
    await waitFor(() => expect(inTable()).toBe(finding()));
    expect(screen.queryByTestId('second-chosen')).toBeNull();
    await key('1');
    const name = screen.getByTestId('verdict-class-1').textContent!.replace('1', '').trim();
    await waitFor(() => expect(screen.getByTestId('second-chosen').textContent).toContain(name));
    expect(screen.getByTestId('second-chosen').textContent).toContain(speech.t.projector.choosing);
  });

  it('has a title of its own, so that two windows are told apart', () => {
    expect(document.title).toBe(speech.t.projector.window);
    expect(speech.t.projector.window).not.toBe(speech.t.app.name);
  });

  it('shows the newest state after an act', async () => {
    const judged = finding();
    await key('1');
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(inTable()).not.toBe(judged));
    await fireEvent.click(rows().find((row) => row.dataset['finding'] === judged)!);
    await waitFor(() => expect(finding()).toBe(judged));
    const panel = () => within(there()!).getByTestId('projector-panel').textContent;
    await waitFor(() => expect(panel()).not.toContain(speech.t.table.unjudged));
    expect(within(there()!).getByTestId('projector-judged').textContent).toContain('1/');
  });

  it('asks the desk for nothing but what it may, and has nothing to press', async () => {
    await key('j');
    await waitFor(() => expect(finding()).toBe(inTable()));
    expect(forbidden).toEqual([]);
    expect(there()!.querySelectorAll('button:not(:disabled), input, textarea, select')).toHaveLength(0);
  });

  it('shows nothing when the case is left', async () => {
    await fireEvent.click(screen.getByTestId('go-list'));
    await waitFor(() => expect(waits()).toBe(true));
    expect(there()).toBeNull();
  });

  it('shows nothing after signing out, and to who comes next only what they put on the table', async () => {
    await fireEvent.click(screen.getByTestId('sign-out'));
    await waitFor(() => expect(waits()).toBe(true));
    const field = await screen.findByTestId('open-password');
    await fireEvent.input(screen.getByTestId('open-sign-in'), { target: { value: 'suzuki' } });
    await fireEvent.input(field, { target: { value: PASSWORD } });
    await fireEvent.click(screen.getByTestId('open-submit'));
    await screen.findAllByTestId('case-row');
    expect(waits(), 'the case of before is not theirs').toBe(true);
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await waitFor(() => expect(there()).toBeTruthy());
  });

  it('shows nothing at once when the screen locks by itself, though the desk is busy', async () => {
    let answer: () => void = () => undefined;
    const call = backend.call.bind(backend);
    backend.call = (async (name: never, args: never) => {
      if (name === 'sign_out') await new Promise<void>((go) => (answer = go));
      return call(name, args);
    }) as typeof backend.call;
    vi.setSystemTime(Date.now() + LOCK_AFTER_S * 1000);
    await waitFor(() => expect(waits()).toBe(true));
    answer();
  });

  it('shows nothing where the desk refuses', async () => {
    await backend.aside('sign_out', {});
    await key('j');
    await waitFor(() => expect(waits()).toBe(true));
  });

  it('speaks the language of the first', async () => {
    await fireEvent.click(screen.getByTestId('language-switch'));
    await waitFor(() => expect(backend.projected.at(-1)?.language).toBe('en'));
    await waitFor(() => expect(there()!.textContent).toContain('What is known'));
  });

  it('is told nothing once it is closed', async () => {
    await key('p', { altKey: true });
    await waitFor(() => expect(backend.second).toBe(false));
    const told = backend.projected.length;
    await key('j');
    await new Promise((done) => setTimeout(done, 100));
    expect(backend.projected).toHaveLength(told);
  });
});
