import type { ReactNode } from "react";
import { Sign } from "./sign.tsx";

/** The main answers of a report, each beside the sign of the portal. */
export function KeyFindings({ findings }: { findings: readonly { key: string; text: ReactNode }[] }) {
  return (
    <ul className="max-w-measure text-h3 font-normal">
      {findings.map((finding) => (
        <li className="finding" key={finding.key}>
          <Sign />
          <p>{finding.text}</p>
        </li>
      ))}
    </ul>
  );
}
