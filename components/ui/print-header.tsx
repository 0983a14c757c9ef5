/** Head of a printed sheet: whose document, which edition, when. Not seen on the screen. */
export function PrintHeader({ lines }: { lines: readonly string[] }) {
  return (
    <div className="print-only print-header">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
