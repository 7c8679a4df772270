import '../../styles/claim-fields.css';
import '../../styles/claim-open.css';
import '../../styles/work-row.css';
import '../../styles/workspace-print.css';
import type { AnchorState } from '../../../shared/anchor.ts';
import type { Claim } from '../../../shared/claim.ts';
import { Attribution } from './attribution.tsx';
import { CheckedBefore } from './checked-before.tsx';
import { ClaimAdds } from './claim-adds.tsx';
import { ClaimAsked } from './claim-asked.tsx';
import { ClaimCorrections } from './claim-corrections.tsx';
import { ClaimDetails } from './claim-details.tsx';
import { ClaimDrift } from './claim-drift.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimFoot } from './claim-foot.tsx';
import { ClaimHistory } from './claim-history.tsx';
import { ClaimOccurrences } from './claim-occurrences.tsx';
import { ClaimParts } from './claim-parts.tsx';
import { ClaimPlace } from './claim-place.tsx';
import { ClaimStatement } from './claim-statement.tsx';
import { ClaimThreads } from './claim-threads.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { OutcomeRow } from './outcome-row.tsx';
import { SameAs } from './same-as.tsx';
import { VerdictRow } from './verdict-row.tsx';
import { Withdrawn } from './withdrawn.tsx';
import { WorkRow } from './work-row.tsx';

interface Parts {
  readonly claim: Claim;
  readonly words: string;
  readonly state: AnchorState;
  /** Where the claim is another occurrence of one: that one, which has the record. */
  readonly main?: Claim;
}

/** All there is to a claim, on its open card. */
export const OpenClaim = ({ claim, words, state, main }: Parts) => (
  <>
    <Withdrawn claim={claim} />
    {main ? (
      <>
        <p class="statement is-words" dir="auto">
          {words}
        </p>
        <SameAs claim={claim} main={main} />
        <ClaimPlace claim={claim} state={state} />
      </>
    ) : (
      <>
        <ClaimStatement claim={claim} words={words} />
        <CheckedBefore claim={claim} words={words} />
        <ClaimFacts claim={claim} isOpen />
        <Attribution claim={claim} />
        <ClaimDrift claim={claim} words={words} />
        <ClaimAdds claim={claim} words={words} />
        <ClaimPlace claim={claim} state={state} />
        <ClaimParts claim={claim} />
        <ClaimOccurrences claim={claim} />
        <EvidenceList claim={claim} />
        <VerdictRow claim={claim} />
        <ClaimAsked claim={claim} />
        <OutcomeRow claim={claim} />
        <WorkRow claim={claim} />
        <ClaimDetails claim={claim} />
      </>
    )}
    <ClaimCorrections claim={claim} />
    <ClaimThreads claim={claim} />
    <ClaimHistory claim={claim} />
    <ClaimFoot claim={claim} />
  </>
);
