import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const click = async (name: string) => fireEvent.click((await screen.findAllByTestId(name))[0]!);
const part = (name: string) => screen.getByTestId(`part-${name}`);
const turned = (name: string) =>
  waitFor(() => expect(part(name).getAttribute('aria-current'), name).toBe('page'));

async function atCase() {
  const backend = await atDesk('practice');
  render(Window, { backend });
  await click('case-row');
  await screen.findByTestId('case-no');
  return backend;
}

describe('the ways between the screens', () => {
  it('lead from the settings back to the part and the finding one came from', async () => {
    await atCase();
    await click('part-shortVariant');
    await press('j');
    const left = document.querySelector('[data-testid="finding-row"][aria-selected="true"]');
    const finding = (left as HTMLElement).dataset['finding'];
    await click('settings-open');
    await screen.findByTestId('verify');
    await press('Escape');
    await screen.findByTestId('case-no');
    await turned('shortVariant');
    await waitFor(() =>
      expect(
        document.querySelector<HTMLElement>('[data-testid="finding-row"][aria-selected="true"]')?.dataset[
          'finding'
        ],
      ).toBe(finding),
    );
  });

  it('lead to the list of cases from anywhere by one key, which the bar names', async () => {
    await atCase();
    expect(screen.getByTestId('to-list').textContent).toContain('Alt+Home');
    await press('Home', { altKey: true });
    await screen.findAllByTestId('case-row');
    expect(screen.queryByTestId('to-list'), 'it is there already').toBeNull();
    await click('settings-open');
    await screen.findByTestId('verify');
    await press('Home', { altKey: true });
    await screen.findAllByTestId('case-row');
  });

  it('lead out of the details by Escape and by the letter of the part, and what was typed is kept', async () => {
    await atCase();
    for (const leave of ['Escape', 'w']) {
      await click('details-edit');
      (await screen.findByTestId('details-wish')).focus();
      await press('Escape');
      expect(screen.queryByTestId('details-save'), 'first out of the field').not.toBeNull();
      await press(leave);
      await waitFor(() => expect(screen.queryByTestId('details-save'), leave).toBeNull());
      expect(part('overview').getAttribute('aria-current')).toBe('page');
    }
  });

  it('put the hands on the first choice of a part that is a form', async () => {
    await atCase();
    for (const [letter, name] of [
      ['q', 'meeting'],
      ['u', 'agreement'],
    ] as const) {
      await press(letter);
      await turned(name);
      await waitFor(() => expect((document.activeElement as HTMLInputElement).type, name).toBe('radio'));
    }
    await press('w');
    await turned('overview');
  });
});

describe('numbers', () => {
  it('say what they count', async () => {
    const backend = await atCase();
    const { agreement } = await backend.view();
    expect(part('treatment').textContent).toContain(speech.t.parts.advised(0, 0));
    expect(part('agreement').textContent).toContain(speech.t.parts.given(0, agreement.asked.length));
    expect(screen.getByText(speech.t.parts.counts)).toBeTruthy();
  });
});

describe('what somebody is counted for', () => {
  it('stands with its words beside the code', async () => {
    await atCase();
    await click('part-agreement');
    const words = speech.word('qualification.a');
    await waitFor(() => expect(document.body.textContent).toContain(`ア ${words}`));
  });
});
