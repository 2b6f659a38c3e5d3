CREATE TABLE "catalogue_syncs" (
	"catalogue" text NOT NULL,
	"environment" text NOT NULL,
	"account" text,
	"wanted" integer NOT NULL,
	"heard" integer DEFAULT 0 NOT NULL,
	"synced_at" timestamp (3) with time zone,
	"busy_until" timestamp (3) with time zone,
	"busy_with" text,
	CONSTRAINT "catalogue_syncs_catalogue_environment_pk" PRIMARY KEY("catalogue","environment")
);
--> statement-breakpoint
CREATE TABLE "provider_prices" (
	"environment" text NOT NULL,
	"account" text NOT NULL,
	"key" text NOT NULL,
	"catalogue" text NOT NULL,
	"amount" bigint NOT NULL,
	"provider_id" text NOT NULL,
	"synced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_prices_environment_account_key_pk" PRIMARY KEY("environment","account","key")
);
--> statement-breakpoint
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
DROP VIEW "public"."planes";--> statement-breakpoint
DROP INDEX "purchases_ecosystem";--> statement-breakpoint
ALTER TABLE "plan_versions" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "last_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
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
ALTER TABLE "catalogue_syncs" ADD CONSTRAINT "catalogue_syncs_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_prices" ADD CONSTRAINT "provider_prices_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "quotes" DROP COLUMN "basis";--> statement-breakpoint
CREATE VIEW "public"."planes" AS (
  select (version.name->>'es-MX') || case when currency.code = 'MXN' then '' else ' ' || currency.code end as nombre,
    (month.amount / 100.0)::numeric(12,2) as precio_mensual,
    (year.amount / 100.0)::numeric(12,2) as precio_anual,
    currency.code as moneda,
    (version.limits->>'users')::integer as max_usuarios,
    version.active as activo
  from catalogues catalogue
  cross join lateral jsonb_array_elements_text(catalogue.currencies) with ordinality as currency(code, position)
  join plans plan on plan.catalogue = catalogue.id and not plan.hidden
  join lateral (
    select * from plan_versions v
    where v.catalogue = catalogue.id and v.plan = plan.id and v.published
    order by (v.active and v.starts_at <= now() and coalesce(v.ends_at > now(), true)) desc, v.starts_at desc, v.number desc
    limit 1
  ) version on true
  left join prices month on month.version_id = version.id and month.currency = currency.code and month.interval = 'month'
  left join prices year on year.version_id = version.id and year.currency = currency.code and year.interval = 'year'
  where catalogue.id = 'erp'
  order by currency.position, plan.rank
);