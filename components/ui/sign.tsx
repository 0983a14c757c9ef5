/** ├─●─┤, the sign of the portal: an estimate with its uncertainty. Decoration beside a name or a finding. */
export function Sign() {
  return (
    <svg className="sign" viewBox="0 0 20 8" width="20" height="8" aria-hidden="true">
      <path d="M1 0v8M19 0v8M1 4h18" />
      <circle cx="10" cy="4" r="3" />
    </svg>
  );
}
