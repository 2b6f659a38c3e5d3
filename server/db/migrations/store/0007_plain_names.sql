ALTER TABLE "ecosystems" RENAME COLUMN "busy_until" TO "lock_expires_at";--> statement-breakpoint
ALTER TABLE "ecosystems" RENAME COLUMN "busy_with" TO "lock_holder";--> statement-breakpoint
ALTER TABLE "ecosystems" RENAME COLUMN "revision" TO "entitlements_revision";--> statement-breakpoint
ALTER TABLE "catalogue_syncs" RENAME COLUMN "busy_until" TO "lock_expires_at";--> statement-breakpoint
ALTER TABLE "catalogue_syncs" RENAME COLUMN "busy_with" TO "lock_holder";--> statement-breakpoint
ALTER TABLE "quotes" RENAME COLUMN "untold" TO "undelivered_error";--> statement-breakpoint
ALTER TABLE "subscriptions" RENAME COLUMN "reading" TO "sync_sequence";--> statement-breakpoint
ALTER SEQUENCE "subscription_readings" RENAME TO "sync_sequence";--> statement-breakpoint
UPDATE "timetable" SET "task" = renamed.name || substr("task", length(renamed.former) + 1)
FROM (VALUES
  ('reconcile', 'backfill-missed-events'),
  ('sync-all', 'enqueue-reconciliation'),
  ('deliver-encounters', 'enqueue-encounter-credit'),
  ('deliver-plan', 'apply-plan'),
  ('finish-change', 'resume-plan-change'),
  ('finish-settlement', 'resume-collection'),
  ('tend-ecosystem', 'run-lifecycle-job'),
  ('push-entitlements', 'enqueue-entitlements'),
  ('push-included', 'enqueue-included-encounters'),
  ('turn-month', 'close-included-month')
) AS renamed (former, name)
WHERE split_part("task", '/', 1) = renamed.former;
