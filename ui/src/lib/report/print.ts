import { openPdf } from './pdf';

/** Dots per inch at which pages go to the printer. */
const SHARP = 200;
/** A long document is drawn less sharply: each page of A4 takes 15 MB at 200 dots per inch. */
const LONG = { pages: 30, sharp: 150 };

/** Makes the pages of a PDF ready for paper and opens the print dialog. The engine has no reader of its own, so that its pages are drawn
 *  here; everything else of the window stays off the paper (`.print-sheet` in base.css). */
export async function printPdf(base64: string, print: () => Promise<void>): Promise<void> {
  document.querySelector('.print-sheet')?.remove();
  const opened = await openPdf(base64);
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  sheet.ariaHidden = 'true';
  try {
    const sharp = opened.numPages > LONG.pages ? LONG.sharp : SHARP;
    for (let number = 1; number <= opened.numPages; number += 1) {
      const page = await opened.getPage(number);
      const viewport = page.getViewport({ scale: sharp / 72 });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      sheet.append(canvas);
    }
  } finally {
    void opened.destroy();
  }
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  document.body.append(sheet);
  await print();
}
