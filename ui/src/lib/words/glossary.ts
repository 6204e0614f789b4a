import type { WordKey } from '$lib/bindings/words';
import { speech } from './speech.svelte';

/** An abbreviation of which the word book has the written form, the full name and the meaning. */
export type Term =
  Extract<WordKey, `abbr.${string}`> extends infer Key
    ? Key extends `abbr.${infer Code}`
      ? Code
      : never
    : never;

/** All of them, in the order of the glossary: what is read in the tables, the people and their work, files and rules. */
export const TERMS = [
  'vaf',
  'tmb',
  'msi',
  'mss',
  'dmmr',
  'loh',
  'hrd',
  'snv',
  'cnv',
  'vus',
  'gpv',
  'pgpv',
  'ps',
  'ecog',
  'cr',
  'pr',
  'sd',
  'pd',
  'ffpe',
  'ep',
  'ccat',
  'cgp',
  'cdx',
  'jrct',
  'oncotree',
  'hgvs',
  'acmg',
  'amp',
  'cats',
  'vcf',
] as const satisfies readonly Term[];

/** As it is written. The same in every language. */
export const written = (term: Term): string => speech.word(`abbr.${term}`);
/** Its full name in the language of the window. */
export const fullName = (term: Term): string => speech.word(`abbrFull.${term}`);
/** What it means, in a sentence. */
export const meaning = (term: Term): string => speech.word(`abbrMeans.${term}`);

/** A piece of a text: plain, or an abbreviation as it stands there. */
export interface Piece {
  text: string;
  term: Term | null;
}

/** Cuts a text at the abbreviations in it. Letters and digits beside one make it another word, and so does what PD-L1 is. */
export function pieces(text: string): Piece[] {
  const terms = new Map<string, Term>(TERMS.map((term) => [written(term), term]));
  const names = [...terms.keys()].sort((a, b) => b.length - a.length);
  const found = new RegExp(`(?<![A-Za-z0-9-])(${names.join('|')})(?![A-Za-z0-9]|-L1)`, 'gu');
  return text
    .split(found)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, term: terms.get(piece) ?? null }));
}
