import { describe, expect, it } from 'vitest';
import { atDesk, labFile } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { TemplateDesk } from './template.svelte';

async function desk() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  const one = new TemplateDesk(app);
  await one.load();
  return { backend, one };
}

describe('the site’s template of the report', () => {
  it('is recorded only when something changed, and with a reason', async () => {
    const { one } = await desk();
    one.reason = '院内規程';
    expect(await one.save(), 'nothing is changed').toBe(false);
    one.caution = ' 当院の注意書き ';
    one.toggle('minutes');
    one.reason = ' ';
    expect(await one.save(), 'no reason').toBe(false);
    one.reason = '院内規程';
    expect(await one.save()).toBe(true);
    expect([one.state?.version, one.caution, one.leftOut]).toEqual(['site-1', '当院の注意書き', ['minutes']]);
    expect(one.changed, 'the form is what stands').toBe(false);
  });

  it('shows a chosen logo before it is recorded, and tells what cannot be one beside it', async () => {
    const { backend, one } = await desk();
    backend.picked = [labFile('logo.svg')];
    await one.chooseLogo();
    expect([one.logo, !!one.fields.logoFile], 'an SVG is no logo').toEqual(['', true]);
    backend.picked = [labFile('logo.png')];
    await one.chooseLogo();
    expect([one.picture?.name, one.changed, one.fields.logoFile]).toEqual(['logo.png', true, undefined]);
    expect(one.form).toMatchObject({ logo: one.picture!.sha256, logoFile: labFile('logo.png') });
    one.reason = '新しいロゴ';
    expect(await one.save()).toBe(true);
    expect([one.logoFile, one.changed], 'the store has it now').toEqual(['', false]);
    one.removeLogo();
    expect([one.changed, one.form.logo, one.picture]).toEqual([true, undefined, null]);
    one.fill(one.state!.template);
    await Promise.resolve();
    expect(one.logo, 'back to what stands').toBe(one.state!.template.logo);
  });

  it('counts another paper as a change', async () => {
    const { one } = await desk();
    one.paper = 'letter';
    expect([one.changed, one.form.paper]).toEqual([true, 'letter']);
  });

  it('draws no pages after the preview was closed', async () => {
    const { one } = await desk();
    const asked = one.show(true);
    await one.show(false);
    await asked;
    expect(one.preview).toBeNull();
  });
});
