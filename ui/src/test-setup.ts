import { cleanup, configure } from '@testing-library/svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import { speech } from '$lib/words/speech.svelte';

// Nothing is laid out here: tables get a screenful of room and rows of one height, so that they draw.
const measure = (name: 'clientHeight' | 'offsetHeight' | 'clientWidth', value: (of: Element) => number) =>
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: Element) {
      return value(this);
    },
  });
const height = (of: Element) => (of.classList.contains('scroller') ? 900 : 44);
measure('clientHeight', height);
measure('offsetHeight', height);
measure('clientWidth', () => 1600);

// The desk is asked in earnest, over a pipe, and several tests share a machine.
configure({ asyncUtilTimeout: 8000 });

// The day of the desk's clock: what the page dates today is not in the future there.
beforeEach(() => void vi.setSystemTime(new Date('2026-11-22T10:00:00+09:00')));

// Test files share the page's modules: nothing that one chose is there for the next.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  localStorage.clear();
  speech.language = 'ja';
});
