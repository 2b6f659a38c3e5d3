CREATE SEQUENCE "public"."ecosystem_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999 START WITH 100001 CACHE 1;--> statement-breakpoint
CREATE TABLE "catalogues" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"sample" boolean NOT NULL,
	"currencies" jsonb NOT NULL,
	"policy" jsonb NOT NULL,
	"limit_names" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feature_groups" (
	"catalogue" text NOT NULL,
	"id" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "feature_groups_catalogue_id_pk" PRIMARY KEY("catalogue","id")
);
--> statement-breakpoint
CREATE TABLE "features" (
	"catalogue" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text,
	"name" jsonb NOT NULL,
	"listed_as" jsonb,
	"position" integer NOT NULL,
	CONSTRAINT "features_catalogue_id_pk" PRIMARY KEY("catalogue","id")
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"version_id" text NOT NULL,
	"parameter" text NOT NULL,
	"currency" text NOT NULL,
	"interval" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit" bigint NOT NULL,
	CONSTRAINT "packages_version_id_parameter_currency_interval_quantity_pk" PRIMARY KEY("version_id","parameter","currency","interval","quantity")
);
--> statement-breakpoint
CREATE TABLE "parameters" (
	"catalogue" text NOT NULL,
	"id" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "parameters_catalogue_id_pk" PRIMARY KEY("catalogue","id")
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"catalogue" text NOT NULL,
	"plan" text NOT NULL,
	"number" integer NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"published" boolean NOT NULL,
	"active" boolean NOT NULL,
	"limits" jsonb NOT NULL,
	"limit_texts" jsonb NOT NULL,
	"support" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_versions_number" UNIQUE("catalogue","plan","number")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"catalogue" text NOT NULL,
	"id" text NOT NULL,
	"rank" integer NOT NULL,
	"highlighted" boolean NOT NULL,
	"contact_sales" boolean NOT NULL,
	"inherits" text,
	"hidden" boolean NOT NULL,
	CONSTRAINT "plans_catalogue_id_pk" PRIMARY KEY("catalogue","id")
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"version_id" text NOT NULL,
	"currency" text NOT NULL,
	"interval" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "prices_version_id_currency_interval_pk" PRIMARY KEY("version_id","currency","interval")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"catalogue" text NOT NULL,
	"id" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "services_catalogue_id_pk" PRIMARY KEY("catalogue","id")
);
--> statement-breakpoint
CREATE TABLE "version_features" (
	"version_id" text NOT NULL,
	"feature" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "version_features_version_id_feature_pk" PRIMARY KEY("version_id","feature")
);
--> statement-breakpoint
CREATE TABLE "version_parameters" (
	"version_id" text NOT NULL,
	"parameter" text NOT NULL,
	"included" integer NOT NULL,
	CONSTRAINT "version_parameters_version_id_parameter_pk" PRIMARY KEY("version_id","parameter")
);
--> statement-breakpoint
CREATE TABLE "version_services" (
	"version_id" text NOT NULL,
	"service" text NOT NULL,
	"currency" text NOT NULL,
	"unit" bigint NOT NULL,
	CONSTRAINT "version_services_version_id_service_currency_pk" PRIMARY KEY("version_id","service","currency")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"ecosystem" text NOT NULL,
	"currency" text NOT NULL,
	"provider_id" text NOT NULL,
	CONSTRAINT "customers_ecosystem_currency_pk" PRIMARY KEY("ecosystem","currency"),
	CONSTRAINT "customers_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "ecosystems" (
	"id" text PRIMARY KEY NOT NULL,
	"catalogue" text NOT NULL,
	"company" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text DEFAULT 'America/Mexico_City' NOT NULL,
	"status" text NOT NULL,
	"version_id" text NOT NULL,
	"number" integer NOT NULL,
	"identity_group" text NOT NULL,
	"trial_ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"provisioned_at" timestamp (3) with time zone,
	CONSTRAINT "ecosystems_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" text PRIMARY KEY NOT NULL,
	"catalogue" text NOT NULL,
	"plan" text NOT NULL,
	"name" text NOT NULL,
	"company" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"message" text,
	"locale" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"version_id" text NOT NULL,
	"interval" text NOT NULL,
	"currency" text NOT NULL,
	"provider_status" text NOT NULL,
	"live" boolean NOT NULL,
	"licences" integer NOT NULL,
	"period_start" timestamp (3) with time zone NOT NULL,
	"period_end" timestamp (3) with time zone NOT NULL,
	"cancel_at" timestamp (3) with time zone,
	"next_payment" jsonb,
	"payment_method" jsonb,
	"synced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trials" (
	"ecosystem" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"max_users" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "balance_movements" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"invoice" text,
	"position" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checkouts" (
	"id" text PRIMARY KEY NOT NULL,
	"catalogue" text NOT NULL,
	"version_id" text NOT NULL,
	"interval" text NOT NULL,
	"currency" text NOT NULL,
	"licences" integer NOT NULL,
	"email" text,
	"company" text,
	"locale" text NOT NULL,
	"buyer" text,
	"ecosystem" text,
	"status" text NOT NULL,
	"provider_id" text,
	"url" text,
	"success_url" text NOT NULL,
	"cancel_url" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opening_until" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	CONSTRAINT "checkouts_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"type" text NOT NULL,
	"object_id" text,
	"payload" jsonb NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"failure" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"number" text,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"amount_paid" bigint NOT NULL,
	"balance_used" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"pdf_url" text,
	"at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"parameter" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit" bigint NOT NULL,
	"total" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"provider_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "purchases_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"ecosystem" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"quote" jsonb NOT NULL,
	"basis" jsonb NOT NULL,
	"accepted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feature_groups" ADD CONSTRAINT "feature_groups_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "features" ADD CONSTRAINT "features_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parameters" ADD CONSTRAINT "parameters_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_catalogue_plan_plans_catalogue_id_fk" FOREIGN KEY ("catalogue","plan") REFERENCES "public"."plans"("catalogue","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_catalogue_catalogues_id_fk" FOREIGN KEY ("catalogue") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_features" ADD CONSTRAINT "version_features_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_parameters" ADD CONSTRAINT "version_parameters_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_services" ADD CONSTRAINT "version_services_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ecosystems" ADD CONSTRAINT "ecosystems_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_movements" ADD CONSTRAINT "balance_movements_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "public"."ecosystems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_versions_current" ON "plan_versions" USING btree ("catalogue","plan","starts_at");--> statement-breakpoint
CREATE INDEX "ecosystems_email" ON "ecosystems" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_live" ON "subscriptions" USING btree ("ecosystem") WHERE live;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "balance_movements_ecosystem" ON "balance_movements" USING btree ("ecosystem","at");--> statement-breakpoint
CREATE UNIQUE INDEX "checkouts_open" ON "checkouts" USING btree ("catalogue","buyer") WHERE status = 'open' and buyer is not null;--> statement-breakpoint
CREATE INDEX "checkouts_ecosystem" ON "checkouts" USING btree ("ecosystem");--> statement-breakpoint
CREATE INDEX "events_object" ON "events" USING btree ("object_id","type");--> statement-breakpoint
CREATE INDEX "invoices_ecosystem" ON "invoices" USING btree ("ecosystem","at");--> statement-breakpoint
CREATE INDEX "purchases_ecosystem" ON "purchases" USING btree ("ecosystem");--> statement-breakpoint
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
    order by v.number desc limit 1
  ) version on true
  left join prices month on month.version_id = version.id and month.currency = currency.code and month.interval = 'month'
  left join prices year on year.version_id = version.id and year.currency = currency.code and year.interval = 'year'
  where catalogue.id = 'erp'
  order by currency.position, plan.rank
);