import { useEffect, useState } from 'react';
import type { PreparedPhoto } from '#src/lib/photo.ts';

/** The person's photo for all strips: `null` while it decodes (their places are kept), `'none'` where there is none. */
export type PhotoImage = ImageBitmap | null | 'none';

/** Decodes the photo once. */
export function usePhotoImage(photo: PreparedPhoto | null): PhotoImage {
  const [image, setImage] = useState<PhotoImage>(null);
  useEffect(() => {
    if (!photo) return;
    let bitmap: ImageBitmap | null = null;
    let gone = false;
    createImageBitmap(photo.blob).then(
      (decoded) => {
        if (gone) return decoded.close();
        bitmap = decoded;
        setImage(decoded);
      },
      () => !gone && setImage('none'),
    );
    return () => {
      gone = true;
      setImage(null);
      bitmap?.close();
    };
  }, [photo]);
  return photo ? image : 'none';
}
