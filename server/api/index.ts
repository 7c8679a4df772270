import { accountRoutes } from './account.ts';
import { annotationRoutes } from './annotations.ts';
import { articleRoutes } from './articles.ts';
import { batchRoutes } from './batches.ts';
import { captureRoutes } from './captures.ts';
import { claimReviewRoutes } from './claim-review.ts';
import { deletionRoutes } from './deletion.ts';
import { deskRoutes } from './desk.ts';
import { exportRoutes } from './export.ts';
import { fieldRoutes } from './fields.ts';
import { guestRoutes } from './guests.ts';
import { healthRoutes } from './health.ts';
import { invitationRoutes } from './invitations.ts';
import { libraryRoutes } from './library.ts';
import { logRoutes } from './log.ts';
import { lookRoutes } from './looks.ts';
import { noticeRoutes } from './notices.ts';
import { openApiRoutes } from './open-api.ts';
import { operationRoutes } from './operations.ts';
import { passkeyRoutes } from './passkeys.ts';
import { passwordRoutes } from './passwords.ts';
import { providerRoutes } from './provider.ts';
import { publicCopyRoutes } from './public-copies.ts';
import { publicReportRoutes } from './public-reports.ts';
import { queueRoutes } from './queue.ts';
import { readingRoutes } from './readings.ts';
import { receivedRoutes } from './received.ts';
import { reportRoutes } from './reports.ts';
import { reviewerRoutes } from './reviewers.ts';
import type { Route } from './route.ts';
import { sampleRoutes } from './sample.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { sessionListRoutes } from './sessions.ts';
import { standingRoutes } from './standing.ts';
import { tokenRoutes } from './tokens.ts';
import { unreadRoutes } from './unread.ts';
import { versionRoutes } from './versions.ts';
import { webhookRoutes } from './webhooks.ts';

/** The register of all that can be asked over HTTP; docs/api/openapi.json says the same, and a test compares them. */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...sessionListRoutes,
  ...accountRoutes,
  ...passwordRoutes,
  ...passkeyRoutes,
  ...providerRoutes,
  ...invitationRoutes,
  ...reviewerRoutes,
  ...tokenRoutes,
  ...deskRoutes,
  ...readingRoutes,
  ...fieldRoutes,
  ...articleRoutes,
  ...deletionRoutes,
  ...guestRoutes,
  ...annotationRoutes,
  ...receivedRoutes,
  ...versionRoutes,
  ...batchRoutes,
  ...sampleRoutes,
  ...operationRoutes,
  ...logRoutes,
  ...captureRoutes,
  ...libraryRoutes,
  ...searchRoutes,
  ...lookRoutes,
  ...reportRoutes,
  ...publicReportRoutes,
  ...publicCopyRoutes,
  ...unreadRoutes,
  ...noticeRoutes,
  ...queueRoutes,
  ...webhookRoutes,
  ...exportRoutes,
  ...standingRoutes,
  ...claimReviewRoutes,
  ...healthRoutes,
  ...openApiRoutes,
];
