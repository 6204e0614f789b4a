import type { ConditionState } from '$lib/bindings/ConditionState';
import type { TrialAskedView } from '$lib/bindings/TrialAskedView';

/** Records what a person says of a criterion; true when it was recorded. */
export type SayOfTrial = (asked: TrialAskedView, state: ConditionState, note: string) => Promise<boolean>;

/** A match from which a referral begins. */
export type BeginsWith = {
  trial: string;
  title: string | null;
  asOf: string | null;
  arm: string | null;
  source: string;
};
