import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk, labFile, refusal, type PipeBackend } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { CaseDesk } from './case-desk.svelte';
import { CaseList } from './case-list.svelte';
import { Details } from './details.svelte';
import { findingsOf, isOpen, PARTS, progress } from './parts';

let backend: PipeBackend;
let app: App;
let desk: CaseDesk;

beforeEach(async () => {
  backend = await atDesk();
  app = new App(backend);
  await app.start();
  desk = new CaseDesk(app, backend.caseId);
  await desk.load();
});

describe('the parts of a case', () => {
  it('hold every finding, none twice but for the germline view', () => {
    const view = desk.view!;
    const own = PARTS.filter(
      (part) =>
        !['overview', 'germline', 'treatment', 'agreement', 'meeting', 'documents', 'history'].includes(part),
    );
    const ids = own.flatMap((part) => findingsOf(view, part as never).map((row) => row.findingId));
    expect(ids.sort()).toEqual(view.findings.map((row) => row.findingId).sort());
  });

  it('count only findings that need a verdict as left', () => {
    const count = progress('shortVariant', findingsOf(desk.view!, 'shortVariant'));
    expect(count).toEqual({ all: 7, needed: 6, left: 6 });
  });
});

describe('the case on the table', () => {
  it('puts what waits for the panel first and does not shuffle while judging', async () => {
    desk.go('shortVariant');
    const before = desk.rows.map((row) => row.findingId);
    expect(isOpen(desk.rows[0]!)).toBe(true);
    expect(desk.rows.at(-1)?.needsVerdict, 'what needs no verdict stands last').toBe(false);
    desk.verdict.chooseAt(0);
    await desk.verdict.save();
    expect(desk.rows.map((row) => row.findingId)).toEqual(before);
  });

  it('moves within the table and stops at its ends', () => {
    desk.go('shortVariant');
    desk.move(-1);
    expect(desk.cursor).toBe(desk.rows[0]?.findingId);
    desk.move(99);
    expect(desk.cursor).toBe(desk.rows.at(-1)?.findingId);
  });

  it('sends the version with every change and takes up the new one', async () => {
    desk.go('shortVariant');
    desk.verdict.chooseAt(2);
    expect(await desk.verdict.save()).toBe(true);
    const sent = backend.calls.find((call) => call.name === 'judge_finding')?.args;
    expect(sent).toMatchObject({ caseId: backend.caseId, expectedVersion: 1, class: 'vus' });
    expect(desk.view?.version).toBe(2);
  });

  it('never overwrites a change made elsewhere, and keeps what was typed', async () => {
    desk.go('shortVariant');
    desk.verdict.chooseAt(0);
    desk.verdict.draft.rationale = '既報のドライバー';
    const { version } = await backend.change('write_summary', { summary: '別の端末から' });
    expect(await desk.verdict.save()).toBe(false);
    expect(desk.stale).toBe(true);
    expect(desk.view?.version, 'the newest state is on the table').toBe(version);
    expect(desk.verdict.draft).toMatchObject({ class: 'oncogenic', rationale: '既報のドライバー' });
    expect(await desk.verdict.save(), 'recorded on the second try').toBe(true);
    expect(desk.stale).toBe(false);
  });

  it('goes to where a gap is filled', () => {
    desk.fill('undecided', ['F9']);
    expect(desk.part).toBe('copyNumber');
    expect(desk.cursor).toBe('F9');
    desk.fill('noMeeting', []);
    expect(desk.part).toBe('meeting');
    desk.fill('noAdvice', []);
    expect(desk.part).toBe('treatment');
  });

  it('finds findings by gene and change together', () => {
    desk.go('shortVariant');
    desk.filter = 'egfr 790';
    expect(desk.rows.map((row) => row.hgvsP)).toEqual(['p.Thr790Met']);
  });

  it('says why nothing can be changed in a past state', async () => {
    await backend.change('write_summary', { summary: 'あとの記録' });
    const [first] = await backend.aside('case_history', { caseId: backend.caseId });
    await desk.load(first!.seq);
    expect(desk.view?.version).toBe(1);
    expect(desk.readOnly).toBeTruthy();
    desk.go('shortVariant');
    desk.verdict.chooseAt(0);
    expect(await desk.verdict.save()).toBe(false);
    expect(backend.calls.some((call) => call.name === 'judge_finding')).toBe(false);
  });

  it('shows only the answer to the newest question about a finding', async () => {
    desk.go('shortVariant');
    desk.move(1);
    desk.move(1);
    await desk.refreshDetail();
    expect(desk.detail?.row.findingId).toBe(desk.cursor);
  });

  it('orders a thousand findings without losing one', async () => {
    const { case: large } = await backend.aside('intake', { paths: [labFile('thousand.cats.json')] });
    desk = new CaseDesk(app, large.caseId);
    await desk.load();
    desk.go('shortVariant');
    desk.sortBy('vaf');
    expect(new Set(desk.rows.map((row) => row.findingId)).size).toBe(1000);
    const vafs = desk.rows.map((row) => row.vaf ?? 0);
    expect(vafs).toEqual([...vafs].sort((a, b) => b - a));
  });
});

describe('the case list', () => {
  it('reads on page by page until there is no more', async () => {
    const long = new CaseList(new App(await atDesk('many')));
    await long.load();
    expect(long.rows).toHaveLength(100);
    await long.more();
    await long.more();
    expect(long.rows).toHaveLength(131);
    expect(long.next).toBeNull();
  });

  it('keeps the answer of the newest search when an older one comes late', async () => {
    const slow = await atDesk('many');
    const list = new CaseList(new App(slow));
    const answer = slow.call.bind(slow);
    let release = () => undefined as void;
    let first = true;
    slow.call = (async (name: never, args: never) => {
      if (first) {
        first = false;
        await new Promise<void>((resolve) => (release = resolve));
      }
      return answer(name, args);
    }) as typeof slow.call;
    list.search = '膵癌';
    const older = list.load();
    list.search = '乳癌';
    await list.load();
    release();
    await older;
    expect(new Set(list.rows.map((row) => row.tumourType))).toEqual(new Set(['乳癌']));
  });

  it('keeps the rows when a page cannot be read', async () => {
    const failing = await atDesk('many');
    const app = new App(failing);
    const list = new CaseList(app);
    await list.load();
    failing.refuse.set('list_cases', refusal('store', '読めません'));
    await list.more();
    expect(list.rows).toHaveLength(100);
    expect(app.problem?.message).toBe('読めません');
  });
});

describe('patient and clinical context', () => {
  it('is sent whole: texts trimmed, numbers as numbers, empty fields as not given', () => {
    const details = new Details();
    details.fields.name = ' 山田 花子 ';
    details.fields.age = '62';
    expect(details.form()).toMatchObject({ name: '山田 花子', age: 62, tumourType: null, treatments: [] });
  });

  it('names the field that cannot be read and sends nothing', () => {
    const details = new Details();
    details.fields.birthDate = '昭和39年';
    details.fields.performanceStatus = '5';
    expect(details.form()).toBeNull();
    expect(Object.keys(details.errors).sort()).toEqual(['birthDate', 'performanceStatus']);
  });

  it('leaves out a treatment line in which only the number stands', () => {
    const details = new Details();
    details.addTreatment();
    details.addTreatment();
    details.treatments[1]!.regimen = 'オシメルチニブ';
    expect(details.form()?.treatments).toMatchObject([{ line: 2, regimen: 'オシメルチニブ' }]);
  });

  it('comes back from the record unchanged', async () => {
    const identity = await backend.call('show_identity', { caseId: backend.caseId });
    const details = new Details(identity.details);
    expect(details.dirty).toBe(false);
    expect(details.form()).toEqual(identity.details);
  });
});
