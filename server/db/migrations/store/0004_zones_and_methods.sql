ALTER TABLE "subscriptions" ADD COLUMN "method_id" text;--> statement-breakpoint
ALTER TABLE "checkouts" ADD COLUMN "time_zone" text DEFAULT 'America/Mexico_City' NOT NULL;--> statement-breakpoint
CREATE INDEX "subscriptions_method" ON "subscriptions" USING btree ("method_id");