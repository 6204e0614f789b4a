import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from './App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { PARTS } from '$lib/case/parts';
import { en } from '$lib/bindings/speech/en';
import { ja } from '$lib/bindings/speech/ja';
import { WORDS } from '$lib/bindings/words';
import { speech } from '$lib/words/speech.svelte';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]+/gu;

/** Everything a person reads or hears of the page: its texts, and what names its fields and buttons. */
function said(): string[] {
  const texts: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  for (const one of document.querySelectorAll('[title], [aria-label], [placeholder], [alt]'))
    for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
      texts.push(one.getAttribute(name) ?? '');
  return texts.map((text) => text.trim()).filter(Boolean);
}

/** What people and files wrote: every text of an answer but those that it gives in both languages. */
function written(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.flatMap(written);
  if (typeof answer !== 'object' || answer === null || ('ja' in answer && 'en' in answer)) return [];
  return Object.values(answer).flatMap(written);
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const click = async (name: string) => fireEvent.click((await screen.findAllByTestId(name))[0]!);

/** Turns to every screen and every dialog in turn. */
async function walk(look: (where: string) => void) {
  await screen.findAllByTestId('case-row');
  look('list');
  for (const [open, name] of [
    ['export-ledger', 'ledger'],
    ['export-ccat', 'C-CAT items'],
    ['intake-open', 'intake'],
  ] as const) {
    await click(open);
    await screen.findByRole('dialog');
    look(name);
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  for (const [key, more, name] of [
    ['k', { ctrlKey: true }, 'palette'],
    ['?', {}, 'keys'],
  ] as const) {
    await press(key, more);
    await screen.findByTestId(name);
    look(name);
    await press('Escape');
    await waitFor(() => expect(screen.queryByTestId(name)).toBeNull());
  }
  await click('case-row');
  for (const part of PARTS) {
    await click(`part-${part}`);
    await waitFor(() => expect(screen.getByTestId(`part-${part}`).getAttribute('aria-current')).toBe('page'));
    if (part === 'documents') await screen.findByTestId('preview-pages-count');
    look(part);
  }
  await click('part-overview');
  await click('details-edit');
  await screen.findByTestId('details-wish');
  look('details');
  await click('part-shortVariant');
  await click('finding-row');
  await screen.findByTestId('verdict-form');
  look('finding');
  await click('conditions-open');
  await click('bulk-open');
  await screen.findByTestId('bulk-dialog');
  look('a verdict on many');
  await press('Escape');
  await waitFor(() => expect(screen.queryByTestId('bulk-dialog')).toBeNull());
  await click('settings-open');
  await screen.findByTestId('verify');
  look('settings');
  await click('go-meetings');
  await click('plan-open');
  await screen.findByTestId('plan-save');
  look('a meeting');
}

async function data(backend: PipeBackend): Promise<string> {
  const answers = await Promise.all([
    backend.aside('app_info', {}),
    backend.view(),
    backend.aside('members', {}),
    backend.aside('rule_sets', {}),
    backend.aside('phrases', {}),
    backend.aside('heredity_words', {}),
    backend.aside('list_cases', {}),
  ]);
  // Language names stand in their own language, and the program’s name in both.
  return [...written(answers), '日本語に切り替える', 'ア イ ウ エ オ カ キ ク ケ コ', '円卓'].join('\n');
}

describe('the page in one language', () => {
  it('says nothing in Japanese while it speaks English, but for what people and files wrote', async () => {
    const backend = await atDesk('practice');
    speech.language = 'en';
    await backend.aside('set_language', { language: 'en' });
    const known = await data(backend);
    render(Window, { backend });
    const found = new Set<string>();
    await walk((where) => {
      for (const text of said())
        for (const [run] of text.matchAll(JAPANESE)) if (!known.includes(run)) found.add(`${where}: ${text}`);
    });
    expect([...found]).toEqual([]);
  });

  it('says no word of the English book while it speaks Japanese', async () => {
    const backend = await atDesk('practice');
    const words = Object.values(WORDS);
    const japanese = new Set<string>([...words.map((word) => word.ja), ...written(ja)]);
    const english = new Set<string>(
      [...words.map((word) => word.en), ...written(en)].filter(
        (word) => /[a-z]{3}/u.test(word) && !japanese.has(word),
      ),
    );
    render(Window, { backend });
    const found = new Set<string>();
    await walk((where) => {
      for (const text of said()) if (english.has(text)) found.add(`${where}: ${text}`);
    });
    expect([...found]).toEqual([]);
  });
});
