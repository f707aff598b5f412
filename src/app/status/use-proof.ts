import { useState } from 'react';
import { digitsIn } from '#src/contract/plain.ts';
import { ApiError } from '#src/lib/api/client.ts';
import type { Proof } from '#src/lib/api/status.ts';
import { sentBy } from '../sent-by.ts';

export interface ProofState {
  /** The end of the card's number is asked for. */
  readonly asked: boolean;
  readonly cardEnd: string;
  readonly onCardEnd: (text: string) => void;
  /** `wrong`: not this number's; `wait`: too many were. */
  readonly trouble: 'wrong' | 'wait' | null;
  /**
   * Does it, with what there is to prove it by.
   * @returns false if it was not done, and something is asked for first. @throws what `act` throws otherwise.
   */
  readonly prove: (act: (proof: Proof) => Promise<void>) => Promise<boolean>;
}

const LENGTH = 4;

/** The end of a card's number, however it was typed or copied. */
export const cardEndIn = (text: string): string => digitsIn(text).slice(0, LENGTH);

export const isCardEnd = (text: string): boolean => text.length === LENGTH;

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : 'internal');

/** What shows more than the link is held: this tab's own session at first, then the end of the card's number. */
export function useProof(id: string, secret: string): ProofState {
  const [asked, setAsked] = useState(false);
  const [cardEnd, setCardEnd] = useState('');
  const [trouble, setTrouble] = useState<ProofState['trouble']>(null);

  const byThisTab = async (act: (proof: Proof) => Promise<void>): Promise<boolean> => {
    const token = await sentBy(id);
    if (token === null) return false;
    try {
      await act({ token });
      return true;
    } catch (error) {
      if (['unauthorized', 'forbidden', 'not_found'].includes(codeOf(error))) return false;
      throw error;
    }
  };
  const byCard = async (act: (proof: Proof) => Promise<void>): Promise<boolean> => {
    setTrouble(null);
    try {
      await act({ token: secret, cardEnd });
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'code_wrong' && code !== 'rate_limited') throw error;
      setTrouble(code === 'code_wrong' ? 'wrong' : 'wait');
      return false;
    }
  };
  return {
    asked,
    cardEnd,
    onCardEnd: (text) => setCardEnd(cardEndIn(text)),
    trouble,
    prove: async (act) => {
      if (asked) return byCard(act);
      if (await byThisTab(act)) return true;
      setAsked(true);
      return false;
    },
  };
}
