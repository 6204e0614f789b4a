import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { WORDS } from '$lib/bindings/words';
import Explained from './Explained.svelte';
import { fullName, pieces, TERMS, written } from '$lib/words/glossary';
import { speech } from '$lib/words/speech.svelte';

const found = (text: string) => pieces(text).flatMap((piece) => piece.term ?? []);

describe('abbreviations', () => {
  it('are all of those that the word book has', () => {
    const known = Object.keys(WORDS).filter((key) => key.startsWith('abbr.'));
    expect(TERMS.map((term) => `abbr.${term}`).sort()).toEqual(known.sort());
  });

  it('have a full name and a meaning in each language, which are not the abbreviation again', () => {
    for (const term of TERMS)
      for (const key of [`abbrFull.${term}`, `abbrMeans.${term}`] as const)
        for (const said of Object.values(WORDS[key])) {
          expect(said.trim(), key).not.toBe('');
          expect(said, key).not.toBe(written(term));
        }
  });

  it('are found in a text, as words of their own alone', () => {
    expect(found('全身状態（ECOG PS）')).toEqual(['ecog', 'ps']);
    expect(found('EP判定・C-CAT')).toEqual(['ep', 'ccat']);
    expect(found('MSI-High')).toEqual(['msi']);
    expect(found('PD-L1陽性、STEPS、GVAF、CATS1')).toEqual([]);
    expect(
      pieces('VAF 31 %')
        .map((piece) => piece.text)
        .join(''),
    ).toBe('VAF 31 %');
  });
});

describe('an abbreviation on the screen', () => {
  const button = () => screen.getByRole('button', { name: 'VAF' });

  it('says what it means at a press, in the language of the window, and no more at another or at Escape', async () => {
    render(Explained, { text: 'VAF' });
    expect(screen.queryByRole('status')).toBeNull();
    await fireEvent.click(button());
    const said = screen.getByRole('status');
    expect(said.textContent).toContain(fullName('vaf'));
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(button().getAttribute('aria-describedby')).toBe(said.id);
    await fireEvent.click(button());
    expect(screen.queryByRole('status')).toBeNull();
    speech.language = 'en';
    await fireEvent.click(button());
    expect(screen.getByRole('status').textContent).toContain('variant allele frequency');
    await fireEvent.keyDown(button(), { key: 'Escape' });
    expect(screen.queryByRole('status')).toBeNull();
    for (const key of ['Enter', ' ']) {
      await fireEvent.keyDown(button(), { key });
      expect(screen.getByRole('status').textContent).toContain('variant allele frequency');
      await fireEvent.keyDown(button(), { key });
      expect(screen.queryByRole('status')).toBeNull();
    }
  });

  it('leaves the press to nobody below it', async () => {
    let below = 0;
    const outside = () => (below += 1);
    document.body.addEventListener('click', outside);
    render(Explained, { text: 'VAF' });
    await fireEvent.click(button());
    expect(below).toBe(0);
    document.body.removeEventListener('click', outside);
  });
});
