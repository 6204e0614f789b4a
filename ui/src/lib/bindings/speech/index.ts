// Made by `cargo xtask bindings` from the word book. Do not edit.
import { ja } from './ja';
import { en } from './en';
import type { Words } from './words';

/** The words of the window by language. */
export const SPEECH = { ja, en } satisfies Record<string, Words>;

export type { Words };
