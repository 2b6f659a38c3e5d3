CREATE TABLE "included_months" (
	"ecosystem" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"whole" integer NOT NULL,
	"rate" integer NOT NULL,
	"since_at" timestamp (3) with time zone NOT NULL,
	"weight" bigint NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "owes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "included_months" ADD CONSTRAINT "included_months_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "plan_versions" SET "limit_texts" = replace(replace("limit_texts"::text, ' encounters incluidos"', ' encounters al mes"'), ' encounters included"', ' encounters a month"')::jsonb
WHERE "catalogue" = 'waizant' AND "limit_texts"::text LIKE '% encounters inclu%';
