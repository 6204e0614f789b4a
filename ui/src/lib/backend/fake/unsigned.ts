import type { CaseView } from '$lib/bindings/CaseView';
import type { GapView } from '$lib/bindings/GapView';
import type { SignatureView } from '$lib/bindings/SignatureView';

const CAPACITIES = { author: '作成者', reviewer: '確認者', chair: '責任者' };

/** Nobody has signed. */
export const UNSIGNED: SignatureView[] = Object.keys(CAPACITIES).map((capacity) => ({
  capacity,
  required: true,
  state: 'missing',
  by: null,
  role: null,
  at: null,
  contentHash: null,
  why: null,
  mine: true,
}));

/** What is missing of the signatures. */
export function unsignedGap(view: CaseView): GapView | null {
  const lacking = view.signatures.filter((row) => row.required && row.state !== 'standing');
  if (lacking.length === 0) return null;
  const words = lacking.map((row) => CAPACITIES[row.capacity as keyof typeof CAPACITIES]).join('、');
  const message = {
    ja: `署名が必要です: ${words}`,
    en: `To be signed: ${lacking.map((row) => row.capacity).join(', ')}`,
  };
  return { code: 'unsigned', message, findings: [], passages: [] };
}
