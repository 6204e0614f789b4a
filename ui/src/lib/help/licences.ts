/** Something from outside that the program holds. */
export interface Licensed {
  /** Name and version. */
  name: string;
  /** SPDX expression. */
  licence: string;
  /** The texts that come with it. */
  texts: string[];
}

/** Between the list and each text, as `cargo xtask supply` writes it. */
const CUT = `${'='.repeat(80)}\n`;

/** Reads the list of licences: lines of name, licence and numbers of texts, then the texts. */
export function licensed(text: string): Licensed[] {
  const [list = '', ...texts] = text.split(CUT);
  return list
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name = '', licence = '', numbers = ''] = line.split('\t');
      const own = numbers.split(' ').filter(Boolean);
      return { name, licence, texts: own.map((number) => texts[Number(number) - 1] ?? '') };
    });
}

/** The list of this program. Fetched when it is looked at: it is long. */
export async function ownLicences(): Promise<Licensed[]> {
  const file = await import('../../../../assets/third-party/LICENCES.txt?raw');
  return licensed(file.default);
}
