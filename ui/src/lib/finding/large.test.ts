import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { writeFileSync } from 'node:fs';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, type PipeBackend } from '$lib/backend/pipe/desk';
import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';

const ROWS = 10_000;
/** What one press may look at: a screenful of rows and those drawn beyond it, each a few times. */
const A_SCREENFUL = 1000;

/** A laboratory's file with as many findings as a whole exome leaves. */
function large(folder: string): string {
  const path = `${folder}/large.vcf`;
  const records = Array.from({ length: ROWS }, (_, i) => `chr1\t${i + 1}\t.\tC\tT\t50\tPASS\tDP=300`);
  const head = [
    '##fileformat=VCFv4.2',
    '##contig=<ID=chr1>',
    '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO',
  ];
  writeFileSync(path, [...head, ...records, ''].join('\n'));
  return path;
}

/** Each look at a row is counted. */
let looks = 0;
function counted(row: FindingRow): FindingRow {
  return new Proxy(row, {
    get(of, name) {
      looks += 1;
      return Reflect.get(of, name) as unknown;
    },
  });
}

let backend: PipeBackend;
let view: CaseView;
beforeEach(async () => {
  backend = await atDesk();
  view = (await backend.aside('intake', { paths: [large(backend.folder)] })).case;
  const answer = backend.call.bind(backend);
  backend.call = (async (name: never, args: never) => {
    const answered = (await answer(name, args)) as unknown;
    if (name !== 'open_case') return answered;
    const opened = answered as CaseView;
    return { ...opened, findings: opened.findings.map(counted) };
  }) as typeof backend.call;
});

const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const current = () =>
  document.querySelector('[data-testid="finding-row"][aria-selected="true"]')?.getAttribute('aria-rowindex');

describe('a case of ten thousand findings', () => {
  it('looks at no more than a screenful of them when a key moves the discussion or picks one', async () => {
    render(Window, { backend });
    const rows = await screen.findAllByTestId('case-row');
    await fireEvent.click(rows.find((row) => row.dataset['case'] === view.caseNo)!);
    await fireEvent.click(await screen.findByTestId('part-shortVariant'));
    await screen.findAllByTestId('finding-row');
    await waitFor(() => expect(backend.sent('finding_detail')).toHaveLength(1));
    for (const [pressed, stands] of [
      ['j', '3'],
      ['j', '4'],
      ['k', '3'],
      ['x', '3'],
    ] as const) {
      looks = 0;
      await key(pressed);
      flushSync();
      expect(current()).toBe(stands);
      expect(looks, pressed).toBeLessThan(A_SCREENFUL);
    }
  });

  it('asks for the detail that a key held down comes to rest on, and for none between', async () => {
    const app = new App(backend);
    await app.start();
    const desk = new CaseDesk(app, view.caseId);
    await desk.load();
    desk.go('shortVariant');
    const opened = desk.cursor;
    for (let i = 0; i < 5; i += 1) desk.move(1);
    expect(desk.place, 'the cursor is there at once').toBe(5);
    await waitFor(() => expect(desk.detail?.row.findingId).toBe(desk.cursor));
    expect(backend.sent('finding_detail').map((one) => one.findingId)).toEqual([opened, desk.cursor]);
    desk.leave();
  });

  it('is given back when it is left', async () => {
    const app = new App(backend);
    await app.start();
    const desk = new CaseDesk(app, view.caseId);
    await desk.load();
    desk.go('shortVariant');
    expect(desk.rows).toHaveLength(ROWS);
    const late = desk.load();
    desk.leave();
    await late;
    expect(desk.view === null, 'not even an answer on its way keeps it').toBe(true);
    expect(desk.detail === null).toBe(true);
    expect(desk.rows).toHaveLength(0);
  });
});
