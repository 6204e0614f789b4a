import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { WORDS } from '$lib/bindings/words';
import { SPEECH } from '$lib/bindings/speech';
import { PARTS } from '$lib/case/parts';
import { keyNamed, shown } from '$lib/keys/table';
import { speech, type Language } from '$lib/words/speech.svelte';
import { topicOf } from './parse';
import { findTopics, said, topic, topicAt, TOPICS } from './topics';

const LANGUAGES: Language[] = ['ja', 'en'];
const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const article = () => screen.getByTestId('help-article');

describe('the text of the help', () => {
  it('names only what the screens say, keys that there are, and topics that there are', () => {
    for (const language of LANGUAGES)
      for (const name of TOPICS)
        for (const { inlines } of topic(name, language).blocks)
          for (const inline of inlines) {
            const where = `${language}/${name}: ${JSON.stringify(inline)}`;
            if (inline.kind === 'word') {
              let at: unknown = SPEECH[language];
              for (const step of inline.path.split('.')) at = (at as Record<string, unknown>)?.[step];
              expect(typeof at, where).toBe('string');
            } else if (inline.kind === 'label') expect(Object.keys(WORDS), where).toContain(inline.key);
            else if (inline.kind === 'key') expect(keyNamed(inline.named), where).not.toBeNull();
            else if (inline.kind === 'topic')
              expect([...TOPICS, 'glossary', 'licences'], where).toContain(inline.name);
            else expect(inline.text, `${where}: a name that was not read`).not.toMatch(/[{}]/u);
          }
  });

  it('tells the same in both languages, step by step', () => {
    const shape = (language: Language) =>
      TOPICS.map((name) => {
        const { places, picture, blocks } = topic(name, language);
        const keys = blocks.map((one) =>
          one.inlines.flatMap((inline) => (inline.kind === 'key' ? [inline.named] : [])).sort(),
        );
        return { name, places, picture, kinds: blocks.map((one) => one.kind), keys };
      });
    expect(shape('en')).toEqual(shape('ja'));
    for (const language of LANGUAGES)
      for (const name of TOPICS) expect(topic(name, language).title, name).not.toBe('');
  });

  it('keeps the two languages apart', () => {
    for (const name of TOPICS) {
      const plain = topic(name, 'en').blocks.flatMap((one) =>
        one.inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : [])),
      );
      const strange = plain.filter((text) =>
        /[\u3040-\u30ff\u4e00-\u9fff]/u.test(text.replace(/[アキ]/gu, '')),
      );
      expect(strange, name).toEqual([]);
    }
  });

  it('has a topic for every page and every part of a case', () => {
    for (const place of ['welcome', 'list', 'settings', 'meetings', 'news', ...PARTS])
      expect(
        TOPICS.filter((name) => topic(name, 'ja').places.includes(place)),
        place,
      ).toHaveLength(1);
  });

  it('is read line by line', () => {
    const read = topicOf('x', '# T\n@ list\n& p\n\nOne {k:list.intake} two\n1. step\n- item\n## head');
    expect(read).toMatchObject({ title: 'T', places: ['list'], picture: 'p' });
    expect(read.blocks.map((one) => one.kind)).toEqual(['paragraph', 'step', 'item', 'heading']);
    expect(read.blocks[0]!.inlines.map((one) => one.kind)).toEqual(['text', 'key', 'text']);
  });
});

describe('searching the help', () => {
  const names = (typed: string) => findTopics(typed).map((one) => one.topic);

  it('finds what the screens are called, whatever the width, case and kana', () => {
    expect(names('訂正')).toContain('report');
    expect(names('ふりがな')).toEqual(names('フリガナ'));
    expect(names('ふりがな')).toContain('explanation');
    expect(names('ｊｒｃｔ')).toEqual(names('jRCT'));
    expect(names(said({ kind: 'word', path: 'documents.finalise' }))).toContain('report');
  });

  it('finds abbreviations by any of their names', () => {
    expect(findTopics('相同組換え').at(-1)).toMatchObject({ topic: 'glossary' });
    speech.language = 'en';
    expect(findTopics('tumour mutational').map((one) => one.line)[0]).toContain('TMB');
  });

  it('finds nothing where a word is nowhere, and asks for all words', () => {
    expect(names('訂正 どこにもない')).toEqual([]);
    expect(names('  ')).toEqual([]);
  });
});

describe('the help in the window', () => {
  it('opens by key at what fits the page, before anybody has signed in too', async () => {
    render(Window, { backend: await atDesk('none') });
    await screen.findByTestId('create-submit');
    await key(shown('everywhere', 'manual'));
    await screen.findByTestId('help');
    expect(article().textContent).toContain(topic('start').title);
  });

  it('opens at the part of the case on the table, and closes by the same key', async () => {
    render(Window, { backend: await atDesk() });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await screen.findByTestId('part-overview');
    for (const part of ['treatment', 'documents'] as const) {
      await key(shown('parts', part));
      await waitFor(() =>
        expect(screen.getByTestId(`part-${part}`).getAttribute('aria-current')).toBe('page'),
      );
      await key('F1');
      await screen.findByTestId('help');
      expect(article().getAttribute('aria-label')).toBe(topic(topicAt(part) as 'report').title);
      expect(article().textContent).not.toMatch(/\{[a-z]+:/u);
      await key('F1');
      await waitFor(() => expect(screen.queryByTestId('help')).toBeNull());
    }
  });

  it('is searched and read by key, while the page below hears nothing', async () => {
    const backend = await atDesk('many');
    render(Window, { backend });
    await screen.findAllByTestId('case-row');
    await fireEvent.click(screen.getByTestId('help-open'));
    const search = await screen.findByTestId('help-search');
    await waitFor(() => expect(document.activeElement).toBe(search));
    await fireEvent.input(search, { target: { value: '署名' } });
    await waitFor(() => expect(screen.getAllByTestId('help-hit').length).toBeGreaterThan(0));
    await key('Enter');
    await waitFor(() => expect(document.activeElement).toBe(article()));
    expect(article().textContent).toContain(speech.t.documents.finalise);
    await key('n');
    expect(screen.queryByTestId('intake-sheet')).toBeNull();
    await key('Escape');
    await waitFor(() => expect(screen.queryByTestId('help')).toBeNull());
  });

  it('is there from the list of keys', async () => {
    render(Window, { backend: await atDesk() });
    await screen.findAllByTestId('case-row');
    await key('?');
    await fireEvent.click(await screen.findByTestId('keys-help'));
    await screen.findByTestId('help');
    expect(screen.queryByTestId('keys')).toBeNull();
  });
});
