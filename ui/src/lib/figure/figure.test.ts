import { render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { atDesk } from '$lib/backend/pipe/desk';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import Figure from './Figure.svelte';
import Figures from './Figures.svelte';
import { drawing } from './drawing';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 10" width="72" height="10" role="img">' +
  '<title>EGFR</title><desc>p.L858R</desc><circle cx="1" cy="2" r="3" class="ink-finding"/>' +
  '<text x="1" y="2" class="ink-text">a &lt;b&gt; &amp; c</text></svg>';

describe('a figure from the desk', () => {
  it('stands on the screen with its words and its caption', () => {
    render(Figure, { figure: { title: 'EGFR', svg: SVG, caption: ['UniProt P00533'], findings: ['F1'] } });
    expect(screen.getByText('a <b> & c')).toBeTruthy();
    expect(screen.getByText('UniProt P00533')).toBeTruthy();
    expect(document.querySelector('circle')?.getAttribute('class')).toBe('ink-finding');
  });

  it('brings nothing along that is no drawing', () => {
    const made = drawing(
      SVG.replace('</svg>', '<script>x()</script><a href="http://x">y</a></svg>').replace(
        '<circle',
        '<circle onclick="x()" style="fill:red"',
      ),
    );
    expect(made?.querySelector('script')).toBeNull();
    expect(made?.querySelector('a')).toBeNull();
    const circle = made?.querySelector('circle');
    expect(circle?.hasAttribute('onclick')).toBe(false);
    expect(circle?.hasAttribute('style')).toBe(false);
    expect(made?.getAttribute('width')).toBe('10.00em');
    expect(drawing('<p>no</p>')).toBeNull();
  });
});

describe('figures of a case', () => {
  it('are those of the state that is shown', async () => {
    const backend = await atDesk();
    const app = new App(backend);
    await app.start();
    const desk = new CaseDesk(app, backend.caseId);
    const [first] = await backend.aside('case_history', { caseId: backend.caseId });
    await desk.load(first!.seq);
    render(Figures, { desk });
    const asked = () => backend.sent('figures');
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ atSeq: first!.seq }));
    await desk.load();
    await waitFor(() => expect(asked().at(-1), 'back to now').not.toHaveProperty('atSeq'));
  });
});
