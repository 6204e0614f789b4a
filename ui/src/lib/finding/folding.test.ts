import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { shown } from '$lib/keys/table';
import { speech } from '$lib/words/speech.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const unfolded = () => screen.queryByTestId('verdict-rationale') !== null;
const on = () =>
  document
    .querySelector<HTMLElement>('[data-testid="finding-row"][aria-selected="true"]')
    ?.getAttribute('data-finding');

let backend: PipeBackend;
beforeEach(async () => {
  backend = await atDesk();
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await fireEvent.click(await screen.findByTestId('part-shortVariant'));
  await screen.findByTestId('verdict-fold');
});

describe('the form of the verdict', () => {
  it('is one line while nobody is at work on it: what stands, the keys of the classes, the way to unfold it', () => {
    expect(unfolded()).toBe(false);
    const form = screen.getByTestId('verdict-form');
    expect(form.textContent).toContain(speech.t.table.unjudged);
    const first = screen.getByTestId('verdict-class-1');
    expect(first.querySelector('kbd')?.textContent).toBe('1');
    expect(first.textContent, 'a key and a shape alone are no name').toContain('がん化変異');
    expect(screen.getByTestId('verdict-fold').getAttribute('aria-expanded')).toBe('false');
  });

  it('unfolds by a class chosen, and folds when the discussion goes on after it was recorded', async () => {
    const first = on();
    await key('1');
    await waitFor(() => expect(unfolded()).toBe(true));
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(on()).not.toBe(first));
    await waitFor(() => expect(unfolded()).toBe(false));
  });

  it('stands unfolded where something is typed, and is a line at the next finding', async () => {
    await key('2');
    await key('j');
    await waitFor(() => expect(unfolded()).toBe(false));
    await key('k');
    await waitFor(() => expect(unfolded()).toBe(true));
    expect(screen.getByTestId('verdict-class-2').getAttribute('aria-checked')).toBe('true');
  });

  it('is unfolded by its key with the hands in the reasons, and folded again by Escape', async () => {
    await key(shown('finding', 'verdict'));
    await waitFor(() => expect(document.activeElement?.id).toBe('verdict-rationale'));
    await key('Escape');
    expect(unfolded(), 'the hands are taken out first').toBe(true);
    await key('Escape');
    await waitFor(() => expect(unfolded()).toBe(false));
  });

  it('can be folded over what is typed, which is still said and can be recorded', async () => {
    await key('1');
    await fireEvent.click(await screen.findByTestId('verdict-fold'));
    await waitFor(() => expect(unfolded()).toBe(false));
    expect(screen.getByTestId('draft-kept')).toBeTruthy();
    await fireEvent.click(screen.getByTestId('verdict-save'));
    await waitFor(() => expect(backend.sent('judge_finding')).toHaveLength(1));
  });

  it('says what is missing when nothing was chosen, and shows where', async () => {
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(speech.t.verdict.needClass));
    expect(unfolded()).toBe(true);
  });
});

describe('what is said of a finding', () => {
  it('is named in one line, each part leading to its place', async () => {
    const line = await screen.findByTestId('finding-sections');
    const named = [...line.querySelectorAll('button')].map((one) => one.textContent?.replace(/\d+$/u, ''));
    const { seen, sources, evidence, recall, opinions, germline } = speech.t.detail.to;
    expect(named.filter((one) => one !== sources)).toEqual([seen, evidence, recall, opinions, germline]);
    for (const name of ['seen', 'evidence', 'recall', 'opinions', 'germline'])
      expect(document.getElementById(`finding-${name}`)?.querySelector('h3'), name).toBeTruthy();
  });
});
