/** A photo made ready for the upload: what capture hands on to the flow. */
export interface PreparedPhoto {
  /** JPEG of at most 150 KB (150,000 bytes). */
  readonly blob: Blob;
  /** Size of the picture in `blob`, in pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly source: 'camera' | 'upload' | 'specimen';
  /** Object URL of the same pixels; whoever replaces the photo revokes it. */
  readonly preview: string;
  /** The file that was chosen, as it was: tells a sandbox's specimens. Null for the camera. */
  readonly chosen: Blob | null;
}
