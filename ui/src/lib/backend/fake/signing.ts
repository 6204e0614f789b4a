import type { CaseView } from '$lib/bindings/CaseView';
import type { PrintedSignatureView } from '$lib/bindings/PrintedSignatureView';
import type { Acts } from './acts';
import { ME } from './cases';
import { changed, HASH, NOW } from './changing';
import { refusal } from './fake';
import { PAGE_PDF } from './page-pdf';

/** A picture of one blue point. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgMGgAAADpAJkqlyBBAAAAAElFTkSuQmCC';

/** Signatures as a finalised report holds them. */
export function printedSignatures(view: CaseView): PrintedSignatureView[] {
  return view.signatures
    .filter((row) => row.state === 'standing')
    .map((row) => ({ capacity: row.capacity, name: row.by!, role: row.role!, at: row.at! }));
}

export const signing: Pick<
  Acts,
  | 'sign_report'
  | 'signing_rule'
  | 'record_signing_rule'
  | 'references'
  | 'register_reference'
  | 'remove_reference'
  | 'verify_document'
  | 'note_printed'
  | 'template'
  | 'record_template'
  | 'preview_template'
  | 'template_logo'
> = {
  sign_report: (desk, args) => {
    if (args.password.length < 3)
      throw refusal('sign-in-refused', 'サインイン名またはパスワードが違います。');
    return changed(desk, '署名', (view) => ({
      ...view,
      signatures: view.signatures.map((row) =>
        args.capacities.includes(row.capacity)
          ? {
              ...row,
              state: 'standing',
              by: args.signIn ?? ME.name,
              role: 'chair',
              at: NOW,
              contentHash: HASH,
              why: null,
            }
          : row,
      ),
    }));
  },
  note_printed: () => null,
  verify_document: (desk, args) => {
    const ours = (args.path ?? args.code ?? '').includes(desk.view.caseNo);
    return {
      verdict: ours ? 'identical' : 'unknown',
      identical: ours,
      message: ours ? { ja: '同一です。', en: 'Identical.' } : { ja: 'ありません。', en: 'Not ours.' },
      sha256: HASH,
      bytes: 1,
      document: null,
    };
  },
  template: (desk) => desk.template,
  record_template: (desk, args) => {
    const { logoFile: _file, ...full } = args.template;
    const { reason } = args;
    const version = `site-${desk.template.history.length + 1}`;
    const changes =
      full.logo === desk.template.template.logo ? [] : [{ ja: 'ロゴを変更', en: 'logo changed' }];
    const change = { version, template: full, changes, reason, by: ME.name, role: 'chair', at: NOW };
    const history = [change, ...desk.template.history];
    desk.template = { ...desk.template, template: full, version, history };
    return desk.template;
  },
  template_logo: (_desk, args) => {
    const name = args.path?.split('/').pop() ?? 'logo.png';
    if (args.path && !/\.(png|jpe?g)$/u.test(args.path))
      throw refusal('invalid', '入力内容を確認してください。', {
        logoFile: 'ロゴにはPNGかJPEGのファイルが必要です。',
      });
    const sha256 = args.sha256 ?? HASH;
    return {
      sha256,
      name,
      png: PIXEL,
      width: 1,
      height: 1,
      printedWidth: 120,
      printedHeight: 120,
      dotsPerInch: 400,
      coarse: false,
    };
  },
  preview_template: (_desk, args) => ({
    revision: 1,
    draft: true,
    language: args.language ?? 'ja',
    pdf: PAGE_PDF,
    pages: 1,
    sha256: HASH,
    contentHash: HASH,
    gaps: [],
    unfilled: [],
  }),
  references: (desk) => desk.references,
  register_reference: (desk, args) => {
    const { path: file, build } = args;
    const made = { build, file, ok: true, why: null, remark: null, contigs: 25, fingerprint: HASH };
    const others = desk.references.filter((one) => one.build !== build);
    return (desk.references = [...others, { ...made, by: ME.name, at: NOW }]);
  },
  remove_reference: (desk, args) =>
    (desk.references = desk.references.filter((one) => one.build !== args.build)),
  signing_rule: (desk) => desk.signingRule,
  record_signing_rule: (desk, args) => {
    const { required, reason } = args;
    const distinct = args.distinct ?? false;
    const change = { required, distinct, reason, by: ME.name, role: 'chair', at: NOW };
    desk.signingRule = { required, distinct, history: [change, ...desk.signingRule.history] };
    return desk.signingRule;
  },
};
