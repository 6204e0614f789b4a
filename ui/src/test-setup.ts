import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

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

afterEach(() => cleanup());
