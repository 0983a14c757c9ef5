import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; a start must not wait for them, nor fail for a test's.
  typescript: { ignoreBuildErrors: true },
  // Binary or worker-thread packages that must be loaded as they are.
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "fflate"],
  // Sentences are read from messages/ at run time.
  outputFileTracingIncludes: {
    "/**": ["./messages/**/*.json", "./lib/results/**/*.ts", "./lib/platform/**/*.ts"],
  },
  experimental: { serverActions: { bodySizeLimit: "1mb" }, authInterrupts: true },
};

export default createNextIntlPlugin("./messages/request.ts")(config);
