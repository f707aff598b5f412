/** Programs that name themselves in the files they save. Cameras and messengers are not among them. */
const EDITORS = [
  'Adobe Photoshop',
  'Adobe Illustrator',
  'Photopea',
  'GIMP',
  'Canva',
  'PicsArt',
  'Pixelmator',
  'Affinity Photo',
  'Paint.NET',
  'Krita',
  'CorelDRAW',
  'Snapseed',
  'Facetune',
] as const;

/** Metadata stands before the pixels; this much of a file holds it. Bytes. */
const HEAD = 96 * 1024;

/** Whether an image editor left its name in the file's metadata: a sign that it was edited, no proof. */
export function namesEditor(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return EDITORS.some((name) => head.includes(name));
}
