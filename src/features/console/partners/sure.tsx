import { type ReactNode, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '../kit/button.tsx';
import { partnerWords } from './words.ts';

interface SureProps {
  look: 'stop' | 'plain';
  /** What it does, and to what. */
  label: string;
  onSure: () => void;
  children: ReactNode;
}

/** A button for what cannot be taken back: pressed once it asks, pressed again it does. Leaving it lets go. */
export function Sure({ look, label, onSure, children }: SureProps): ReactNode {
  const t = useWords(partnerWords);
  const [asked, setAsked] = useState(false);
  const onPress = (): void => {
    if (asked) onSure();
    setAsked(!asked);
  };
  return (
    <Button
      look={asked ? 'stop' : look}
      aria-label={asked ? t('partners.sure.of', { label }) : label}
      onPress={onPress}
      onBlur={() => setAsked(false)}
    >
      {asked ? t('partners.sure') : children}
    </Button>
  );
}
