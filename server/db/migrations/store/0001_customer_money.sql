CREATE TABLE "limit_levels" (
	"ecosystem" text NOT NULL,
	"what" text NOT NULL,
	"total" integer NOT NULL,
	"left" integer NOT NULL,
	"is_near" boolean NOT NULL,
	CONSTRAINT "limit_levels_ecosystem_what_pk" PRIMARY KEY("ecosystem","what")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"key" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"ecosystem" text NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"withheld" text,
	CONSTRAINT "messages_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"name" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unsubscribed" (
	"ecosystem" text NOT NULL,
	"recipient" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unsubscribed_ecosystem_recipient_pk" PRIMARY KEY("ecosystem","recipient")
);
--> statement-breakpoint
CREATE TABLE "cancellations" (
	"id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"reason" text NOT NULL,
	"comment" text,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"provider_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "settlements_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "timetable" (
	"task" text PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"data" jsonb
);
--> statement-breakpoint
CREATE TABLE "usage" (
	"ecosystem" text NOT NULL,
	"usage_id" text NOT NULL,
	"service" text NOT NULL,
	"units" integer NOT NULL,
	"unit" bigint NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"claimed_by" text,
	CONSTRAINT "usage_ecosystem_usage_id_pk" PRIMARY KEY("ecosystem","usage_id")
);
--> statement-breakpoint
DROP INDEX "purchases_ecosystem";--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "suspends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "deletes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "deletion_requested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "busy_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD COLUMN "busy_with" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "scheduled" jsonb;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "arrears" jsonb;--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "expires_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "plan" text NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "version_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "interval" text NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "from_version" text NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "next_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "steps" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "amounts" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "status" text NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "accepted_key" text;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "untold" text;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "finished_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "limit_levels" ADD CONSTRAINT "limit_levels_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribed" ADD CONSTRAINT "unsubscribed_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cancellations" ADD CONSTRAINT "cancellations_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage" ADD CONSTRAINT "usage_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_ecosystem" ON "messages" USING btree ("ecosystem","created_at");--> statement-breakpoint
CREATE INDEX "cancellations_ecosystem" ON "cancellations" USING btree ("ecosystem");--> statement-breakpoint
CREATE INDEX "timetable_next" ON "timetable" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "usage_open" ON "usage" USING btree ("ecosystem","status");--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_from_version_plan_versions_id_fk" FOREIGN KEY ("from_version") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quotes_ecosystem" ON "quotes" USING btree ("ecosystem","status");--> statement-breakpoint
CREATE INDEX "purchases_ecosystem" ON "purchases" USING btree ("ecosystem","created_at");--> statement-breakpoint
ALTER TABLE "quotes" DROP COLUMN "quote";--> statement-breakpoint
ALTER TABLE "quotes" DROP COLUMN "basis";