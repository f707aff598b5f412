import type { Role } from '#src/contract/agent/index.ts';
import type { GlyphName } from '../kit/glyph.tsx';

/** The parts of the console in the bar at its head, each with its key and who sees it. */
export const NAV = [
  { to: '/queue', word: 'nav.queue', keys: 'g q', icon: 'queue', role: 'agent' },
  { to: '/verify', word: 'nav.verify', keys: 'g v', icon: 'verify', role: 'agent' },
  { to: '/figures', word: 'nav.figures', keys: 'g f', icon: 'figures', role: 'supervisor' },
  { to: '/partners', word: 'nav.partners', keys: 'g p', icon: 'partners', role: 'admin' },
  { to: '/settings', word: 'nav.settings', keys: 'g s', icon: 'settings', role: 'supervisor' },
] as const satisfies readonly {
  to: string;
  word: string;
  keys: string;
  icon: GlyphName;
  role: Role;
}[];
