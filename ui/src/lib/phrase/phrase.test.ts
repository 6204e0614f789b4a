import type { PhraseField } from '$lib/bindings/PhraseField';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { blanks } from './blanks';
import { fitted, insert } from './insert';
import { Picking } from './picking.svelte';

const PHRASE = '〔理由〕のため、確認検査が必要と考えます。';

function area(value: string, from = value.length, to = from): HTMLTextAreaElement {
  const control = document.body.appendChild(document.createElement('textarea'));
  control.value = value;
  control.setSelectionRange(from, to);
  return control;
}

describe('a place to fill in', () => {
  it('stands between brackets on one line', () => {
    expect(blanks('〔確認日〕時点、〔 〕と〔〕').map((one) => one.text)).toEqual([
      '〔確認日〕',
      '〔 〕',
      '〔〕',
    ]);
    expect(blanks('〔確認日〔版〕').map((one) => one.text)).toEqual(['〔版〕']);
    expect(blanks('〔未完\n続き〕')).toEqual([]);
    const [one] = blanks('あ〔い〕');
    expect([one?.from, one?.to]).toEqual([1, 4]);
  });
});

describe('putting a phrase in', () => {
  it('replaces nothing, not even what is selected, and selects what is to be filled in', () => {
    const control = area('前の文。後の文。', 0, 4);
    insert(control, PHRASE, 'ja');
    expect(control.value).toBe(`前の文。${PHRASE}後の文。`);
    expect(control.value.slice(control.selectionStart, control.selectionEnd)).toBe('〔理由〕');
  });

  it('tells the form around it as typing does', () => {
    const control = area('');
    const heard = vi.fn();
    document.body.addEventListener('input', heard, { once: true });
    insert(control, 'x', 'ja');
    expect(heard).toHaveBeenCalledOnce();
    expect([control.selectionStart, control.selectionEnd], 'behind it').toEqual([1, 1]);
  });

  it('keeps English words apart, and a field of one line on one line', () => {
    expect(fitted('It waits.', 'Before.', 'en', false)).toBe(' It waits.');
    expect(fitted('It waits.', 'Before. ', 'en', false)).toBe('It waits.');
    expect(fitted('It waits.', '', 'en', false)).toBe('It waits.');
    expect(fitted('続き', '前。', 'ja', false)).toBe('続き');
    expect(fitted('一\n二', '', 'ja', true)).toBe('一 二');
  });
});

describe('looking for a phrase', () => {
  async function picking(field: PhraseField = 'verdict') {
    const backend = await atDesk();
    const app = new App(backend);
    await app.start();
    const one = new Picking(app, field, 'ja');
    await one.look();
    return { backend, one };
  }

  it('offers the site’s own first, then examples that say so', async () => {
    const { one } = await picking();
    const [first, ...others] = one.offered!.map(({ key, example }) => [key, example]);
    expect(first).toEqual(['P1', false]);
    expect(others).toContainEqual(['vus-information-ja', true]);
    expect(others.every(([, example]) => example)).toBe(true);
  });

  it('shows those of other fields and the other language only when asked', async () => {
    const { one } = await picking('summary');
    const own = one.offered!.map((offer) => offer.key);
    expect(own).toContain('summary-limits-ja');
    expect(own, 'meant for verdicts').not.toContain('P1');
    expect(one.offered!.every((offer) => offer.language === 'ja')).toBe(true);
    one.everything = true;
    await one.look();
    expect(one.offered!.map((offer) => offer.key)).toContain('P1');
    const languages = one.offered!.map((offer) => offer.language);
    expect(languages).toContain('en');
    expect(languages, 'those of the language first').toEqual([...languages].sort().reverse());
  });

  it('lets an answer go that a later question overtook', async () => {
    const { one } = await picking();
    one.typed = '確認検査';
    const late = one.look();
    one.typed = '意義不明';
    await one.look();
    await late;
    expect(one.offered?.map((offer) => offer.key)).toEqual(['vus-information-ja']);
  });
});

describe('in the window', () => {
  async function atVerdict() {
    const backend = await atDesk();
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    await fireEvent.click(await screen.findByTestId('verdict-fold'));
    const field = (await screen.findByTestId('verdict-rationale')) as HTMLTextAreaElement;
    await fireEvent.input(field, { target: { value: '前の文。' } });
    field.focus();
    field.setSelectionRange(4, 4);
    return { backend, field };
  }
  const open = async (field: HTMLElement) => {
    await fireEvent.keyDown(field, { key: 'i', ctrlKey: true });
    return (await screen.findByTestId('phrase-search')) as HTMLInputElement;
  };

  it('puts a phrase in by keys alone, and says what is not filled in', async () => {
    const { field } = await atVerdict();
    const search = await open(field);
    await waitFor(() => expect(screen.getAllByTestId('phrase-offer').length).toBeGreaterThan(1));
    await fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(screen.getByTestId('phrase-whole').textContent).toContain('〔確認日〕');
    await fireEvent.keyDown(search, { key: 'PageDown' });
    await fireEvent.keyDown(search, { key: 'PageDown' });
    const last = screen.getByTestId('phrase-whole').textContent;
    await fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(screen.getByTestId('phrase-whole').textContent, 'stays within the list').toBe(last);
    await fireEvent.keyDown(search, { key: 'PageUp' });
    await fireEvent.keyDown(search, { key: 'PageUp' });
    await fireEvent.keyDown(search, { key: 'Enter' });
    await waitFor(() => expect(field.value).toBe(`前の文。${PHRASE}`));
    await waitFor(() => expect(screen.queryByTestId('phrase-picker')).toBeNull());
    expect(document.activeElement, 'back where it is written').toBe(field);
    const left = await screen.findByTestId('verdict-rationale-blanks');
    expect(left.textContent).toContain('1か所');
    field.setSelectionRange(0, 0);
    await fireEvent.click(within(left).getByRole('button', { name: '〔理由〕' }));
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('〔理由〕');
    await fireEvent.input(field, { target: { value: '前の文。再現性のため、確認検査が必要と考えます。' } });
    await waitFor(() => expect(screen.queryByTestId('verdict-rationale-blanks')).toBeNull());
  });

  it('takes the phrase with the verdict when it is recorded', async () => {
    const { backend, field } = await atVerdict();
    const search = await open(field);
    await screen.findAllByTestId('phrase-offer');
    await fireEvent.keyDown(search, { key: 'Enter' });
    await waitFor(() => expect(field.value).toContain(PHRASE));
    await fireEvent.click(screen.getByTestId('verdict-class-1'));
    await fireEvent.click(screen.getByTestId('verdict-save'));
    await waitFor(() => {
      const call = backend.calls.find((one) => one.name === 'judge_finding');
      expect(call?.args).toMatchObject({ rationale: `前の文。${PHRASE}` });
    });
  });

  it('takes Enter for nothing while Japanese is being converted, and Escape leaves the text as it is', async () => {
    const { field } = await atVerdict();
    const search = await open(field);
    await screen.findAllByTestId('phrase-offer');
    await fireEvent.keyDown(search, { key: 'Enter', isComposing: true });
    expect(screen.queryByTestId('phrase-picker'), 'the conversion took it').toBeTruthy();
    expect(field.value).toBe('前の文。');
    await fireEvent.keyDown(search, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('phrase-picker')).toBeNull());
    expect([field.value, document.activeElement === field]).toEqual(['前の文。', true]);
  });

  it('closes by itself inside another dialog, which stays with what was typed', async () => {
    const { backend } = await atVerdict();
    await fireEvent.click(await screen.findByTestId('part-treatment'));
    await fireEvent.click(await screen.findByTestId('rec-nothing'));
    const text = (await screen.findByTestId('rec-add-text')) as HTMLTextAreaElement;
    await fireEvent.input(text, { target: { value: '見いだせない。' } });
    await fireEvent.click(screen.getByTestId('rec-add-text-phrases'));
    const search = await screen.findByTestId('phrase-search');
    await fireEvent.click(screen.getByTestId('phrase-everything'));
    await waitFor(() => expect(screen.getAllByTestId('phrase-offer').length).toBeGreaterThan(1));
    await fireEvent.keyDown(search, { key: 's', ctrlKey: true });
    expect(
      backend.calls.some((one) => one.name === 'add_recommendation'),
      'not recorded unseen',
    ).toBe(false);
    expect(screen.getByTestId('phrase-picker')).toBeTruthy();
    await fireEvent.keyDown(search, { key: 'Enter' });
    await waitFor(() => expect(screen.queryByTestId('phrase-picker')).toBeNull());
    expect(screen.getByTestId('rec-add-dialog')).toBeTruthy();
    await waitFor(() => expect(text.value).toBe(`見いだせない。${PHRASE}`));
  });

  it('offers nothing in a field that cannot be written', async () => {
    const backend = await atDesk('practice', 'nakamura');
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-meeting'));
    await screen.findByTestId('summary-text');
    expect(screen.queryByTestId('summary-text-phrases')).toBeNull();
    expect(screen.queryByTestId('meeting-minutes-phrases')).toBeNull();
  });
});

describe('before a report is finalised', () => {
  it('what is not filled in is named with its field, and finalising is not barred by it', async () => {
    const backend = await atDesk('ready');
    await backend.change('write_summary', { summary: '本報告は〔開催日〕時点の情報に基づきます。' });
    await backend.change('write_explanation', {
      overall: { ja: '質問は〔連絡先〕へ。', en: '' },
      findings: [],
      recommendations: [],
    });
    await backend.change('sign_report', { capacities: ['author', 'reviewer', 'chair'], password: PASSWORD });
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-documents'));
    const [report, patient] = await screen.findAllByTestId('unfilled');
    expect(report?.textContent).toContain('〔開催日〕');
    expect(report?.textContent, 'the explanation is no part of the report').not.toContain('〔連絡先〕');
    expect(patient?.textContent).toContain('〔連絡先〕');
    const finalise = screen.getByTestId('finalise') as HTMLButtonElement;
    expect(finalise.disabled).toBe(false);
    await fireEvent.click(finalise);
    expect(within(await screen.findByTestId('finalise-dialog')).getByText(/〔開催日〕/u)).toBeTruthy();
  });
});
