import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { changeView, FITTED, fitScale, type Size, type View, type ViewAction } from './view.ts';

export interface Viewing {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly view: View;
  /** Screen px per picture px. */
  readonly scale: number;
  readonly act: (action: ViewAction) => void;
}

const NONE: Size = { width: 1, height: 1 };

/** The state of a look at a picture: follows the stage's size, the wheel, and one or two pointers. */
export function useView(picture: Size | null): Viewing {
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>(NONE);
  const [view, setView] = useState<View>(FITTED);
  const shown = picture ?? NONE;
  const { width, height } = shown;

  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const act = useCallback(
    (action: ViewAction) => setView((now) => changeView(now, action, size, { width, height })),
    [size, width, height],
  );
  usePointers(stage, act);
  return { stage, view, scale: fitScale(size, shown, view.turn) * view.zoom, act };
}

/** How far one wheel delta zooms: a notch (100) is about one step. */
const WHEEL_SHARE = 0.0028;

function usePointers(stage: RefObject<HTMLDivElement | null>, act: (action: ViewAction) => void): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const stop = new AbortController();
    const { signal } = stop;
    const down = new Map<number, readonly [number, number]>();
    const fromMiddle = (x: number, y: number): readonly [number, number] => {
      const box = element.getBoundingClientRect();
      return [x - box.left - box.width / 2, y - box.top - box.height / 2];
    };
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      act({
        kind: 'zoom',
        factor: Math.exp(-event.deltaY * WHEEL_SHARE),
        at: fromMiddle(event.clientX, event.clientY),
      });
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button === 0) down.set(event.pointerId, [event.clientX, event.clientY]);
    };
    const onMove = (event: PointerEvent): void => {
      const before = down.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY] as const;
      // Captured at the first move: a click still reaches what lies under it.
      element.setPointerCapture(event.pointerId);
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, now);
      const share = other ? 0.5 : 1;
      act({ kind: 'pan', by: [(now[0] - before[0]) * share, (now[1] - before[1]) * share] });
      if (!other) return;
      const apart = (point: readonly [number, number]): number =>
        Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
      const middle = fromMiddle((now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
      act({ kind: 'zoom', factor: apart(now) / apart(before), at: middle });
    };
    const onUp = (event: PointerEvent): void => void down.delete(event.pointerId);
    element.addEventListener('wheel', onWheel, { signal, passive: false });
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      element.addEventListener(end, onUp, { signal });
    return () => stop.abort();
  }, [stage, act]);
}
