import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  check: 'M5 12.5l4.5 4.5L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  warn: 'M12 4.5L2.8 20h18.4L12 4.5zM12 10.5v4.2M12 17.4v.1',
  stop: 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2L8.2 3zM12 7.8v5.4M12 16.3v.1',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.7v.1',
  camera:
    'M4 7.5h3.4L9 5h6l1.6 2.5H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1zM12 9.7a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z',
  upload: 'M12 16V5M7.5 9.2L12 4.7l4.5 4.5M4.5 15.5V19h15v-3.5',
  download: 'M12 4.5v11M7.5 11.3l4.5 4.5 4.5-4.5M4.5 16.5V20h15v-3.5',
  pencil: 'M4.5 19.5l.8-4L15.8 5a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L8.5 18.7l-4 .8zM14 6.8l3.2 3.2',
  undo: 'M4 9.5h10a5.5 5.5 0 0 1 0 11h-3M8 5L3.5 9.5 8 14',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M20 3.5v4.2h-4.2',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.2 12h17.6M12 3.2c2.4 2.3 3.6 5.3 3.6 8.8s-1.2 6.5-3.6 8.8c-2.4-2.3-3.6-5.3-3.6-8.8S9.6 5.5 12 3.2z',
  card: 'M4 5.5h16a1.2 1.2 0 0 1 1.2 1.2v10.6a1.2 1.2 0 0 1-1.2 1.2H4a1.2 1.2 0 0 1-1.2-1.2V6.7A1.2 1.2 0 0 1 4 5.5zM6 9.5h6M6 12.5h4.5M15.5 9.3h2.7v3.7h-2.7z',
  offline:
    'M3.5 3.5l17 17M8.5 15.5a5 5 0 0 1 6-.8M5.2 12.2a9.6 9.6 0 0 1 3.6-2.3M18.8 12.2a9.6 9.6 0 0 0-6-2.7M2.2 8.9A14 14 0 0 1 6 6.4M21.8 8.9A14 14 0 0 0 11 5.1M12 18.8v.1',
  phone:
    'M8 2.8h8a1.2 1.2 0 0 1 1.2 1.2v16a1.2 1.2 0 0 1-1.2 1.2H8A1.2 1.2 0 0 1 6.8 20V4A1.2 1.2 0 0 1 8 2.8zM10.8 18.3h2.4',
  lock: 'M6.5 10.5h11v9h-11zM8.7 10.5V8a3.3 3.3 0 0 1 6.6 0v2.5M12 14.2v2',
} as const;
export type IconName = keyof typeof PATHS;
export const ICON_NAMES = Object.keys(PATHS) as IconName[];

/** Icons whose direction follows that of the text. */
const MIRRORED: readonly IconName[] = ['back', 'forward', 'undo'];

/** A decorative icon; what it means stands beside it or in the control's name. */
export function Icon({ name, className }: { name: IconName; className?: string }): ReactNode {
  return <Drawing path={PATHS[name]} mirrored={MIRRORED.includes(name)} className={className} />;
}
