/** Fills for print and two-colour schemes, and the hatch of hidden figures. Once a figure; their names start with its id. */
export function Patterns({ id }: { id: string }) {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6" className="pattern-line" />
        </pattern>
        <pattern
          id={`${id}-cross`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6M0 0h6" className="pattern-line" />
        </pattern>
        <pattern
          id={`${id}-joined`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v8" className="joined-line" />
        </pattern>
        <pattern
          id={`${id}-zone`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v4" className="zone-line" />
        </pattern>
        <pattern
          id={`${id}-hidden`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v7" className="hidden-line" />
        </pattern>
      </defs>
    </svg>
  );
}
