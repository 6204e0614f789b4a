import { afterEach, describe, expect, it, vi } from 'vitest';
import { chord, press } from './keys';
import { find, type Entry } from './palette';

const key = (name: string, more: KeyboardEventInit & { keyCode?: number } = {}) =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });

function pressed(event: KeyboardEvent, on: Element, map: Parameters<typeof press>[1]) {
  let acted = false;
  on.addEventListener('keydown', (event) => (acted = press(event as KeyboardEvent, map)), { once: true });
  on.dispatchEvent(event);
  return acted;
}

afterEach(() => document.body.replaceChildren());

describe('a key press', () => {
  it('means nothing while Japanese is being converted', () => {
    expect(chord(key('j', { isComposing: true }))).toBeNull();
    expect(chord(key('Process'))).toBeNull();
    const old = key('1');
    Object.defineProperty(old, 'keyCode', { value: 229 });
    expect(chord(old), 'some engines report the IME by key code alone').toBeNull();
  });

  it('does not fire with a modifier of its own', () => {
    expect(chord(key('Control', { ctrlKey: true }))).toBeNull();
    expect(chord(key('S', { ctrlKey: true }))).toBe('Ctrl+s');
  });

  it('stays a letter in a field, while Ctrl+S still records', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    const map = { j: vi.fn(), 'Ctrl+s': vi.fn() };
    expect(pressed(key('j'), field, map)).toBe(false);
    expect(pressed(key('s', { ctrlKey: true }), field, map)).toBe(true);
    expect(map.j).not.toHaveBeenCalled();
  });

  it('works with the hand on a check box, which takes no text', () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    document.body.append(box);
    expect(pressed(key('j'), box, { j: () => undefined })).toBe(true);
  });

  it('leaves Enter to the button that has it', () => {
    const button = document.body.appendChild(document.createElement('button'));
    expect(pressed(key('Enter'), button, { Enter: () => undefined })).toBe(false);
  });
});

describe('the palette', () => {
  const entry = (id: string, text: string, more = ''): Entry => ({
    id,
    group: 'act',
    text,
    more,
    run: () => undefined,
  });
  const all = [entry('a', '推奨を追加', 'r'), entry('b', 'EGFR p.Leu858Arg'), entry('c', 'TP53 p.Arg273His')];
  it('finds by every word typed, in any order', () => {
    expect(find(all, 'leu egfr').map((one) => one.id)).toEqual(['b']);
  });
  it('puts what begins so first', () => {
    expect(find([entry('x', 'not EGFR'), ...all], 'egfr')[0]?.id).toBe('b');
  });
  it('shows everything before anything is typed', () => {
    expect(find(all, '  ')).toHaveLength(3);
  });
});
