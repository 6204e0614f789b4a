import type { KnowledgeView } from '$lib/bindings/KnowledgeView';
import { speech } from './speech.svelte';

/** What somebody is counted for, each code with its words: a letter alone says nothing to who has not the notice at hand. */
export function qualified(keys: readonly string[], knowledge: KnowledgeView | null): string {
  const known = new Map<string, string>(knowledge?.qualifications ?? []);
  const named = keys.map((key) => {
    const word = known.get(key);
    return word === undefined ? key : `${key} ${speech.named(word)}`;
  });
  return speech.t.join.dots(named);
}
