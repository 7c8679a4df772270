import { useEffect, useState } from 'preact/hooks';
import type { EarlierClaim } from '../../../shared/api/records/search.ts';
import { judgedElsewhere } from '../../earlier.ts';
import { useWorkspace } from './here.ts';

/** The claims of the article that other articles of the desk judged otherwise, asked for once each time it is shown; none while it is blind. */
export const useJudgedElsewhere = (): Readonly<Record<string, readonly EarlierClaim[]>> => {
  const { id } = useWorkspace();
  const [claims, setClaims] = useState<Readonly<Record<string, readonly EarlierClaim[]>>>({});
  useEffect(() => {
    let isOver = false;
    void judgedElsewhere(id).then((answer) => !isOver && setClaims(answer));
    return () => {
      isOver = true;
    };
  }, [id]);
  return claims;
};
