import { useEffect, useReducer, useRef } from 'react';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { type PhotoFailure, toPhotoError } from './core/photo/errors.ts';
import type { Prepared, PrepareStep } from './core/photo/prepare.ts';
import { openStudio, type Studio } from './studio.ts';

type Source = PreparedPhoto['source'];

/** What is on the screen. */
type View =
  | { readonly kind: 'choose' }
  | { readonly kind: 'camera' }
  | { readonly kind: 'working'; readonly step: PrepareStep; readonly from: Source }
  | { readonly kind: 'review'; readonly photo: Prepared; readonly url: string; readonly from: Source }
  | {
      readonly kind: 'refused';
      readonly code: PhotoFailure;
      readonly from: Source;
      /** The same file once more, for those who know better; null where there is none to try. */
      readonly file: Blob | null;
    };

type Action =
  | { readonly do: 'go'; readonly view: View }
  | { readonly do: 'step'; readonly step: PrepareStep };

function reduce(view: View, action: Action): View {
  if (action.do === 'go') return action.view;
  return view.kind === 'working' ? { ...view, step: action.step } : view;
}

export interface Capture {
  readonly view: View;
  readonly studio: () => Studio;
  openCamera(): void;
  choose(): void;
  /** A file from the picker, a drop, the clipboard or the specimen. */
  take(file: Blob | Promise<Blob>, from: Source, sure?: boolean): void;
  shot(photo: Prepared): void;
  refuse(cause: unknown, from: Source): void;
  cancel(): void;
}

/** The state of the feature: one view at a time, one photo under way, one object URL alive. */
export function useCapture(): Capture {
  const [view, dispatch] = useReducer(reduce, { kind: 'choose' });
  const studio = useRef<Studio | null>(null);
  const job = useRef<AbortController | null>(null);
  const url = useRef<string | null>(null);

  useEffect(
    () => () => {
      job.current?.abort();
      studio.current?.end();
      studio.current = null;
    },
    [],
  );

  const openedStudio = () => (studio.current ??= openStudio());
  const go = (next: View) => {
    if (url.current !== null && (next.kind !== 'review' || next.url !== url.current)) {
      URL.revokeObjectURL(url.current);
      url.current = null;
    }
    dispatch({ do: 'go', view: next });
  };
  const review = (photo: Prepared, from: Source) => {
    const made = URL.createObjectURL(photo.blob);
    go({ kind: 'review', photo, url: made, from });
    url.current = made;
  };
  const refuse = (cause: unknown, from: Source, file: Blob | null = null) => {
    const { code } = toPhotoError(cause);
    if (code === 'cancelled') return go({ kind: 'choose' });
    if (code === 'out-of-memory') {
      // The worker may be gone, and what it held with it: the next photo gets a new one.
      studio.current?.end();
      studio.current = null;
    }
    go({ kind: 'refused', code, from, file });
  };

  async function prepare(coming: Blob | Promise<Blob>, from: Source, sure: boolean) {
    job.current?.abort();
    const mine = new AbortController();
    job.current = mine;
    go({ kind: 'working', step: 'opening', from });
    let file: Blob | null = null;
    try {
      file = await coming;
      const photo = await openedStudio().prepare(file, {
        sure,
        signal: mine.signal,
        onStep: (step) => {
          if (job.current === mine) dispatch({ do: 'step', step });
        },
      });
      if (job.current === mine) review(photo, from);
    } catch (cause) {
      if (job.current === mine) refuse(cause, from, file);
    }
  }

  return {
    view,
    studio: openedStudio,
    openCamera: () => go({ kind: 'camera' }),
    choose: () => go({ kind: 'choose' }),
    take: (file, from, sure = false) => void prepare(file, from, sure),
    shot: (photo) => review(photo, 'camera'),
    refuse,
    cancel() {
      job.current?.abort();
      job.current = null;
      go({ kind: 'choose' });
    },
  };
}
