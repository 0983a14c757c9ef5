import { defineConfig } from "prisma/config";

/** Prisma reads the folder of models; addresses of databases are given by the programs, never from here. */
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
