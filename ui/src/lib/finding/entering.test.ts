import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { Entering } from './entering.svelte';

let backend: PipeBackend;
let desk: CaseDesk;
let form: Entering;

beforeEach(async () => {
  backend = await atDesk();
  const app = new App(backend);
  await app.start();
  desk = new CaseDesk(app, backend.caseId);
  await desk.load();
  form = new Entering(desk);
  form.reason = ' 紙の報告書 ';
});

describe('a finding entered by hand', () => {
  it('sends the fields of its kind only, numbers as numbers', () => {
    form.texts = { gene: 'EGFR', hgvsP: ' p.Leu858Arg ', vaf: '0.31', marker: 'TMB' };
    expect(form.args()).toEqual({
      kind: 'shortVariant',
      reason: '紙の報告書',
      gene: 'EGFR',
      hgvsP: 'p.Leu858Arg',
      vaf: 0.31,
    });
  });

  it('names a field that is no number and sends nothing', async () => {
    form.texts = { gene: 'EGFR', hgvsP: 'p.Leu858Arg', vaf: '31%' };
    expect(await form.save()).toBe(false);
    expect(form.errors).toHaveProperty('vaf');
    expect(backend.calls.some((call) => call.name === 'enter_finding')).toBe(false);
  });

  it('stands among the findings when it is recorded', async () => {
    form.texts = { gene: 'MET', hgvsC: 'c.3082+1G>T' };
    const before = desk.view!.findings.length;
    expect(await form.save()).toBe(true);
    expect(desk.view!.findings).toHaveLength(before + 1);
  });
});
