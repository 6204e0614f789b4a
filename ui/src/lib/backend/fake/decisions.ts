import type { CriteriaForm } from '$lib/bindings/CriteriaForm';
import type { CriteriaView } from '$lib/bindings/CriteriaView';
import type { CriterionForm } from '$lib/bindings/CriterionForm';
import type { CriterionView } from '$lib/bindings/CriterionView';
import type { EvaluationView } from '$lib/bindings/EvaluationView';
import type { SchemeView } from '$lib/bindings/SchemeView';
import type { Acts } from './acts';
import { ME } from './cases';
import { changed, finding, grade, NOW } from './changing';

const SCALE = 'oncogenicity-2022';

function criterion(code: string, points: string, ja: string, en: string): CriterionView {
  const strengths = [
    { code: 'moderate', points: '+2' },
    { code: 'strong', points: '+4' },
  ];
  return {
    code,
    name: { ja, en },
    against: points.startsWith('-'),
    strength: points === '+4' ? 'strong' : 'supporting',
    // One of them can be weighed otherwise, as in the germline scheme.
    strengths: code === 'OS2' ? strengths : [{ code: points === '+4' ? 'strong' : 'supporting', points }],
    certainty: 'source',
  };
}

/** A small scheme to practise with. */
export const SCHEME: SchemeView = {
  id: 'practice-scheme',
  version: '1',
  scale: SCALE,
  name: { ja: '練習用の分類基準', en: 'Practice criteria' },
  source: 'practice',
  germline: false,
  thresholds: [
    ['oncogenic', '≥ 8'],
    ['likely-oncogenic', '4 … 7'],
    ['vus', '≤ 3'],
  ].map(([code, range]) => ({
    grade: grade(SCALE, code)!,
    range: range!,
    certainty: 'general',
    remark: null,
  })),
  groups: [
    {
      id: 'known',
      name: { ja: '既知の変異', en: 'Known variants' },
      criteria: [
        criterion('OS1', '+4', '確立した変異と同じアミノ酸変化', 'Same change as an established variant'),
        criterion('OS3', '+4', 'ホットスポット', 'Hotspot'),
      ],
    },
    {
      id: 'other',
      name: { ja: 'その他', en: 'Other' },
      criteria: [
        criterion('OS2', '+4', '機能解析で支持', 'Functional studies'),
        criterion('OP4', '+1', '一般集団でまれ', 'Rare in the population'),
        criterion('SBP1', '-1', '影響なしと予測', 'Predicted without effect'),
      ],
    },
  ],
};

const WHY = { ja: '同じ情報の二重計上', en: 'the same evidence twice' };

function known(code: string): CriterionView | undefined {
  return SCHEME.groups.flatMap((group) => group.criteria).find((one) => one.code === code);
}

function pointsOf(chosen: CriterionForm): number {
  const found = known(chosen.code);
  const strength = chosen.strength ?? found?.strength;
  return Number(found?.strengths.find((one) => one.code === strength)?.points ?? 0);
}

function evaluated(criteria: readonly CriterionForm[]): EvaluationView {
  const points = criteria.reduce((sum, one) => sum + pointsOf(one), 0);
  const has = (code: string) => criteria.some((one) => one.code === code);
  const both = has('OS1') && has('OS3');
  const pair = { first: 'OS1', second: 'OS3', reason: WHY, certainty: 'source' };
  const barred = has('OS1') ? 'OS3' : has('OS3') ? 'OS1' : null;
  const reached = points >= 8 ? 'oncogenic' : points >= 4 ? 'likely-oncogenic' : 'vus';
  return {
    points,
    pointsText: `${points < 0 ? '' : '+'}${points}`,
    suggested: criteria.length > 0 && !both ? grade(SCALE, reached) : null,
    standAlone: null,
    refusals: both ? [{ ja: 'OS1 と OS3 は同時に選べません。', en: 'OS1 and OS3 exclude each other.' }] : [],
    excluded: both ? [pair] : [],
    barred: barred && !both ? [{ code: barred, by: barred === 'OS1' ? 'OS3' : 'OS1', reason: WHY }] : [],
  };
}

function basisOf(form: CriteriaForm): CriteriaView {
  const { points, pointsText, suggested } = evaluated(form.criteria);
  const written = (one: CriterionForm) => `${one.code} ${pointsOf(one) < 0 ? '' : '+'}${pointsOf(one)}`;
  return {
    scheme: form.scheme,
    version: SCHEME.version,
    schemeName: SCHEME.name,
    criteria: form.criteria.map((one) => ({
      code: one.code,
      written: written(one),
      name: known(one.code)!.name,
      strength: one.strength ?? known(one.code)!.strength,
      adjusted: one.strength !== undefined && one.strength !== known(one.code)!.strength,
      points: pointsOf(one),
      note: one.note ?? null,
    })),
    points,
    sum: `${form.criteria.map(written).join(', ')} = ${pointsText}`,
    suggested: suggested!,
    overrideReason: form.overrideReason ?? null,
    manual: true,
  };
}

/** What the panel decides: verdicts with their criteria, and advice in its order. */
export const decisions: Pick<
  Acts,
  | 'classification_schemes'
  | 'evaluate_classification'
  | 'judge_finding'
  | 'add_recommendation'
  | 'withdraw_recommendation'
  | 'rank_recommendations'
> = {
  classification_schemes: () => [SCHEME],
  evaluate_classification: (_, args) => evaluated(args.criteria),
  judge_finding: (desk, args) =>
    changed(desk, `EP判定を記録（${args.findingIds.join('、')}）`, (view) =>
      finding(view, args.findingIds, (row) => ({
        ...row,
        verdicts: {
          ...row.verdicts,
          panel: {
            grade: grade(args.scale, args.class),
            deferred: args.deferred ?? null,
            actionable: args.actionable ?? null,
            rationale: args.rationale ?? null,
            references: args.references ?? [],
            basis: args.basis ? basisOf(args.basis) : null,
            dissent: (args.dissent ?? []).map((one) => ({
              memberId: one.memberId ?? null,
              name: one.name ?? ME.name,
              words: one.words,
            })),
            by: ME.name,
            role: 'chair',
            at: NOW,
          },
        },
      })),
    ),
  add_recommendation: (desk, args) =>
    changed(desk, '推奨を記録', (view) => ({
      ...view,
      recommendations: [
        ...view.recommendations,
        {
          recommendationId: `r${view.recommendations.length + 1}`,
          rank: view.recommendations.length + 1,
          kind: args.kind,
          findings: args.findings ?? [],
          drugs: args.drugs ?? [],
          route: args.route ?? null,
          evidence: grade(args.evidenceScale, args.evidenceLevel),
          trial: args.trial ?? null,
          further: args.kind === 'further' ? (args.further ?? 'other') : null,
          withheld: args.further === 'germlineFollowUp' && view.patient.wish !== 'wants',
          text: args.text ?? null,
          rationale: args.rationale ?? null,
          by: ME.name,
          at: NOW,
          withdrawn: null,
        },
      ],
    })),
  withdraw_recommendation: (desk, args) =>
    changed(desk, '推奨を取り下げ', (view) => ({
      ...view,
      recommendations: view.recommendations.map((one) =>
        one.recommendationId === args.recommendationId ? { ...one, rank: 0, withdrawn: args.reason } : one,
      ),
    })),
  rank_recommendations: (desk, args) =>
    changed(desk, '推奨の順位を変更', (view) => ({
      ...view,
      recommendations: [
        ...args.order.map((id, i) => ({
          ...view.recommendations.find((one) => one.recommendationId === id)!,
          rank: i + 1,
        })),
        ...view.recommendations.filter((one) => one.withdrawn !== null),
      ],
    })),
};
