import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

let backend: PipeBackend;
let app: App;
let desk: CaseDesk;

beforeEach(async () => {
  backend = await atDesk();
  app = new App(backend);
  await app.start();
  desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  desk.go('shortVariant');
});

describe('the verdict form', () => {
  it('offers the scales of the kind under discussion only', () => {
    expect(desk.verdict.scales.map((scale) => scale.id)).toEqual([
      'oncogenicity-2022',
      'acmg-2015',
      'amp-tier-2017',
    ]);
    desk.go('biomarker');
    expect(desk.verdict.scales.map((scale) => scale.id)).toEqual(['amp-tier-2017', 'panel-marker']);
  });

  it('asks for a class before anything is sent', async () => {
    expect(await desk.verdict.save()).toBe(false);
    expect(desk.verdict.error).toBe(speech.t.verdict.needClass);
    expect(backend.calls.some((call) => call.name === 'judge_finding')).toBe(false);
  });

  it('puts a verdict off only with a reason, and then without class', async () => {
    desk.verdict.chooseAt(0);
    desk.verdict.putOff(true);
    expect(desk.verdict.args()).toBe(speech.t.verdict.needReason);
    desk.verdict.draft.deferred = ' 追加検査の結果待ち ';
    const args = desk.verdict.args();
    expect(args).toMatchObject({ deferred: '追加検査の結果待ち' });
    expect(args).not.toHaveProperty('class');
  });

  it('goes on to the next finding without verdict', async () => {
    const first = desk.cursor;
    desk.verdict.chooseAt(0);
    await desk.verdict.save();
    expect(desk.cursor).not.toBe(first);
    expect(desk.row?.verdicts.panel).toBeNull();
    expect(app.toast?.text).toBe(speech.t.verdict.recordedNext(11));
  });

  it('goes on to the next part once its own has none left, says so, and stays where conditions hide some', async () => {
    const judge = async () => {
      desk.verdict.chooseAt(2);
      await desk.verdict.save();
    };
    const short = desk.rows.length;
    desk.filter = 'TP53';
    desk.show(desk.rows[0]!.findingId);
    await judge();
    expect(desk.part, 'others of the part wait out of sight').toBe('shortVariant');
    desk.filter = '';
    desk.pickAllOpen();
    expect(desk.picked.size).toBeLessThan(short);
    await judge();
    expect(desk.part).toBe('copyNumber');
    expect(desk.row?.verdicts.panel).toBeNull();
    expect(app.toast?.text).toContain(speech.t.parts.copyNumber);
  });

  it('keeps what is typed with its finding while the discussion goes elsewhere', () => {
    const first = desk.cursor;
    desk.verdict.chooseAt(1);
    desk.verdict.draft.rationale = '機能喪失';
    desk.verdict.touched();
    desk.move(1);
    expect(desk.verdict.draft.class, 'the next finding starts empty').toBe('');
    expect(app.drafts.count).toBe(1);
    desk.move(-1);
    expect(desk.cursor).toBe(first);
    expect(desk.verdict.draft).toMatchObject({ class: 'likely-oncogenic', rationale: '機能喪失' });
  });

  it('takes back what is not yet recorded', () => {
    desk.verdict.chooseAt(1);
    desk.verdict.undo();
    expect(desk.verdict.dirty).toBe(false);
    expect(app.drafts.count).toBe(0);
  });

  it('shows a recorded verdict for changing, and knows that nothing was changed yet', async () => {
    const first = desk.cursor!;
    desk.verdict.chooseAt(0);
    desk.verdict.draft.references = 'Horak P, 2022\nNCCN';
    await desk.verdict.save();
    desk.show(first);
    expect(desk.verdict.draft).toMatchObject({ class: 'oncogenic', references: 'Horak P, 2022\nNCCN' });
    expect(desk.verdict.dirty).toBe(false);
  });

  it('judges several findings in one act and lets go of them', async () => {
    desk.pick('F3');
    desk.pick('F5');
    desk.verdict.chooseAt(1);
    await desk.verdict.save();
    const sent = backend.calls.filter((call) => call.name === 'judge_finding');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.args).toMatchObject({ findingIds: ['F3', 'F5'] });
    expect(desk.picked.size).toBe(0);
  });

  it('leaves no trace of unsaved entries after all is recorded', async () => {
    for (const id of ['F1', 'F2', 'F3']) {
      desk.show(id);
      desk.verdict.chooseAt(0);
      await desk.verdict.save();
    }
    expect(app.drafts.count).toBe(0);
  });
});

describe('an opinion', () => {
  it('sends only what was said', async () => {
    desk.opinion.draft.comment = '耐性機序';
    expect(await desk.opinion.save('oncogenicity-2022')).toBe(true);
    const sent = backend.calls.find((call) => call.name === 'give_opinion')?.args;
    expect(sent).toEqual({
      caseId: backend.caseId,
      expectedVersion: 1,
      findingId: desk.cursor,
      comment: '耐性機序',
    });
  });

  it('waits with its finding', () => {
    desk.opinion.draft.comment = '途中';
    desk.move(1);
    expect(desk.opinion.draft.comment).toBe('');
    desk.move(-1);
    expect(desk.opinion.draft.comment).toBe('途中');
  });
});
