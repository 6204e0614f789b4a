import axe from 'axe-core';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from './App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';
import { PARTS } from '$lib/case/parts';
import { shown } from '$lib/keys/table';
import { speech } from '$lib/words/speech.svelte';

/** Faults of what is on the screen, by rule and place. Colours and what scrolls are seen in the real window only, where
 *  something is laid out (`tests/e2e/accessible.rs`). */
async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, 'scrollable-region-focusable': { enabled: false } },
    resultTypes: ['violations'],
  });
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}
/** Rules over whole pages take their time where several tests share a machine. */
const PATIENCE = 120_000;

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });

beforeEach(() => void (document.documentElement.lang = 'ja'));

describe('whoever listens to the screen or sees little', () => {
  it(
    'finds no fault on the way in',
    async () => {
      render(Window, { backend: await atDesk('none') });
      await screen.findByTestId('create-submit');
      expect(await faults()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'finds no fault where somebody signs in',
    async () => {
      render(Window, { backend: await atDesk('members', null) });
      await screen.findByTestId('open-submit');
      expect(await faults()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'finds no fault in the list, the palette, the keys, the settings and the meetings',
    async () => {
      render(Window, { backend: await atDesk() });
      await screen.findAllByTestId('case-row');
      expect(await faults()).toEqual([]);
      await key('k', { ctrlKey: true });
      await screen.findByTestId('palette');
      expect(await faults(), 'palette').toEqual([]);
      await key('k', { ctrlKey: true });
      await waitFor(() => expect(screen.queryByTestId('palette')).toBeNull());
      await key('?');
      await screen.findByTestId('keys');
      expect(await faults(), 'keys').toEqual([]);
      await key('?');
      await waitFor(() => expect(screen.queryByTestId('keys')).toBeNull());
      await key(shown('everywhere', 'manual'));
      await screen.findByTestId('help');
      expect(await faults(), 'help').toEqual([]);
      await fireEvent.click(screen.getByTestId('help-topic-glossary'));
      expect(await faults(), 'glossary').toEqual([]);
      await key(shown('everywhere', 'manual'));
      await waitFor(() => expect(screen.queryByTestId('help')).toBeNull());
      await fireEvent.click(screen.getByTestId('settings-open'));
      await screen.findByTestId('verify');
      expect(await faults(), 'settings').toEqual([]);
      await fireEvent.click(screen.getByTestId('go-meetings'));
      await screen.findByTestId('plan-open');
      expect(await faults(), 'meetings').toEqual([]);
      await fireEvent.click(screen.getByTestId('plan-open'));
      await waitFor(() => expect(document.getElementById('plan-search')).toBeTruthy());
      expect(await faults(), 'a meeting').toEqual([]);
    },
    PATIENCE,
  );

  it(
    'finds no fault in the tour, nor where an abbreviation says what it means',
    async () => {
      render(Window, { backend: await atDesk('none') });
      await fireEvent.click(await screen.findByTestId('welcome-demo'));
      await screen.findAllByTestId('case-row');
      await screen.findByTestId('tour');
      expect(await faults(), 'the tour in the list').toEqual([]);
      await fireEvent.click(screen.getByTestId('tour-next'));
      await screen.findByTestId('glance');
      expect(await faults(), 'the tour in a case').toEqual([]);
      await fireEvent.click(screen.getByTestId('tour-skip'));
      await fireEvent.click(screen.getAllByRole('button', { name: 'PS' })[0]!);
      await screen.findByText(speech.word('abbrMeans.ps'));
      expect(await faults(), 'an abbreviation').toEqual([]);
    },
    PATIENCE,
  );

  it(
    'finds no fault in any part of a case',
    async () => {
      render(Window, { backend: await atDesk('ready') });
      await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
      await screen.findByTestId('part-overview');
      for (const part of PARTS) {
        await key(shown('parts', part));
        await waitFor(() =>
          expect(screen.getByTestId(`part-${part}`).getAttribute('aria-current')).toBe('page'),
        );
        await new Promise((done) => setTimeout(done, 150));
        expect(await faults(), part).toEqual([]);
      }
    },
    PATIENCE,
  );

  it(
    'finds no fault in what is shown for everybody in the room',
    async () => {
      render(Window, { backend: await atDesk() });
      await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
      await screen.findByTestId('part-overview');
      await key('P', { shiftKey: true });
      await screen.findByTestId('projector-finding');
      await new Promise((done) => setTimeout(done, 150));
      expect(await faults()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'finds no fault in the dialogs of a case',
    async () => {
      render(Window, { backend: await atDesk() });
      await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
      await screen.findByTestId('part-overview');
      for (const [pressed, dialog] of [
        ['r', 'rec-add-dialog'],
        ['t', 'ref-add-dialog'],
      ] as const) {
        await key(pressed);
        await screen.findByTestId(dialog);
        expect(await faults(), dialog).toEqual([]);
        await key('Escape');
        await waitFor(() => expect(screen.queryByTestId(dialog)).toBeNull());
      }
      await key(shown('parts', 'shortVariant'));
      await screen.findAllByTestId('finding-row');
      await fireEvent.click(screen.getByTestId('conditions-open'));
      await screen.findByTestId('conditions');
      expect(await faults(), 'conditions').toEqual([]);
      await fireEvent.click(screen.getByTestId('bulk-open'));
      await screen.findByTestId('bulk-dialog');
      expect(await faults(), 'bulk-dialog').toEqual([]);
    },
    PATIENCE,
  );

  it(
    'finds no fault where files are loaded, a report is signed and finalised, and words for the patient are chosen',
    async () => {
      const backend = await atDesk('ready');
      const signing = { capacities: ['author' as const, 'reviewer' as const], password: PASSWORD };
      await backend.change('sign_report', signing);
      render(Window, { backend });
      await screen.findAllByTestId('case-row');
      await key('n');
      await screen.findByTestId('intake-sheet');
      expect(await faults(), 'intake-sheet').toEqual([]);
      await key('Escape');
      await waitFor(() => expect(screen.queryByTestId('intake-sheet')).toBeNull());
      await fireEvent.click(screen.getAllByTestId('case-row')[0]!);
      await screen.findByTestId('part-overview');
      await key(shown('parts', 'documents'));
      for (const [opens, dialog] of [
        ['sign-chair', 'sign-dialog'],
        ['explanation-edit', 'explanation-dialog'],
        ['finalise', 'finalise-dialog'],
      ] as const) {
        if (opens === 'finalise') {
          await backend.change('sign_report', { ...signing, capacities: ['chair'] });
          await fireEvent.click(screen.getByTestId('go-list'));
          await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
          await screen.findByTestId('part-overview');
          await key(shown('parts', 'documents'));
        }
        const button = await screen.findByTestId<HTMLButtonElement>(opens);
        await waitFor(() => expect(button.disabled).toBe(false));
        await fireEvent.click(button);
        await screen.findByTestId(dialog);
        expect(await faults(), dialog).toEqual([]);
        await key('Escape');
        await waitFor(() => expect(screen.queryByTestId(dialog)).toBeNull());
      }
    },
    PATIENCE,
  );
});
