import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Opens a PDF given in base64. The reader and its worker are part of the window and load when first needed. */
export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  return pdfjs.getDocument({
    data: bytes(base64),
    // Our documents carry their fonts; nothing is fetched and no code is made from strings.
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: false,
  }).promise;
}

export function bytes(base64: string): Uint8Array {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) out[i] = text.charCodeAt(i);
  return out;
}
