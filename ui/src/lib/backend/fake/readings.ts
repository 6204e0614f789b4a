import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import type { ReadAnewView } from '$lib/bindings/ReadAnewView';
import type { ReadView } from '$lib/bindings/ReadView';
import type { PreferredListView } from '$lib/bindings/PreferredListView';
import { WORDS } from '$lib/bindings/words';
import { lines } from '$lib/format/text';
import type { Acts } from './acts';
import { ME } from './cases';
import { changed, finding, NOW } from './changing';
import { consequencesOf, moreSevere, ORDER } from './consequences';
import { refusal } from './fake';
import { said } from './terms';

const BLANK = { reason: '入力してください。' };

function readOf(row: FindingRow): ReadView {
  const { kind, subject, change, changeInWords, hgvsC, hgvsP, transcript, position, vafText } = row;
  const { effects, effectsInWords, depth, alternateDepth, values, valuesInWords, origin, sample } = row;
  return {
    ...{ kind, subject, change, changeInWords, hgvsC, hgvsP, transcript, position, vafText },
    ...{ effects, effectsInWords, depth, alternateDepth, values, valuesInWords, origin, sample },
  };
}

/** Of the practice case: two findings that read otherwise, one that would be none, one of another origin. */
export function demoReadAnew(findings: readonly FindingRow[]): ReadAnewView {
  const of = (id: string) => readOf(findings.find((row) => row.findingId === id)!);
  const source = 'LUAD-demo.cats.json';
  const anew = (findingId: string, now: Partial<ReadView> | null, canBeTaken: boolean) => ({
    findingId,
    source,
    was: of(findingId),
    now: now && { ...of(findingId), ...now },
    canBeTaken,
  });
  return {
    findings: [
      anew(
        'F3',
        {
          change: 'p.Arg273Cys',
          hgvsP: 'p.Arg273Cys',
          hgvsC: 'c.817C>T',
          position: '17:7577121',
          vafText: '38.2 %',
          alternateDepth: 250,
        },
        true,
      ),
      anew(
        'F6',
        {
          hgvsP: 'p.Gln3609fs',
          change: 'p.Gln3609fs',
          effects: ['frameshift_variant'],
          effectsInWords: [said('frameshift_variant')],
        },
        true,
      ),
      anew('F5', null, false),
      anew('F7', { origin: 'somatic' }, false),
    ],
    appeared: [said('KRAS p.Gly12Val'), said('NRAS c.182A>G')],
    unreadable: ['LUAD-2025-old-report.xml'],
  };
}

/** The list that the practice site records first. */
export const PREFERRED: PreferredListView = {
  version: 'site-1',
  transcripts: [
    { gene: 'CDKN2A', transcript: 'NM_058195.4' },
    { gene: 'TP53', transcript: 'NM_000546.6' },
  ],
  entry: {
    by: ME.name,
    role: 'chair',
    at: '2026-10-01T10:00:00+09:00',
    reason: '院内の検証済み転写産物（2026年9月の検証報告）',
  },
};

/** A few of the program's words of heredity. */
const HEREDITY = {
  version: '2026-11-29.2',
  source: '小杉班 二次的所見開示対象遺伝子リスト（2021）',
  shipped: ['hboc', '家系', '生殖細胞', '素因', '遺伝', 'リンチ'],
};

export const readings: Pick<
  Acts,
  | 'choose_consequence'
  | 'decide_readings'
  | 'heredity_words'
  | 'record_heredity_words'
  | 'preferred_transcripts'
  | 'record_preferred_transcripts'
> = {
  choose_consequence: (desk, args) => {
    if (!args.reason.trim()) throw refusal('invalid', '入力内容を確認してください。', BLANK);
    const row = desk.view.findings.find((one) => one.findingId === args.findingId);
    if (!row) throw refusal('not-found', '所見がありません。');
    const all = consequencesOf(desk.consequences, row);
    const named = all.filter(
      (one) => one.transcript === args.transcript && (args.gene === undefined || one.gene === args.gene),
    );
    const chosen = named[0];
    if (!chosen) throw refusal('not-found', '転写産物がありません。');
    if (named.length > 1)
      throw refusal('invalid', '入力内容を確認してください。', {
        gene: 'この転写産物は複数の遺伝子にあります。遺伝子も指定してください。',
      });
    const order = [chosen, ...all.filter((one) => one !== chosen)];
    desk.consequences[row.findingId] = order;
    return changed(desk, `表示する転写産物の変更: ${args.transcript}（${args.reason}）`, (view) =>
      finding(view, [row.findingId], (was) => ({
        ...was,
        subject: chosen.gene ?? was.subject,
        genes: chosen.gene ? [chosen.gene] : was.genes,
        change: chosen.protein ?? chosen.coding ?? was.change,
        hgvsC: chosen.coding,
        hgvsP: chosen.protein,
        transcript: chosen.transcript,
        effects: chosen.effects,
        effectsInWords: chosen.effectsInWords,
        moreSevere: moreSevere(order),
        choice: {
          geneBecause: null,
          because: WORDS['chosen.person'],
          order: null,
          by: { by: ME.name, role: 'chair', at: NOW, reason: args.reason },
        },
      })),
    );
  },
  decide_readings: (desk, args) => {
    if (!args.reason.trim()) throw refusal('invalid', '入力内容を確認してください。', BLANK);
    const pending = desk.view.readAnew?.findings.filter((one) => args.findingIds.includes(one.findingId));
    if (!pending?.length)
      throw refusal('invalid', '入力内容を確認してください。', {
        findingIds: '読み取り方で内容が変わる所見が選ばれていません。',
      });
    if (args.take && pending.some((one) => !one.canBeTaken))
      throw refusal('invalid', '入力内容を確認してください。', { take: '新しい読み取りを採れません。' });
    return changed(desk, `読み取りを決定（${args.reason}）`, (view) => {
      const taken = (row: FindingRow): FindingRow => ({
        ...row,
        ...pending.find((one) => one.findingId === row.findingId)?.now,
      });
      const now: CaseView = args.take ? finding(view, args.findingIds, taken) : view;
      const anew = view.readAnew!;
      const findings = anew.findings.filter((one) => !args.findingIds.includes(one.findingId));
      const left = findings.length + anew.appeared.length + anew.unreadable.length;
      return { ...now, readAnew: left > 0 ? { ...anew, findings } : null };
    });
  },
  heredity_words: (desk) => ({ ...HEREDITY, lists: desk.heredity }),
  record_heredity_words: (desk, args) => {
    if (!args.reason.trim()) throw refusal('invalid', '入力内容を確認してください。', BLANK);
    const words = lines(args.lines).filter((line) => !line.startsWith('#'));
    const known = words.find((word) => HEREDITY.shipped.some((one) => word.includes(one)));
    if (known)
      throw refusal('invalid', '入力内容を確認してください。', {
        lines: `「${known}」は、すでに見つけられます。`,
      });
    const entry = { by: ME.name, role: 'chair', at: NOW, reason: args.reason };
    desk.heredity = [{ version: `site-${desk.heredity.length + 1}`, words, entry }, ...desk.heredity];
    return { ...HEREDITY, lists: desk.heredity };
  },
  preferred_transcripts: (desk) => ({ order: ORDER, lists: desk.preferred }),
  record_preferred_transcripts: (desk, args) => {
    if (!args.reason.trim()) throw refusal('invalid', '入力内容を確認してください。', BLANK);
    const transcripts = args.lines.split('\n').flatMap((line, i) => {
      const text = line.trim();
      if (!text || text.startsWith('#')) return [];
      const [gene, transcript, ...more] = text.split(/[\s,]+/u);
      if (!gene || !transcript || more.length > 0 || !/^[\w.-]*\d[\w.-]*$/u.test(transcript))
        throw refusal('invalid', '入力内容を確認してください。', {
          lines: `${i + 1}行目「${text}」は「遺伝子 転写産物」（例: TP53 NM_000546.6）ではありません。`,
        });
      return [{ gene, transcript }];
    });
    transcripts.sort((a, b) => (a.gene + a.transcript < b.gene + b.transcript ? -1 : 1));
    if (JSON.stringify(transcripts) === JSON.stringify(desk.preferred[0]?.transcripts ?? []))
      throw refusal('invalid', '入力内容を確認してください。', { lines: '変更がありません。' });
    const entry = { by: ME.name, role: 'chair', at: NOW, reason: args.reason };
    const version = `site-${desk.preferred.length + 1}`;
    desk.preferred = [{ version, transcripts, entry }, ...desk.preferred];
    return { order: ORDER, lists: desk.preferred };
  },
};
