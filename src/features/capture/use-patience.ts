import { useEffect, useState } from 'react';

/** After this long without a photo the view offers help; Stripe and BlinkID give up at 10 s, Smile at 20 s. */
const PATIENCE_MS = 15_000;

/** True when the camera has run for 15 s without a photo; the second value starts the wait anew. */
export function usePatience(running: boolean): readonly [boolean, () => void] {
  const [over, setOver] = useState(false);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round restarts the timer
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setOver(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [running, round]);
  const again = () => {
    setOver(false);
    setRound((count) => count + 1);
  };
  return [over, again];
}
