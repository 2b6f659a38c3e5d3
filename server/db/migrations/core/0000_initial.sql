CREATE SCHEMA "core";
--> statement-breakpoint
CREATE TABLE "core"."ecosystems" (
	"id" text PRIMARY KEY NOT NULL,
	"company" text NOT NULL,
	"catalogue" text NOT NULL,
	"database" text NOT NULL,
	"number" integer NOT NULL,
	"identity_group" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ecosystems_database_unique" UNIQUE("database")
);
--> statement-breakpoint
CREATE TABLE "core"."users" (
	"ecosystem" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_ecosystem_email_pk" PRIMARY KEY("ecosystem","email")
);
--> statement-breakpoint
ALTER TABLE "core"."users" ADD CONSTRAINT "users_ecosystem_ecosystems_id_fk" FOREIGN KEY ("ecosystem") REFERENCES "core"."ecosystems"("id") ON DELETE no action ON UPDATE no action;