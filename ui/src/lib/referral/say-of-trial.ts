import type { ConditionState } from '$lib/bindings/ConditionState';
import type { TrialAskedView } from '$lib/bindings/TrialAskedView';

/** Records what a person says of a criterion; true when it was recorded. */
export type SayOfTrial = (asked: TrialAskedView, state: ConditionState, note: string) => Promise<boolean>;
