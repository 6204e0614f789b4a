import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { shown } from '$lib/keys/table';
import { speech } from '$lib/words/speech.svelte';

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const shownFinding = () => screen.queryByTestId('projector-finding')?.dataset['finding'];
const inTable = () =>
  document
    .querySelector<HTMLElement>('[data-testid="finding-row"][aria-selected="true"]')
    ?.getAttribute('data-finding');
const project = () => key('P', { shiftKey: true });

let backend: PipeBackend;
async function atCase(store: Parameters<typeof atDesk>[0] = 'practice') {
  backend = await atDesk(store);
  render(Window, { backend });
  await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
  await screen.findByTestId('part-overview');
}

describe('the case for everybody in the room', () => {
  beforeEach(() => atCase());

  it('shows the finding under discussion, its three verdicts, what is known, opinions, and the bar', async () => {
    await key(shown('parts', 'shortVariant'));
    await screen.findAllByTestId('finding-row');
    await key('j');
    const before = inTable();
    await project();
    await waitFor(() => expect(shownFinding()).toBe(before));
    for (const name of ['laboratory', 'ccat', 'panel', 'known', 'opinions', 'picture', 'line'])
      expect(screen.getByTestId(`projector-${name}`), name).toBeTruthy();
    expect(screen.getByTestId('verdict-form')).toBeTruthy();
    expect(document.documentElement.dataset['size'], 'large enough for a bright room').toBe('projector');
    expect(screen.queryByTestId('go-list'), 'nothing stands around it').toBeNull();
  });

  it('begins with what is to be judged where no finding is on the table', async () => {
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
  });

  it('moves, chooses and records by the keys of the workbench', async () => {
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
    const first = shownFinding();
    await key('j');
    await waitFor(() => expect(shownFinding()).not.toBe(first));
    await key('k');
    await waitFor(() => expect(shownFinding()).toBe(first));
    await key('1');
    await waitFor(() =>
      expect(screen.getByTestId('verdict-class-1').getAttribute('aria-checked')).toBe('true'),
    );
    expect(screen.queryByTestId('verdict-rationale'), 'the bar stays a bar').toBeNull();
    const judged = () => screen.getByTestId('projector-judged').textContent;
    const before = judged();
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_finding')).toMatchObject([{ findingIds: [first] }]));
    await waitFor(() => expect(judged()).not.toBe(before));
    await key('v');
    await waitFor(() => expect(document.activeElement?.id).toBe('verdict-rationale'));
  });

  it('goes back by Escape to the same finding, with what is being typed', async () => {
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
    const first = shownFinding();
    await key('j');
    await waitFor(() => expect(shownFinding()).not.toBe(first));
    await key('2');
    const finding = shownFinding();
    await key('Escape');
    await waitFor(() => expect(screen.queryByTestId('projector')).toBeNull());
    await waitFor(() => expect(inTable()).toBe(finding));
    expect(screen.getByTestId('verdict-class-2').getAttribute('aria-checked')).toBe('true');
    expect(document.documentElement.dataset['size']).toBe('normal');
  });

  it('scrolls what is said by Space and the page keys, to its ends by Home and End', async () => {
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
    const finding = shownFinding();
    const scroller = screen.getByRole('group', { name: speech.t.projector.detail });
    await key(' ');
    const page = scroller.scrollTop;
    expect(page).toBeGreaterThan(0);
    await key('PageDown');
    expect(scroller.scrollTop).toBe(2 * page);
    await key(' ', { shiftKey: true });
    await key('PageUp');
    expect(scroller.scrollTop).toBe(0);
    await key('PageDown');
    await key('Home');
    expect(scroller.scrollTop).toBe(0);
    Object.defineProperty(scroller, 'scrollHeight', { value: 700 });
    await key('End');
    expect(scroller.scrollTop).toBe(700);
    expect(shownFinding(), 'the discussion stays where it is').toBe(finding);
  });

  it('never names the patient, though the name was looked at before', async () => {
    await fireEvent.click(screen.getByTestId('show-identity'));
    await waitFor(() => expect(screen.getByTestId('patient').textContent).toContain('山田'));
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
    expect(document.body.textContent).not.toContain('山田');
    expect(document.body.textContent).not.toContain('0012345');
  });

  it('selects nothing, for what is judged is the finding that everybody sees', async () => {
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
    await key('x');
    await key('a', { ctrlKey: true });
    await key('1');
    await key('s', { ctrlKey: true });
    await waitFor(() => expect(backend.sent('judge_finding')[0]?.findingIds).toHaveLength(1));
  });

  it('is left for a part that holds no findings', async () => {
    await project();
    await waitFor(() => expect(shownFinding()).toBeTruthy());
    await key(shown('parts', 'treatment'));
    await waitFor(() => expect(screen.queryByTestId('projector')).toBeNull());
    expect(screen.getByTestId('part-treatment').getAttribute('aria-current')).toBe('page');
  });
});

describe('opinions for everybody in the room', () => {
  it('stay covered while somebody at the table may not see them, though the one who is signed in may', async () => {
    backend = await atDesk();
    const findingId = (await backend.view()).findings[0]!.findingId;
    const words = '耐性との関係を確かめたい';
    await backend.change('give_opinion', {
      findingId,
      scale: 'oncogenicity-2022',
      class: 'oncogenic',
      comment: words,
    });
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    const row = await waitFor(() => {
      const found = document.querySelector<HTMLElement>(
        `[data-testid="finding-row"][data-finding="${findingId}"]`,
      );
      expect(found).toBeTruthy();
      return found!;
    });
    await fireEvent.click(row);
    const detail = screen.getByTestId('finding-detail');
    await waitFor(() => expect(detail.textContent, 'the workbench shows it').toContain(words));
    await project();
    await waitFor(() => expect(shownFinding()).toBe(findingId));
    await waitFor(() =>
      expect(screen.getByTestId('projector-opinions').textContent).toContain(speech.t.projector.covered),
    );
    expect(screen.getByTestId('projector').textContent).not.toContain(words);
    await key('Escape');
    await backend.change('open_opinions', { findingId });
    await fireEvent.click(screen.getByTestId('go-list'));
    await fireEvent.click((await screen.findAllByTestId('case-row'))[0]!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    await fireEvent.click(
      await waitFor(() =>
        document.querySelector<HTMLElement>(`[data-testid="finding-row"][data-finding="${findingId}"]`)!,
      ),
    );
    await project();
    await waitFor(() => expect(screen.getByTestId('projector-opinions').textContent).toContain(words));
  });
});

describe('a meeting on the projector', () => {
  it('says which case of how many it is, and goes to the next one by its key', async () => {
    backend = await atDesk('many');
    const listed = await backend.aside('list_cases', { limit: 2 });
    await backend.aside('plan_meeting', {
      heldOn: '2026-11-22',
      mode: 'realTime',
      title: '第12回',
      agenda: listed.cases.map(({ caseId }) => ({
        caseId,
        budgetMinutes: 5,
        attending: 'informationSupplied',
      })),
    });
    render(Window, { backend });
    await fireEvent.click(await screen.findByTestId('go-meetings'));
    await fireEvent.click((await screen.findAllByTestId('meetings-row'))[0]!);
    await screen.findByTestId('meetings-begin');
    await key(shown('plan', 'begin'));
    await fireEvent.click(await screen.findByTestId('meetings-project'));
    const place = () => screen.queryByTestId('projector-meeting')?.textContent;
    await waitFor(() => expect(place()).toContain(speech.t.meetings.place(1, 2)));
    await key('PageDown', { ctrlKey: true });
    await waitFor(() => expect(place()).toContain(speech.t.meetings.place(2, 2)));
  });
});
