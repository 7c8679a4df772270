import { mainOf } from '../shared/relations.ts';
import { hasRole } from '../shared/roles.ts';
import type { Command } from './commands.ts';

/** Opens the form for a question to somebody in the open card. */
export const askSomebody: Command = ({ article, claim = '', reviewer }, dispatch) => {
  const record = article.claims.get(claim);
  if (!record || record.withdrawn || mainOf(article.claims, claim) !== claim) return false;
  if (!hasRole(reviewer.role, 'annotator')) return false;
  dispatch?.({ form: 'ask' });
  return true;
};
