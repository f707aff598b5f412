import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { auditWords } from './words.ts';

export function AuditTitle(): ReactNode {
  return useWords(auditWords)('audit.title');
}
