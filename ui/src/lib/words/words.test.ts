import { describe, expect, it } from 'vitest';
import { SPEECH } from '$lib/bindings/speech';
import { WORDS } from '$lib/bindings/words';
import { Speech } from './speech.svelte';

function texts(words: object): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? texts(value as object)
        : [],
  );
}

const { en } = SPEECH;

describe('the two languages of the window', () => {
  it('do not leave Japanese in the English half, but for the names of the languages and the requirement keys', () => {
    const japanese = texts(en).filter((text) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text));
    expect(japanese.sort()).toEqual(
      [en.settings.japanese, en.settings.qualifications, en.palette.switchLanguage].sort(),
    );
  });
});

describe('clinical words', () => {
  it('follow the language', () => {
    const speech = new Speech();
    expect(speech.word('origin.germline')).toBe('生殖細胞系列');
    speech.language = 'en';
    expect(speech.word('origin.germline')).toBe('germline');
  });

  it('show an unknown key rather than nothing, so that it is noticed', () => {
    expect(new Speech().named('status.notThere')).toBe('status.notThere');
  });

  it('cover every code that the window itself writes down', () => {
    const written = [
      ...['realTime', 'circulation', 'omitted'].map((code) => `meeting.${code}`),
      ...['present', 'informationSupplied', 'absent'].map((code) => `attending.${code}`),
      ...['treatment', 'considered', 'further', 'nothing'].map((code) => `advice.${code}`),
      ...['wants', 'refuses', 'decidesLater', 'notAsked'].map((code) => `wish.${code}`),
      ...['male', 'female', 'unknown'].map((code) => `sex.${code}`),
      'referral.candidate',
    ];
    expect(written.filter((key) => !(key in WORDS))).toEqual([]);
  });
});
