// Where each form stands whose words are kept until they are recorded.
import type { DraftForm } from '$lib/bindings/DraftForm';
import type { CaseDesk } from './case-desk.svelte';
import type { Part } from './parts';

/** The part in which a form stands; a finding's own stand beside it. */
export const PART_OF_DRAFT: Readonly<Record<DraftForm, Part | 'finding'>> = {
  verdict: 'finding',
  germline: 'finding',
  ccatVerdict: 'finding',
  finding: 'overview',
  opinion: 'finding',
  caseOpinion: 'agreement',
  recommendation: 'treatment',
  referral: 'treatment',
  referralStep: 'treatment',
  meetingRecord: 'meeting',
  minutes: 'meeting',
  circumstances: 'meeting',
  summary: 'meeting',
  explanation: 'documents',
  details: 'overview',
  readings: 'overview',
  amendment: 'documents',
  evidenceNews: 'overview',
  evidenceAside: 'finding',
  companionUse: 'overview',
  germlineStep: 'finding',
  relative: 'overview',
};
/** The dialog that is a form, where it is one. */
export const DIALOG_OF_DRAFT: Partial<Record<DraftForm, CaseDesk['dialog']>> = {
  finding: 'enter',
  recommendation: 'recommend',
  referral: 'refer',
};
