import { entries, given } from '$lib/format/text';

/** What an opinion on a finding and one on the case have in common, as it is typed. */
export interface Said {
  actionable: '' | 'yes' | 'no';
  concern: boolean;
  suggested: string;
  comment: string;
  /** Whose it is; empty: the own one. */
  whose: string;
}

export const unsaid = (): Said => ({
  actionable: '',
  concern: false,
  suggested: '',
  comment: '',
  whose: '',
});

export function anythingSaid({ actionable, concern, suggested, comment }: Said): boolean {
  return actionable !== '' || concern || (suggested + comment).trim() !== '';
}

/** The same as the desk takes it: what was not said is left out. */
export function saidArgs({ actionable, concern, suggested, comment, whose }: Said) {
  const offered = entries(suggested);
  const words = given(comment);
  return {
    ...(actionable ? { actionable: actionable === 'yes' } : {}),
    ...(concern ? { germlineConcern: true } : {}),
    ...(offered.length ? { suggested: offered } : {}),
    ...(words ? { comment: words } : {}),
    ...(whose ? { onBehalfOf: whose } : {}),
  };
}
