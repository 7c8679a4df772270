import { hasRole } from '../../shared/roles.ts';
import type { AskedBy } from './route.ts';

/** Those who are not of the desk find and see in other articles what is open to everyone. */
export const seesOpenOnly = ({ speaker }: Pick<AskedBy, 'speaker'>): boolean =>
  !hasRole(speaker.reviewer.role, 'annotator');
