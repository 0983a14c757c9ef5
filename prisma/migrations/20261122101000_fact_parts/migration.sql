-- What is entered, and who owes it, may belong to a part of a school year: h1-h2 half-years, q1-q4 quarters, m01-m12 months;
-- the empty text is the whole year. The days of the parts: lib/indicators/values/period.ts.
ALTER TABLE "indicator_fact" ADD COLUMN "part" TEXT NOT NULL DEFAULT '';
ALTER TABLE "indicator_fact" DROP CONSTRAINT "indicator_fact_pkey";
ALTER TABLE "indicator_fact" ADD CONSTRAINT "indicator_fact_pkey" PRIMARY KEY ("school_id", "school_year", "part", "code");
ALTER TABLE "indicator_fact" ADD CONSTRAINT "indicator_fact_part" CHECK (part ~ '^(h[12]|q[1-4]|m(0[1-9]|1[0-2]))?$');
ALTER TABLE "indicator_duty" ADD COLUMN "part" TEXT NOT NULL DEFAULT '';
ALTER TABLE "indicator_duty" DROP CONSTRAINT "indicator_duty_pkey";
ALTER TABLE "indicator_duty" ADD CONSTRAINT "indicator_duty_pkey" PRIMARY KEY ("school_id", "school_year", "part", "fact_group");
ALTER TABLE "indicator_duty" ADD CONSTRAINT "indicator_duty_part" CHECK (part ~ '^(h[12]|q[1-4]|m(0[1-9]|1[0-2]))?$');
