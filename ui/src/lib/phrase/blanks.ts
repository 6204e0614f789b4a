/** Places of a text that wait to be filled in: the words between 〔 and 〕 on one line, as the desk knows them too. */
const BLANK = /〔[^〔〕\n]*〕/gu;

export interface Blank {
  /** With its brackets. */
  text: string;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
}

export function blanks(text: string): Blank[] {
  return [...text.matchAll(BLANK)].map(({ 0: found, index }) => ({
    text: found,
    from: index,
    to: index + found.length,
  }));
}
