import type { LabelView } from '$lib/bindings/LabelView';

/** Words of laboratories as the desk says them, as far as the practice case needs them. */
const JAPANESE: Readonly<Record<string, string>> = {
  missense_variant: 'ミスセンス変異',
  synonymous_variant: '同義置換',
  stop_gained: 'ナンセンス変異',
  frameshift_variant: 'フレームシフト変異',
  protein_altering_variant: 'タンパク質を変える変異',
  intron_variant: 'イントロンの変異',
  splice_donor_variant: 'スプライス供与部位の変異',
  'tumor-only': '腫瘍検体のみ',
};

export function said(written: string): LabelView {
  const ja = JAPANESE[written];
  return { ja: ja ? `${ja}（${written}）` : written, en: written };
}

export const both = (ja: string, en: string): LabelView => ({ ja, en });
