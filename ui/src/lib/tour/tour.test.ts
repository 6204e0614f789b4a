import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { keyNamed } from '$lib/keys/table';
import { speech } from '$lib/words/speech.svelte';
import { beside } from './place';
import { STOPS } from './tour.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const stop = () => screen.queryByTestId('tour')?.dataset['stop'] ?? null;
const atStop = (name: string) => waitFor(() => expect(stop()).toBe(name));

/** The demonstration, by the button that a newcomer presses. */
async function demonstration() {
  const backend = await atDesk('none');
  render(Window, { backend });
  await fireEvent.click(await screen.findByTestId('welcome-demo'));
  await screen.findAllByTestId('case-row');
  return backend;
}

describe('the tour', () => {
  it('begins with the demonstration and leads to every place that it speaks of', async () => {
    await demonstration();
    for (const { name, points } of STOPS) {
      await atStop(name);
      await waitFor(() => expect(document.querySelector(points), name).not.toBeNull());
      expect(screen.getByTestId('tour').textContent).toContain(speech.t.tour.text[name]);
      await fireEvent.click(screen.getByTestId('tour-next'));
    }
    expect(stop()).toBeNull();
    expect(localStorage.getItem('tour')).toBe('seen');
  });

  it('goes forward and back by key, has the hands at each step, and ends at Escape for good', async () => {
    await demonstration();
    await atStop('list');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('tour')));
    await key('ArrowRight');
    await atStop('glance');
    await screen.findByTestId('part-overview');
    await key('ArrowRight', { altKey: true });
    await atStop('next');
    await key('ArrowLeft', { altKey: true });
    await atStop('glance');
    screen.getByTestId('tour').focus();
    await key('Escape');
    await waitFor(() => expect(stop()).toBeNull());
    await fireEvent.click(screen.getByTestId('sign-out'));
    await fireEvent.click(await screen.findByTestId('welcome-demo'));
    await screen.findAllByTestId('case-row');
    expect(stop(), 'it was seen').toBeNull();
  });

  it('leaves every key to a field and to the page', async () => {
    await demonstration();
    await atStop('list');
    const search = screen.getByTestId('case-search');
    search.focus();
    for (const name of ['ArrowRight', 'ArrowLeft', 'n']) await key(name);
    await key('ArrowRight', { altKey: true });
    await key('ArrowRight', { altKey: true, isComposing: true });
    expect(stop(), 'typing moves nothing').toBe('list');
    const rows = screen.getAllByTestId('case-row');
    search.blur();
    await key('j');
    await waitFor(() => expect(rows[1]!.getAttribute('aria-selected')).toBe('true'));
    expect(stop()).toBe('list');
  });

  it('says keys and words as the table of keys does, in both languages', async () => {
    for (const { keys } of STOPS) for (const named of keys) expect(keyNamed(named), named).not.toBeNull();
    await demonstration();
    await atStop('list');
    speech.language = 'en';
    await waitFor(() => expect(screen.getByTestId('tour').textContent).toContain(speech.t.tour.head.list));
    expect(screen.getByTestId('tour').textContent).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/u);
  });

  it('never comes over a real store by itself, and opens no patient’s case when asked for', async () => {
    const backend = await atDesk();
    render(Window, { backend });
    await screen.findAllByTestId('case-row');
    expect(stop()).toBeNull();
    await key('F1');
    await fireEvent.click(await screen.findByTestId('help-tour'));
    for (const { name } of STOPS) {
      await atStop(name);
      await fireEvent.click(screen.getByTestId('tour-next'));
    }
    expect(backend.sent('open_case')).toHaveLength(0);
  });
});

describe('the panel of the tour', () => {
  const room = { width: 1280, height: 720 };
  const panel = { width: 350, height: 200 };
  const overlaps = (at: { left: number; top: number; width: number; height: number }) => {
    const { left, top } = beside(at, panel, room);
    return (
      left < at.left + at.width &&
      at.left < left + panel.width &&
      top < at.top + at.height &&
      at.top < top + panel.height
    );
  };

  it('stands beside what it speaks of and inside the window', () => {
    for (const at of [
      { left: 0, top: 100, width: 216, height: 300 },
      { left: 900, top: 100, width: 380, height: 500 },
      { left: 0, top: 40, width: 1280, height: 44 },
      { left: 0, top: 660, width: 1280, height: 44 },
    ]) {
      expect(overlaps(at), JSON.stringify(at)).toBe(false);
      const { left, top } = beside(at, panel, room);
      expect(left >= 0 && top >= 0 && left + panel.width <= 1280 && top + panel.height <= 720).toBe(true);
    }
  });

  it('keeps to the lower corner where there is nothing to point at or no room beside it', () => {
    const corner = beside(null, panel, room);
    expect(corner.left + panel.width).toBeGreaterThan(1200);
    expect(beside({ left: 0, top: 0, width: 1280, height: 720 }, panel, room)).toEqual(corner);
  });
});
