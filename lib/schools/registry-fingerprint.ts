import { createHash } from "node:crypto";
import type { RegistryPlan } from "./registry-plan.ts";

/** By which a review and its application are known to speak of the same changes: SHA-256 of the plan, findings aside. */
export function planFingerprint({ findings: _findings, ...plan }: RegistryPlan): string {
  return createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}
