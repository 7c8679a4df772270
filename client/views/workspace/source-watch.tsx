import { useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { openFindings } from '../../../shared/look.ts';
import { followSources } from '../../follow-sources.ts';
import { looksIn } from '../../looks.ts';
import { marked } from '../../marked.ts';
import { useWorkspace } from './here.ts';

/** Follows what becomes of the sources, and says which claims have to be looked at again for it; shows nothing itself. */
export const SourceWatch = (): null => {
  const workspace = useWorkspace();
  useEffect(() => followSources(workspace), [workspace]);
  useSignalEffect(() => {
    const article = workspace.article.value;
    if (!article) return;
    const looks = [...looksIn(workspace.id).looks.values()];
    const claims = looks.flatMap((look) => openFindings(article, look).map(({ evidence }) => evidence.claim)).sort();
    if (claims.join() !== [...marked.peek()].join()) marked.value = new Set(claims);
  });
  return null;
};
