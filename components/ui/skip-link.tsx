/** First in the order of focus: over the header straight to the content. */
export function SkipLink({ href, label }: { href: `#${string}`; label: string }) {
  return (
    <a className="skip" href={href}>
      {label}
    </a>
  );
}
