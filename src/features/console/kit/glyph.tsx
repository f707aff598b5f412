import type { ReactNode } from 'react';
import { cx } from '#src/ui/cx.ts';
import { Drawing } from '#src/ui/drawing.tsx';

/** The console's own icons, beside the shared ones: customers do not download them. As wide as the text is high. */
const PATHS = {
  queue: 'M4 6h16M4 12h16M4 18h10',
  verify: 'M3.5 8V5.5h4M20.5 8V5.5h-4M3.5 16v2.5h4M20.5 16v2.5h-4M8 12.3l2.8 2.7L16 9.5',
  figures: 'M4.5 19.5v-6M10 19.5V5M15.5 19.5v-9M21 19.5H3',
  people:
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3 19c.4-3.2 2.7-5 6-5s5.600 1.800 6 5M16 5.400a3 3 0 0 1 0 5.800M18 14.400c1.700.7 2.700 2.200 3 4.600',
  partners:
    'M9.500 14.500l5-5M11 7.500l1.800-1.800a3.900 3.900 0 0 1 5.500 5.500L16.500 13M13 16.500l-1.800 1.800a3.900 3.900 0 0 1-5.500-5.500L7.500 11',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.700v4.600M9 14.700v4.600',
  person:
    'M12 11.500a3.600 3.600 0 1 0 0-7.200 3.600 3.600 0 0 0 0 7.200zM5 20c.5-3.800 3-5.900 7-5.900s6.500 2.100 7 5.900',
  keyboard: 'M3 7h18v10.500H3zM6.500 10.300v.1M10 10.300v.1M13.500 10.300v.1M17 10.300v.1M8 14.200h8',
  search: 'M10.500 16.500a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15 15l5 5',
  twins: 'M8 8h11.500v11.500H8zM16 8V4.500H4.500V16H8',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2.300',
  held: 'M6.500 10.500h11v9h-11zM8.700 10.500V8a3.300 3.300 0 0 1 6.600 0v2.500',
  note: 'M5 4.500h14v10l-5 5H5zM14 19.500v-5h5',
  key: 'M8 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM11.500 12H20.500v3M17 12v2.500',
  out: 'M10 4.500H5v15h5M14 8.500l3.500 3.500-3.500 3.500M17.500 12H9.500',
  plus: 'M12 5v14M5 12h14',
  bin: 'M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.500 10.500v5.500M13.500 10.500v5.500',
  mail: 'M3.500 6h17v12h-17zM3.500 7l8.500 6 8.500-6',
  star: 'M12 4.200l2.300 4.900 5.300.7-3.900 3.700 1 5.300-4.700-2.600-4.700 2.600 1-5.300-3.900-3.700 5.300-.7z',
  next: 'M5 5.500l7 6.500-7 6.500zM17.500 5.500v13',
} as const;
export type GlyphName = keyof typeof PATHS;

const MIRRORED: readonly GlyphName[] = ['queue', 'out', 'next'];

/** A decorative icon; what it means stands beside it or in the control's name. */
export function Glyph({ name, className }: { name: GlyphName; className?: string }): ReactNode {
  return (
    <Drawing path={PATHS[name]} mirrored={MIRRORED.includes(name)} className={cx('k-glyph', className)} />
  );
}
