import type { SessionReply } from '#src/contract/index.ts';
import type { Surroundings } from './surroundings.tsx';

type FromPartner = Pick<Surroundings, 'name' | 'logo' | 'logoDark' | 'words' | 'contact'>;

/** What a partner's session puts in place of our own name and words; nothing for a session of ours. */
export const partnerSurroundings = ({ partner }: Pick<SessionReply, 'partner'>): FromPartner | null =>
  partner && {
    name: partner.branding.name,
    logo: partner.branding.theme.logo ?? null,
    logoDark: partner.branding.theme.logoDark ?? null,
    words: partner.branding.texts,
    contact: partner.contact,
  };
