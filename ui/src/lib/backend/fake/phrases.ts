import type { Phrases } from '$lib/bindings/Phrases';
import type { PhraseForm } from '$lib/bindings/PhraseForm';
import type { PhrasesView } from '$lib/bindings/PhrasesView';
import type { PhraseView } from '$lib/bindings/PhraseView';
import type { Acts } from './acts';
import { ME } from './cases';
import { NOW } from './changing';
import { refusal, type FakeBackend } from './fake';

const FIELDS = [
  'verdict',
  'germline',
  'comment',
  'recommendation',
  'referral',
  'summary',
  'minutes',
  'explanation',
];

const EXAMPLES = [
  {
    id: 'vus-information',
    fields: ['verdict', 'comment'],
    title: { ja: '意義不明: 情報が不足', en: 'Uncertain significance: not enough information' },
    text: {
      ja: '〔データベース・文献〕（〔確認日〕時点）を確認した範囲では、判断できるだけの情報が得られませんでした。',
      en: 'As far as 〔databases, literature〕 were consulted (as of 〔date〕), there was not enough information.',
    },
  },
  {
    id: 'summary-limits',
    fields: ['summary'],
    title: { ja: '結果の限界', en: 'Limits of the result' },
    text: {
      ja: '本報告は〔開催日〕時点の情報に基づきます。',
      en: 'This report rests on what was known on 〔date〕.',
    },
  },
];

/** The site's phrases before anybody changed them. */
export function demoPhrases(): PhraseView[] {
  const phrase: PhraseForm = {
    title: '確認検査が必要',
    reading: 'かくにんけんさ',
    text: '〔理由〕のため、確認検査が必要と考えます。',
    fields: ['verdict'],
    language: 'ja',
  };
  return [{ id: 'P1', phrase, example: null, retired: false, history: [step('added', phrase)] }];
}

function step(kind: string, phrase: PhraseForm, reason: string | null = null) {
  return { kind, phrase, by: ME.name, role: 'chair', at: NOW, reason };
}

function list(desk: FakeBackend, args: Phrases): PhrasesView {
  const words = (args.search ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const met = (fields: string[], language: string, texts: string[]) =>
    (!args.field || fields.includes(args.field)) &&
    (!args.language || args.language === language) &&
    words.every((word) => texts.join(' ').toLowerCase().includes(word));
  const taken = (id: string, language: string) =>
    desk.phrases.some((one) => one.example === id && one.phrase.language === language);
  return {
    phrases: desk.phrases
      .filter(({ phrase, retired }) => {
        const texts = [phrase.title, phrase.reading ?? '', phrase.text];
        return (args.whole || !retired) && met(phrase.fields, phrase.language, texts);
      })
      .sort((a, b) => Number(a.retired) - Number(b.retired))
      .map((one) => (args.whole ? one : { ...one, history: [] })),
    examples: EXAMPLES.map((one) => ({
      ...one,
      languages: (['ja', 'en'] as const).filter(
        (language) =>
          !taken(one.id, language) && met(one.fields, language, [one.title[language], one.text[language]]),
      ),
    })).filter((one) => one.languages.length > 0),
    examplesVersion: '2026-11-23',
    fields: FIELDS,
  };
}

const whole = (desk: FakeBackend) => list(desk, { whole: true });

function change(desk: FakeBackend, id: string, to: (one: PhraseView) => PhraseView): PhrasesView {
  if (!desk.phrases.some((one) => one.id === id)) throw refusal('not-found', '定型文が見つかりません。');
  desk.phrases = desk.phrases.map((one) => (one.id === id ? to(one) : one));
  return whole(desk);
}

function add(desk: FakeBackend, phrase: PhraseForm, example: string | null): PhrasesView {
  const id = `P${desk.phrases.length + 1}`;
  const fresh = { id, phrase, example, retired: false, history: [step('added', phrase)] };
  desk.phrases = [...desk.phrases, fresh];
  return whole(desk);
}

export const phrases: Pick<
  Acts,
  'phrases' | 'record_phrase' | 'adopt_phrase' | 'retire_phrase' | 'restore_phrase'
> = {
  phrases: (desk, args) => list(desk, args),
  record_phrase: (desk, { id, phrase, reason }) => {
    if (phrase.fields.length === 0)
      throw refusal('invalid', '入力内容を確認してください。', { fields: '使う欄を1つ以上選んでください。' });
    if (!id) return add(desk, phrase, null);
    return change(desk, id, (one) => ({
      ...one,
      phrase,
      history: [step('changed', phrase, reason ?? null), ...one.history],
    }));
  },
  adopt_phrase: (desk, { example, language }) => {
    const known = EXAMPLES.find((one) => one.id === example);
    if (!known) throw refusal('not-found', '例が見つかりません。');
    const of = language === 'en' ? 'en' : 'ja';
    const { title, text, fields } = known;
    return add(desk, { title: title[of], text: text[of], fields, language }, example);
  },
  retire_phrase: (desk, { id, reason }) =>
    change(desk, id, (one) => ({
      ...one,
      retired: true,
      history: [step('retired', one.phrase, reason), ...one.history],
    })),
  restore_phrase: (desk, { id, reason }) =>
    change(desk, id, (one) => ({
      ...one,
      retired: false,
      history: [step('restored', one.phrase, reason), ...one.history],
    })),
};
