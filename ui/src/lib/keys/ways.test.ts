import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD, type PipeBackend } from '$lib/backend/pipe/desk';
import { choose } from '$lib/backend/pipe/hand';
import { speech } from '$lib/words/speech.svelte';
import { shown, wordsNamed } from './table';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
/** A press of a key as the screen writes it. */
const press = (written: string) =>
  key(written.startsWith('Shift+') ? written.slice('Shift+'.length).toUpperCase() : written);
const hands = () => (document.activeElement as HTMLElement | null)?.dataset['testid'];
const here = (part: string) =>
  waitFor(() => expect(screen.getByTestId(`part-${part}`).getAttribute('aria-current')).toBe('page'));

async function atCase(backend: PipeBackend): Promise<void> {
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await screen.findByTestId('part-overview');
}

describe('a key leads straight', () => {
  it('into the words of the summary, from wherever', async () => {
    await atCase(await atDesk('ready'));
    await press(shown('parts', 'shortVariant'));
    await screen.findAllByTestId('finding-row');
    await press(shown('ways', 'summary'));
    await here('meeting');
    await waitFor(() => expect(hands()).toBe('summary-text'));
  });

  it('to the question before finalising, or says what still stands before it', async () => {
    const backend = await atDesk('ready');
    await atCase(backend);
    await press(shown('ways', 'finalise'));
    await here('documents');
    const lacks = (await backend.view()).gaps[0]!;
    await waitFor(() =>
      expect(screen.getByTestId('toast').textContent).toContain(speech.label(lacks.message)),
    );
    expect(screen.queryByTestId('finalise-dialog')).toBeNull();
    await press(shown('ways', 'sign'));
    const password = await screen.findByTestId('sign-password');
    await fireEvent.input(password, { target: { value: PASSWORD } });
    await fireEvent.submit(password.closest('form')!);
    await waitFor(() => expect(hands()).toBe('finalise'));
    await press(shown('ways', 'finalise'));
    await screen.findByTestId('finalise-dialog');
    expect(backend.sent('finalise_report'), 'it is asked, not done').toHaveLength(0);
  });

  it('nowhere where nothing can be signed yet, and says so', async () => {
    await atCase(await atDesk('practice'));
    await press(shown('ways', 'sign'));
    await waitFor(() => expect(screen.getByTestId('toast').textContent).toContain(speech.t.signing.notOpen));
    expect(screen.queryByTestId('sign-dialog')).toBeNull();
  });

  it('and all of them are in the palette, with their keys', async () => {
    await atCase(await atDesk('ready'));
    for (const way of ['summary', 'sign', 'finalise', 'print', 'explain'] as const) {
      await key('k', { ctrlKey: true });
      const words = wordsNamed(`ways.${way}`, speech.t);
      await fireEvent.input(await screen.findByTestId('palette-search'), { target: { value: words } });
      const offer = screen.getAllByTestId('palette-offer')[0]!.textContent;
      expect(offer).toContain(words);
      expect(offer).toContain(shown('ways', way));
      await key('Escape');
      await waitFor(() => expect(screen.queryByTestId('palette-search')).toBeNull());
    }
  });
});

describe('from the list of cases', () => {
  it('the report is printed by one key', async () => {
    const backend = await atDesk('finalised');
    render(Window, { backend });
    await screen.findAllByTestId('case-row');
    await press(shown('list', 'print'));
    await waitFor(() => expect(backend.sent('note_printed')).toHaveLength(1));
    const { caseId } = backend;
    const report = await backend.aside('preview_report', { caseId, language: 'ja', revision: 1 });
    expect(backend.sent('note_printed')[0]!.sha256).toBe(report.sha256);
  });
});

describe('what had the hands', () => {
  it('folds away with the verdict that is recorded: they are back on a row, and the next key is meant for that', async () => {
    const backend = await atDesk();
    await atCase(backend);
    await press(shown('parts', 'shortVariant'));
    const rows = await screen.findAllByTestId('finding-row');
    await waitFor(() => expect(document.activeElement).toBe(rows[0]));
    await key('1');
    await key('v');
    await waitFor(() => expect(hands()).toBe('verdict-rationale'));
    await fireEvent.input(document.activeElement!, { target: { value: '既知' } });
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_finding')).toHaveLength(1));
    await waitFor(() => expect(hands()).toBe('finding-row'));
    await key('2');
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_finding')).toHaveLength(2));
    expect(backend.sent('judge_finding')[1]!.findingIds).not.toEqual(
      backend.sent('judge_finding')[0]!.findingIds,
    );
  });

  it('goes on to heredity after the verdict on a germline finding, and from there to what is left', async () => {
    const backend = await atDesk();
    await atCase(backend);
    await press(shown('parts', 'germline'));
    const row = (await screen.findAllByTestId('finding-row'))[0]!;
    await waitFor(() => expect(document.activeElement).toBe(row));
    await key('1');
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(hands()).toBe('germline-judgement'));
    expect(backend.sent('judge_germline'), 'a person judges').toHaveLength(0);
    await choose(document.activeElement!, 'confirmationRecommended');
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_germline')).toHaveLength(1));
    await waitFor(() =>
      expect(screen.getByTestId('part-germline').getAttribute('aria-current')).not.toBe('page'),
    );
    await waitFor(() => expect(hands()).toBe('finding-row'));
    const drafts = await backend.aside('drafts', {});
    expect(drafts.drafts, 'what is recorded is no draft').toEqual([]);
  });

  it('stays on the row where the window came to the germline findings by itself', async () => {
    const backend = await atDesk();
    const { findings } = await backend.view();
    const ids = (...kinds: string[]) =>
      findings.filter((row) => row.needsVerdict && kinds.includes(row.kind)).map((row) => row.findingId);
    const judge = (findingIds: string[], scale: string, of: string) =>
      backend.change('judge_finding', { findingIds, scale, class: of });
    await judge(ids('shortVariant'), 'oncogenicity-2022', 'vus');
    await judge(ids('copyNumber', 'rearrangement'), 'panel-alteration', 'vus');
    await judge(ids('biomarker').slice(1), 'panel-marker', 'not-relevant');
    await atCase(backend);
    await press(shown('parts', 'biomarker'));
    await waitFor(() => expect(hands()).toBe('finding-row'));
    await key('3');
    await key('s', { ctrlKey: true });
    await here('germline');
    await waitFor(() => expect(hands()).toBe('finding-row'));
    await new Promise((done) => setTimeout(done, 100));
    expect(hands(), 'the next letter is a key').toBe('finding-row');
  });
});
