import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { PhraseList } from './phrases.svelte';

async function list() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  const one = new PhraseList(app);
  await one.load();
  return { backend, one };
}

describe('the site’s phrases', () => {
  it('are added whole or not at all', async () => {
    const { one } = await list();
    one.begin({ what: 'add' });
    one.draft.title = ' 議論の要点 ';
    one.draft.text = '〔論点〕について';
    expect(one.ready, 'meant for no field').toBe(false);
    one.toggle('minutes');
    expect(await one.save()).toBe(true);
    expect(one.own.at(-1)?.phrase).toEqual({
      title: '議論の要点',
      reading: null,
      text: '〔論点〕について',
      fields: ['minutes'],
      language: 'ja',
    });
    expect(one.doing, 'the form closes').toBeNull();
  });

  it('are changed and taken out of use with a reason only', async () => {
    const { one } = await list();
    one.begin({ what: 'change', one: one.own[0]! });
    one.draft.text = '確認検査が必要です。';
    expect(await one.save(), 'no reason').toBe(false);
    one.reason = '表現の統一';
    expect(await one.save()).toBe(true);
    expect(one.own[0]?.history.map((step) => step.kind)).toEqual(['changed', 'added']);
    one.begin({ what: 'retire', one: one.own[0]! });
    one.reason = '使わない';
    expect(await one.save()).toBe(true);
    expect([one.own.length, one.retired.map((gone) => gone.id)]).toEqual([0, ['P1']]);
  });

  it('keep what was typed when the desk refuses', async () => {
    const { backend, one } = await list();
    backend.refuse.set('record_phrase', { code: 'invalid', message: '…', fields: { title: '同じ見出し' } });
    one.begin({ what: 'add' });
    one.draft.title = '確認検査が必要';
    one.draft.text = '文';
    one.toggle('verdict');
    expect(await one.save()).toBe(false);
    expect([one.doing?.what, one.draft.title, one.fields.title]).toEqual([
      'add',
      '確認検査が必要',
      '同じ見出し',
    ]);
  });

  it('drop the reading of an English title', async () => {
    const { one } = await list();
    one.begin({ what: 'change', one: one.own[0]! });
    expect(one.form.reading).toBe('かくにんけんさ');
    one.draft.language = 'en';
    expect('reading' in one.form).toBe(false);
  });
});

describe('in the settings', () => {
  let backend: PipeBackend;
  beforeEach(async () => {
    backend = await atDesk();
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('settings-open'));
  });

  it('an example is taken over in one press, and is no example any more', async () => {
    await fireEvent.click(await screen.findByTestId('adopt-summary-limits-ja'));
    await waitFor(() => expect(screen.getAllByTestId('phrase')).toHaveLength(2));
    expect(screen.queryByTestId('adopt-summary-limits-ja')).toBeNull();
    expect(screen.getByTestId('adopt-summary-limits-en'), 'the English one still is').toBeTruthy();
    expect(screen.getByTestId('toast').textContent).toContain('結果の限界');
  });

  it('a search narrows the site’s own and the examples alike', async () => {
    await screen.findByTestId('phrase');
    await fireEvent.input(screen.getByTestId('phrases-search'), { target: { value: '結果の限界' } });
    await waitFor(() => expect(screen.queryByTestId('phrase')).toBeNull());
    expect(screen.getAllByTestId('phrase-example')).toHaveLength(1);
  });

  it('a change shows the form as it stands, and the history tells who and why', async () => {
    await fireEvent.click(await screen.findByTestId('phrase-change'));
    const text = (await screen.findByTestId('phrase-text')) as HTMLTextAreaElement;
    expect(text.value).toContain('〔理由〕');
    await fireEvent.input(text, { target: { value: '確認検査が必要です。' } });
    const save = screen.getByTestId('phrase-save') as HTMLButtonElement;
    expect(save.disabled, 'no reason yet').toBe(true);
    await fireEvent.input(screen.getByTestId('phrase-reason'), { target: { value: '表現の統一' } });
    await fireEvent.click(save);
    await waitFor(() => expect(screen.queryByTestId('phrase-dialog')).toBeNull());
    const history = within(screen.getByTestId('phrase')).getByTestId('phrase-history');
    expect(history.textContent).toContain('表現の統一');
    expect(history.textContent).toContain('佐藤');
  });
});

it('whoever may not keep them reads them', async () => {
  const backend = await atDesk('practice', 'suzuki');
  render(Window, { backend });
  await fireEvent.click(await screen.findByTestId('settings-open'));
  expect(await screen.findByTestId('phrase')).toBeTruthy();
  for (const act of ['phrase-add', 'phrase-change', 'phrase-retire', 'adopt-summary-limits-ja'])
    expect((screen.getByTestId(act) as HTMLButtonElement).disabled, act).toBe(true);
});
