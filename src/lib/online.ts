import { useSyncExternalStore } from 'react';

function subscribe(change: () => void): () => void {
  window.addEventListener('online', change);
  window.addEventListener('offline', change);
  return () => {
    window.removeEventListener('online', change);
    window.removeEventListener('offline', change);
  };
}

/** False while the browser knows that it has no network; true says only that there may be one. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
