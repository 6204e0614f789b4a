import { afterEach, describe, expect, it, vi } from 'vitest';
import { chord, press } from './keys';
import { find, type Entry } from './palette';
import { speech } from '$lib/words/speech.svelte';
import { KEYS, line, listed, SECTIONS, type Key, type Line, type Place } from './table';

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

  it('stays a letter in a field, while Ctrl+S still records and F1 still helps', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    const map = { j: vi.fn(), 'Ctrl+s': vi.fn(), F1: vi.fn() };
    expect(pressed(key('F1'), field, map)).toBe(true);
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

describe('the table of keys', () => {
  const places = Object.entries(KEYS) as [Place, Record<string, Key>][];
  const sources = import.meta.glob<string>(['../**/*.svelte', '../../App.svelte'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const all = Object.values(sources).join('\n');

  it('is answered at every place, where nothing else compiles than an answer to each of its keys', () => {
    for (const [place] of places) expect(all, place).toMatch(new RegExp(`(at|meant)\\('${place}',`, 'u'));
  });

  it('is where every handler of keys comes from', () => {
    for (const [file, text] of Object.entries(sources))
      for (const [call] of text.matchAll(/\bpress\([^)]*/gu)) expect(call, file).not.toContain("': ");
  });

  it('means one act by one press at one place', () => {
    for (const [place, keys] of places) {
      const chords = Object.values(keys).flatMap((key) => key.chords);
      expect(new Set(chords).size, place).toBe(chords.length);
    }
  });

  it('lists every key with its words, in both languages', () => {
    for (const language of ['ja', 'en'] as const) {
      speech.language = language;
      for (const [place, keys] of places)
        for (const [act, key] of Object.entries(keys)) {
          expect(key.listed, `${place}.${act}`).not.toEqual([]);
          for (const section of key.listed)
            expect(
              listed(section, speech.t).map(([one]) => one),
              `${place}.${act}`,
            ).toContain(key.shown);
        }
      for (const section of SECTIONS)
        for (const [, words] of listed(section, speech.t)) expect(words.trim()).not.toBe('');
    }
    speech.language = 'ja';
  });

  it('gives each page its bottom line', () => {
    const pages: Line[] = ['settings', 'list', 'meetings', 'news', 'plan', 'case', 'findings'];
    expect(pages.map((page) => line(page, speech.t).map(([key]) => key))).toEqual([
      ['Esc'],
      ['j k', 'Enter', '/', 'Ctrl+K', '?'],
      ['j k', 'Enter', 'n', '?'],
      ['j k', 'Enter', 'Alt+Home', '?'],
      ['p', '/', 'Ctrl+S', 'Esc', '?'],
      ['r', 't', 'Alt+↑↓', '?'],
      ['j k', '1–9', 'Ctrl+S', 'o', 'r', '?'],
    ]);
  });
});
