import { useEffect, useState } from 'react';
import type { PreparedPhoto } from '#src/lib/photo.ts';

/** The photo decoded once for all strips; null until then and where it cannot be decoded (no strips then). */
export function usePhotoImage(photo: PreparedPhoto | null): ImageBitmap | null {
  const [image, setImage] = useState<ImageBitmap | null>(null);
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
      () => undefined,
    );
    return () => {
      gone = true;
      setImage(null);
      bitmap?.close();
    };
  }, [photo]);
  return image;
}
