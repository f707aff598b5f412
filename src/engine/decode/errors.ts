/** The bytes are no image that is read: another format, broken, or larger than may be decoded. */
export class ImageFormatError extends Error {
  readonly code = 'image_format';
}
