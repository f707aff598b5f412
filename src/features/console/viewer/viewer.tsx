import { type ReactNode, useEffect, useRef } from 'react';
import type { Quad } from '#src/contract/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { useShortcuts } from '../keys/provider.tsx';
import { consoleWords } from '../words.ts';
import type { Picture } from './picture.ts';
import { Tools } from './tools.tsx';
import { useView } from './use-view.ts';
import { CONTRASTS, PAN_SHARE, ZOOM_STEP } from './view.ts';

export interface Mark {
  readonly field: string;
  /** Px of the photo. */
  readonly quad: Quad;
  readonly doubtful: boolean;
}

export interface ViewerProps {
  picture: Picture | null;
  /** Which of the two the picture is; null where there is only the photo. */
  face: 'card' | 'photo' | null;
  onFace: () => void;
  marks: readonly Mark[];
  /** The field whose place is marked strongly and brought into sight. */
  current: string | null;
  onMark: (field: string) => void;
  label: string;
  /** Instead of the picture: it is coming, it could not be had, there is none. */
  children?: ReactNode;
}

const middleOf = (quad: Quad): readonly [number, number] => [
  (quad[0][0] + quad[1][0] + quad[2][0] + quad[3][0]) / 4,
  (quad[0][1] + quad[1][1] + quad[2][1] + quad[3][1]) / 4,
];

/** A picture to look at closely: zoom, pan, turn, contrast, and the places of the fields. */
export function Viewer({
  picture,
  face,
  onFace,
  marks,
  current,
  onMark,
  label,
  children,
}: ViewerProps): ReactNode {
  const t = useWords(consoleWords);
  const { stage, view, scale, act } = useView(picture);
  const zoomed = view.zoom > 1;
  useShortcuts({
    title: t('keys.picture'),
    shortcuts: [
      { keys: '+', label: t('view.in'), run: () => act({ kind: 'zoom', factor: ZOOM_STEP }) },
      { keys: '-', label: t('view.out'), run: () => act({ kind: 'zoom', factor: 1 / ZOOM_STEP }) },
      { keys: '0', label: t('view.fit'), run: () => act({ kind: 'fit' }) },
      { keys: 'r', label: t('view.turn'), run: () => act({ kind: 'turn', quarters: 1 }) },
      { keys: 'Shift+R', label: t('view.turnBack'), run: () => act({ kind: 'turn', quarters: -1 }) },
      { keys: 'x', label: t('view.contrast'), run: () => act({ kind: 'contrast' }) },
      { keys: 'o', label: t('view.face'), run: onFace, off: face === null },
    ],
  });

  const place = current === null ? undefined : marks.find(({ field }) => field === current);
  const at = place && picture ? middleOf(picture.place(place.quad)) : null;
  const [x, y] = at ?? [null, null];
  useEffect(() => {
    if (x !== null && y !== null && zoomed) act({ kind: 'show', at: [x, y] });
  }, [x, y, zoomed, act]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {/* biome-ignore lint/a11y/useSemanticElements: no element is a picture that one moves about in */}
      <div
        ref={stage}
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture
        tabIndex={0}
        onKeyDown={(event) => {
          const step = (stage.current?.clientWidth ?? 0) * PAN_SHARE;
          const by = {
            ArrowLeft: [step, 0],
            ArrowRight: [-step, 0],
            ArrowUp: [0, step],
            ArrowDown: [0, -step],
          }[event.key] as [number, number] | undefined;
          if (!by) return;
          event.preventDefault();
          act({ kind: 'pan', by });
        }}
        className={cx(
          'relative min-h-0 flex-1 touch-none overflow-hidden rounded-md bg-sunken select-none focus-visible:outline-offset-[-3px]',
          zoomed && 'cursor-grab active:cursor-grabbing',
        )}
      >
        {picture && (
          <div
            className="absolute top-1/2 left-1/2"
            style={{
              width: picture.width,
              height: picture.height,
              transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${view.turn * 90}deg) scale(${scale})`,
            }}
          >
            <Pixels picture={picture} contrast={CONTRASTS[view.contrast] ?? 1} />
            <Marks picture={picture} marks={marks} current={current} scale={scale} onMark={onMark} />
          </div>
        )}
        {children}
      </div>
      <Tools view={view} face={face} act={act} onFace={onFace} disabled={picture === null} />
    </div>
  );
}

function Pixels({ picture, contrast }: { picture: Picture; contrast: number }): ReactNode {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture.source, 0, 0);
    // For who waits until the picture is there.
    canvas.dataset.drawn = '';
  }, [picture]);
  return (
    <canvas
      ref={ref}
      className="block size-full"
      style={contrast === 1 ? undefined : { filter: `grayscale(1) contrast(${contrast})` }}
    />
  );
}

interface MarksProps extends Pick<ViewerProps, 'marks' | 'current' | 'onMark'> {
  picture: Picture;
  scale: number;
}

/** Where the fields stand. A press leads to the field; the keyboard has the fields themselves. */
function Marks({ picture, marks, current, scale, onMark }: MarksProps): ReactNode {
  const stroke = 2 / scale;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      className="absolute inset-0 size-full overflow-visible"
    >
      {marks.map(({ field, quad, doubtful }) => {
        const isCurrent = field === current;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the fields themselves
          <polygon
            key={field}
            data-field={field}
            points={picture
              .place(quad)
              .map((corner) => corner.join(','))
              .join(' ')}
            strokeWidth={isCurrent ? stroke * 1.5 : stroke}
            strokeLinejoin="round"
            onClick={() => onMark(field)}
            className={cx(
              'cursor-pointer fill-transparent transition-[stroke-opacity] hover:[stroke-opacity:1]',
              doubtful ? 'stroke-check-mark' : 'stroke-accent',
              isCurrent ? '[stroke-opacity:1]' : doubtful ? '[stroke-opacity:.75]' : '[stroke-opacity:0]',
            )}
          />
        );
      })}
    </svg>
  );
}
