import type { ReactNode } from 'react';
import type { AuditEntry } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { auditWords } from './words.ts';

/** Who did something: a colleague by name, anybody else by what they are. */
export function Actor({ actor: { kind, name } }: Pick<AuditEntry, 'actor'>): ReactNode {
  const t = useWords(auditWords);
  const said = kind === 'agent' ? (name ?? t('by.gone')) : (name ?? t(`by.${kind}`));
  return <bdi className="font-strong">{said}</bdi>;
}

/** What was done. */
export function Act({ action }: Pick<AuditEntry, 'action'>): ReactNode {
  return useWords(auditWords)(`act.${action}`);
}
