import { describe, expect, it } from 'vitest';
import { day, dayOfWeek, isDay, isoDay } from './date';
import { display, entries, given, lines, phrases, pieces } from './text';

describe('text for the eye', () => {
  it('breaks a long change only after its signs', () => {
    expect(pieces('NM_000546.6:c.818G>A')).toEqual(['NM_', '000546.', '6:', 'c.', '818G>', 'A']);
  });
  it('loses no letter in breaking', () => {
    const long = 'p.Gln3612_Pro3619delinsArgSerTrpLysLeuGlyValThrAlaHisMetCysPheTer';
    expect(pieces(long).join('')).toBe(long);
  });
  it('breaks the name of a class between its words and never within one', () => {
    expect(phrases('VUS（意義不明）')).toEqual(['VUS', '（意義不明）']);
    expect(phrases('がん化変異の可能性が高い')).toEqual(['がん化変異の', '可能性が', '高い']);
    expect(phrases('がん化に関与しない可能性が高い')).toEqual(['がん化に', '関与しない', '可能性が', '高い']);
    expect(phrases('（エビデンスレベル A）')).toEqual(['（エビデンス', 'レベル A）']);
    expect(phrases('Likely oncogenic')).toEqual(['Likely oncogenic']);
  });
  it('leaves variation selectors out of the picture, and nothing else', () => {
    expect(display('葛\u{E0100}城 髙﨑 𠮷 −1.5')).toBe('葛城 髙﨑 𠮷 −1.5');
  });
  it('takes empty fields as not given', () => {
    expect(given('  \u3000')).toBeUndefined();
    expect(given(' 肺腺癌 ')).toBe('肺腺癌');
  });
  it('takes drugs apart at Japanese and Latin commas', () => {
    expect(entries('アミバンタマブ、ラゼルチニブ, osimertinib\n')).toEqual([
      'アミバンタマブ',
      'ラゼルチニブ',
      'osimertinib',
    ]);
  });
  it('keeps commas inside a reference, one to a line', () => {
    expect(lines('Horak P, Genet Med 2022\n\nNCCN 2026')).toEqual(['Horak P, Genet Med 2022', 'NCCN 2026']);
  });
});

describe('dates', () => {
  it('name the weekday in the language of the window', () => {
    expect(dayOfWeek('2026-11-22', 'ja')).toBe('2026-11-22（日）');
    expect(dayOfWeek('2026-11-22', 'en')).toBe('2026-11-22 (Sun)');
  });
  it('show what cannot be read as it stands', () => {
    expect(day('先月')).toBe('先月');
  });
  it('know the calendar', () => {
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2026/11/22')).toBe(false);
  });
  it('write a day without moving it across midnight', () => {
    expect(isoDay(new Date(2026, 0, 1, 0, 5))).toBe('2026-01-01');
  });
});
