/** What the decoders import and TypeScript finds no types for. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  const libheif: (options: { wasmBinary: ArrayBuffer }) => unknown;
  export default libheif;
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: unknown;
}

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export * from 'pdfjs-dist/legacy/build/pdf.mjs';
}
