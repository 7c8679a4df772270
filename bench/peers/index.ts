import { durableFloor, echo } from './floor.ts';
import { hocuspocus } from './hocuspocus.ts';
import type { Peer } from './peer.ts';
import { prosemirrorCollab } from './prosemirror-collab.ts';
import { sharedb } from './sharedb.ts';
import { touchstone } from './touchstone.ts';

/** All that is measured, in the order of the tables. */
export const PEERS: readonly Peer[] = [echo, durableFloor, touchstone, prosemirrorCollab, hocuspocus, sharedb];
