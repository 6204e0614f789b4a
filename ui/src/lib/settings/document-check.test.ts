import { describe, expect, it } from 'vitest';
import { atDesk, refusal } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { DocumentCheck } from './document-check.svelte';

async function check() {
  const backend = await atDesk('finalised');
  const app = new App(backend);
  await app.start();
  return { backend, app, check: new DocumentCheck(app) };
}

describe('a PDF in hand', () => {
  it('is told apart from another one, and no answer is left standing beside the next file', async () => {
    const { backend, check: one } = await check();
    const out = `${backend.folder}/r1.pdf`;
    await backend.aside('export_document', { caseId: backend.caseId, kind: 'panel', revision: 1, out });
    await one.file(out);
    expect([one.result?.verdict, one.path]).toEqual(['identical', out]);
    backend.refuse.set('verify_document', refusal('file', 'PDFではありません', {}));
    await one.file('/ward/film.mp4');
    expect(one.result).toBeNull();
  });

  it('keeps the words of a refusal at the field of the code', async () => {
    const { backend, check: one } = await check();
    one.code = 'abc';
    backend.refuse.set('verify_document', refusal('invalid', 'コードではありません', { code: '12桁以上' }));
    await one.look();
    expect(one.error).toBe('12桁以上');
  });
});
