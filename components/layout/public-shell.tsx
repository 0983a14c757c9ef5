import { PageShell, type PageShellProps } from "./page-shell.tsx";

/** The same frame for pages that are read without an account and without any script: larger text, visited links told apart. */
export function PublicShell(props: Omit<PageShellProps, "strip" | "full">) {
  return (
    <div className="public">
      <PageShell {...props} />
    </div>
  );
}
