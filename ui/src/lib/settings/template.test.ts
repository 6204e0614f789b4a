import { describe, expect, it } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/fake';
import { App } from '$lib/session/app.svelte';
import { TemplateDesk } from './template.svelte';

async function desk() {
  const backend = new FakeBackend({ signedIn: true });
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

  it('draws no pages after the preview was closed', async () => {
    const { one } = await desk();
    const asked = one.show(true);
    await one.show(false);
    await asked;
    expect(one.preview).toBeNull();
  });
});
