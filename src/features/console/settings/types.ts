import type { ComponentType } from 'react';
import type { Role } from '#src/contract/agent/index.ts';

/** A page under `/agent/settings`. Its words are its own: `title` is a component that says its name. */
export interface SettingsPage {
  /** The last part of the path. */
  readonly path: string;
  readonly role: Role;
  readonly Title: ComponentType;
  readonly load: () => Promise<{ default: ComponentType }>;
}
