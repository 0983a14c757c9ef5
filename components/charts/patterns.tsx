/** Name, width and lines of each pattern; all stand at 45 degrees. */
const PATTERNS = [
  { name: "hatch", size: 6, lines: "M0 0v6", look: "pattern-line" },
  { name: "cross", size: 6, lines: "M0 0v6M0 0h6", look: "pattern-line" },
  { name: "low", size: 8, lines: "M0 0v8", look: "joined-low" },
  { name: "high", size: 8, lines: "M0 0v8", look: "joined-high" },
  { name: "zone", size: 4, lines: "M0 0v4", look: "zone-line" },
  { name: "hidden", size: 7, lines: "M0 0v7", look: "hidden-line" },
] as const;

/** Fills for print and two-colour schemes, and the hatch of hidden figures. Once a figure; their names start with its id. */
export function Patterns({ id }: { id: string }) {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {PATTERNS.map(({ name, size, lines, look }) => (
          <pattern
            key={name}
            id={`${id}-${name}`}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d={lines} className={look} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
