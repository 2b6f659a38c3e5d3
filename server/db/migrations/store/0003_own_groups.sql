CREATE TABLE "identity_groups" (
	"name" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"mark" text NOT NULL,
	"made_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "identity_groups" ADD CONSTRAINT "identity_groups_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_groups_name" ON "identity_groups" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "identity_groups_ecosystem" ON "identity_groups" USING btree ("ecosystem");--> statement-breakpoint
CREATE UNIQUE INDEX "ecosystems_group" ON "ecosystems" USING btree (lower("identity_group"));--> statement-breakpoint
-- Until now every provisioned ecosystem got its group from us. The operators' own groups are none of them.
INSERT INTO "identity_groups" ("name", "ecosystem", "mark", "made_at")
SELECT "identity_group", "id", '', "provisioned_at" FROM "ecosystems"
WHERE "provisioned_at" IS NOT NULL AND "identity_group" NOT ILIKE 'waizant-%'
ON CONFLICT DO NOTHING;
