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
    "/**": ["./messages/**/*.json", "./lib/**/*.ts"],
  },
  // What proxy.ts does not see: built files and uploads. Everything else gets all headers there.
  headers: async () => [
    { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
  ],
  experimental: { serverActions: { bodySizeLimit: "1mb" }, authInterrupts: true },
};

export default createNextIntlPlugin("./messages/request.ts")(config);
