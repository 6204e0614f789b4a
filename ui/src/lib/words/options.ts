import type { CodeOf } from './speech.svelte';
import { speech } from './speech.svelte';

/** The codes of a choice, each with its word: what a field is chosen from. */
export function options<Kind extends string, Code extends string>(
  kind: Kind,
  codes: readonly CodeOf<Kind, Code>[],
): { value: CodeOf<Kind, Code>; label: string }[] {
  return codes.map((value) => ({ value, label: speech.choice<Kind, Code>(kind, value) }));
}
